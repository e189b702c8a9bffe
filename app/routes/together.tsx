/** Handing themes of a scan to colleagues, and taking them back; a guest reads what an account adds. */
import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayPost } from '#app/auth/guessing.server.ts'
import { refuse, requireMember, type Member } from '#app/auth/guards.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { requireScan, type Scan } from '#app/assessments/scan.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { handOverThemes, takeThemeBack, type HandLetters } from '#app/organisations/hand-over-theme.server.ts'
import { invitationLetter, themeLetter } from '#app/organisations/invitation-letter.ts'
import { invitationDays, invitationsOf } from '#app/organisations/invitations.server.ts'
import { isSmall, peopleOf } from '#app/organisations/people.server.ts'
import { Together, TogetherForGuest } from '#app/organisations/together.tsx'
import { togetherWords, type TogetherProblem } from '#app/organisations/together-words.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import styles from '#app/ui/company.css?url'
import { world } from '#app/world.server.ts'
import { calledIn } from './company-head.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.small === false ? m.together_title_large() : m.together_title_small()} – ${m.site_name()}` },
]

/** Who works on this scan, as a member of its company. */
async function memberOf(request: Request, { assessment }: Scan): Promise<Member> {
  return await requireMember(world(), request, { organisation: assessment.organisationId }, 'scan.handOverTheme')
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.open')
  const { assessment, questionnaire } = scan
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const paths = pathsIn(language)
  const shared = { small: isSmall(assessment.size), overview: paths.scan(assessment.id) }
  if (scan.user === null) return { ...shared, member: null, signUp: paths.signUp(assessment.id) }
  const member = await memberOf(request, scan)
  const contributors = (await peopleOf(member)).filter(person => person.role === 'contributor')
  const invited = (await invitationsOf(member)).filter(one => one.role === 'contributor' && one.expiresAt > world().now())
  const done = url.searchParams.get('gedaan')
  return {
    ...shared,
    signUp: null,
    member: {
      themes: questionnaire.themes.map(theme => ({ id: theme.id, title: theme.title[language] })),
      people: contributors.map(({ id, name, email, themes }) => ({ id, name: name ?? email, email, themes })),
      invited: invited.map(({ id, email, themes }) => ({ id, email, themes })),
      toPeople: paths.people(member.organisation.id),
      once: randomUUID(),
      done: done === 'gestuurd' ? m.together_done() : done === 'terug' ? m.together_done_back() : null,
    },
  }
}

/** The letters about these themes, to who is in the company and to who is not. */
async function lettersFrom(scan: Scan, member: Member, language: Language): Promise<HandLetters> {
  const { ORIGIN } = world().environment
  const by = member.user.name ?? member.user.email
  const titles = (themes: readonly string[], locale: Language) => scan.questionnaire.themes.filter(theme => themes.includes(theme.id)).map(theme => theme.title[locale])
  const called = { nl: await calledIn(member, 'nl'), en: await calledIn(member, 'en') }
  return {
    theme: (locale, themes) => {
      const paths = pathsIn(locale)
      const link = ORIGIN + paths.signIn(paths.theme(scan.assessment.id, themes[0] ?? ''))
      return themeLetter({ language: locale, link, by, company: called[locale], themes: titles(themes, locale) })
    },
    invitation: (token, themes) => {
      const link = ORIGIN + pathsIn(language).invitation(token)
      return invitationLetter({ language, link, by, company: called[language], role: 'contributor', themes: titles(themes, language), days: invitationDays })
    },
  }
}

const address = z.string().trim().max(254).pipe(z.email())

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.handOverTheme')
  const member = await memberOf(request, scan)
  const language = languageOf(new URL(request.url).pathname)
  const back = (done: string) => redirect(`${pathsIn(language).together(scan.assessment.id)}?gedaan=${done}`)
  const form = await readForm(request)
  const known = new Set(scan.questionnaire.themes.map(theme => theme.id))
  if (textIn(form, 'do') === 'back') {
    const person = textIn(form, 'person')
    const result = await takeThemeBack(member, textIn(form, 'theme'), person === '' ? { invitation: textIn(form, 'invitation') } : { person })
    if (result.ok) return back('terug')
    if (result.reason === 'noLonger') return await refuse(world(), member.user, member.organisation.id)
    throw new Response(null, { status: 404 })
  }
  const once = onceKeyFrom(form)
  if (textIn(form, 'do') !== 'hand' || once === null) throw new Response(null, { status: 400 })
  const themes = [...new Set(form.getAll('themes').filter(theme => typeof theme === 'string'))].filter(theme => known.has(theme))
  const person = textIn(form, 'person').slice(0, 254)
  const typed = { themes, person, email: textIn(form, 'email').slice(0, 4000) }
  const refused = (problems: readonly TogetherProblem[], status = 422) => data({ problems: problems.map(problem => togetherWords(problem)), typed }, { status })
  const email = address.safeParse(person === '' ? typed.email : person)
  const wrong: readonly TogetherProblem[] = [...(themes.length === 0 ? (['themes'] as const) : []), ...(email.success ? [] : (['email'] as const))]
  if (!email.success || wrong.length > 0) return refused(wrong)
  if (!(await mayPost(context.address))) return refused(['letters'], 429)
  const letters = await lettersFrom(scan, member, language)
  const result = await handOverThemes(member, { assessmentId: scan.assessment.id, themes, email: email.data, onceKey: once }, letters)
  if (result.ok) {
    world().letters.sendSoon()
    return back('gestuurd')
  }
  switch (result.reason) {
    case 'noLonger':
      return await refuse(world(), member.user, member.organisation.id)
    case 'bad-address':
      return refused(['email'])
    case 'too-many-letters':
      return refused(['letters'])
    case 'mayAlready':
    case 'reads':
    case 'invitedOtherwise':
      return refused([result.reason])
    default:
      throw new Error(`handing over a theme came to ${result.reason}`)
  }
}

export default function TogetherPage() {
  const { small, overview, member, signUp } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <Site>{member === null ? <TogetherForGuest overview={overview} signUp={signUp} /> : <Together {...member} small={small} overview={overview} refused={refused} />}</Site>
}
