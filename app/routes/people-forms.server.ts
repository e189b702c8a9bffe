/** Answers the forms of the page of people: reads them, does what they ask, and says what came of it. */
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { slowWords } from '#app/auth/account-words.ts'
import { mayPost } from '#app/auth/guessing.server.ts'
import { refuse, requireMember, type Member } from '#app/auth/guards.server.ts'
import { beginSession } from '#app/auth/session.server.ts'
import { confirmPassword, kindFor } from '#app/auth/sign-in.server.ts'
import { textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { language } from '#app/i18n/format.ts'
import { invitationLetter } from '#app/organisations/invitation-letter.ts'
import { invitationDays, invite, inviteAgain, withdraw, type InviteResult, type WriteInvitation } from '#app/organisations/invitations.server.ts'
import { changeRole, givenRoles, handOver, leave, removeMember } from '#app/organisations/people.server.ts'
import { problemWords, type PeopleDone, type PeopleProblem } from '#app/organisations/people-words.ts'
import { pathsIn } from '#app/paths.ts'
import { world } from '#app/world.server.ts'
import { calledIn, themesOf } from './company-head.server.ts'

/** What a refused form shows again; a password is not among it. */
export type Typed = { readonly form: string; readonly email: string; readonly role: string; readonly themes: readonly string[]; readonly person: string }
type Posted = { readonly request: Request; readonly form: FormData; readonly address: string; readonly member: Member }

const address = z.string().trim().max(254).pipe(z.email())
const role = z.enum(givenRoles)

function refused({ form }: Posted, errors: readonly { readonly id: string; readonly message: string }[], status = 422, headers: Record<string, string> = {}) {
  const typed: Typed = {
    form: textIn(form, 'do'),
    email: textIn(form, 'email').slice(0, 4000),
    role: textIn(form, 'role').slice(0, 40),
    themes: form.getAll('themes').filter(theme => typeof theme === 'string').slice(0, 100),
    person: textIn(form, 'person').slice(0, 64),
  }
  return data({ errors: [...errors], typed }, { status, headers })
}

function problem(posted: Posted, id: string, why: PeopleProblem, status = 422) {
  return refused(posted, [{ id, message: problemWords(why) }], status)
}

/** What a command refused, at the field with this id; what is not there is a 404, what is no longer theirs a 403. */
async function answer(posted: Posted, result: InviteResult, done: PeopleDone | null, at: string) {
  const paths = pathsIn(language())
  const { id } = posted.member.organisation
  if (result.ok) return redirect(done === null ? paths.companies : `${paths.people(id)}?gedaan=${done}`)
  switch (result.reason) {
    case 'notFound':
      throw new Response(null, { status: 404 })
    case 'noLonger':
      return await refuse(world(), posted.member.user, id)
    case 'bad-address':
      return problem(posted, at, 'email')
    case 'too-many-letters':
      return problem(posted, at, 'letters')
    case 'isMember':
    case 'lastOwner':
      return problem(posted, at, result.reason)
  }
}

/** The letter of this member's invitations, in the language of the page. */
function letterFrom(member: Member, company: string | null, titles: ReadonlyMap<string, string>): WriteInvitation {
  return (token, { role: given, themes }) =>
    invitationLetter({
      language: language(),
      link: world().environment.ORIGIN + pathsIn(language()).invitation(token),
      by: member.user.name ?? member.user.email,
      company,
      role: given,
      themes: themes.flatMap(theme => titles.get(theme) ?? []),
      days: invitationDays,
    })
}

/** The role and themes of a form, or what is wrong with them; `suffix` ends the ids of its fields. */
function roleIn(posted: Posted, known: ReadonlyMap<string, string>, suffix: string) {
  const chosen = role.safeParse(posted.form.get('role'))
  if (!chosen.success) return { ok: false as const, error: { id: `role${suffix}`, message: problemWords('role') } }
  const themes = posted.form.getAll('themes').filter(theme => typeof theme === 'string').filter(theme => known.has(theme))
  if (chosen.data === 'contributor' && themes.length === 0) return { ok: false as const, error: { id: `themes${suffix}`, message: problemWords('themes') } }
  return { ok: true as const, role: chosen.data, themes }
}

async function answerInvite(posted: Posted) {
  const { member, form } = posted
  const once = onceKeyFrom(form)
  if (once === null) throw new Response(null, { status: 400 })
  const titles = await themesOf(member, language())
  const email = address.safeParse(textIn(form, 'email'))
  const given = roleIn(posted, titles, '')
  const errors = [...(email.success ? [] : [{ id: 'email', message: problemWords('email') }]), ...(given.ok ? [] : [given.error])]
  if (!email.success || !given.ok) return refused(posted, errors)
  if (!(await mayPost(posted.address))) return problem(posted, 'email', 'letters', 429)
  const write = letterFrom(member, await calledIn(member, language()), titles)
  const result = await invite(member, { email: email.data, role: given.role, themes: given.themes, onceKey: once }, write)
  world().letters.sendSoon()
  return await answer(posted, result, 'invited', 'email')
}

async function answerAgain(posted: Posted) {
  const { member, form } = posted
  const once = onceKeyFrom(form)
  const id = textIn(form, 'invitation')
  if (once === null) throw new Response(null, { status: 400 })
  if (!(await mayPost(posted.address))) return problem(posted, `again-${id}`, 'letters', 429)
  const write = letterFrom(member, await calledIn(member, language()), await themesOf(member, language()))
  const result = await inviteAgain(member, id, once, write)
  world().letters.sendSoon()
  return await answer(posted, result, 'again', `again-${id}`)
}

async function answerChange(posted: Posted) {
  const { member, form } = posted
  const person = textIn(form, 'person')
  const given = roleIn(posted, await themesOf(member, language()), `-${person}`)
  if (!given.ok) return refused(posted, [given.error])
  const result = await changeRole(member, person, given)
  return await renewed(posted, await answer(posted, result, 'changed', `role-${person}`), result.ok && person === member.user.id)
}

async function answerHandOver(posted: Posted) {
  const { member, form } = posted
  const person = textIn(form, 'person')
  if (person === '') return problem(posted, 'person', 'person')
  const asked = await confirmPassword(world(), member.user, textIn(form, 'password'), posted.address)
  if (!asked.ok) {
    if (asked.reason === 'wrong') return problem(posted, 'password', 'password')
    return refused(posted, [{ id: 'password', message: slowWords(asked.seconds) }], 429, { 'Retry-After': String(asked.seconds) })
  }
  const result = await handOver(member, person)
  return await renewed(posted, await answer(posted, result, 'over', 'person'), result.ok)
}

async function answerLeave(posted: Posted) {
  const result = await leave(posted.member)
  return await renewed(posted, await answer(posted, result, null, 'leave'), result.ok)
}

/** The same answer with a new session for who is still there with other rights; the one before has ended. */
async function renewed<A>({ request, member }: Posted, given: A, changed: boolean): Promise<A> {
  if (changed && given instanceof Response) given.headers.append('Set-Cookie', await beginSession(world(), request, member.user.id, kindFor(member.user)))
  return given
}

/** Does what the form asks, for who may. */
export async function answerPeopleForm(request: Request, params: { organisation?: string | undefined }, form: FormData, address: string) {
  const asked = textIn(form, 'do')
  const permission = asked === 'leave' ? 'people.see' : asked === 'handOver' ? 'organisation.handOver' : 'people.manage'
  const member = await requireMember(world(), request, params, permission)
  const posted: Posted = { request, form, address, member }
  switch (asked) {
    case 'invite':
      return await answerInvite(posted)
    case 'again':
      return await answerAgain(posted)
    case 'withdraw':
      return await answer(posted, await withdraw(member, textIn(form, 'invitation')), 'withdrawn', 'invited')
    case 'change':
      return await answerChange(posted)
    case 'remove': {
      const person = textIn(form, 'person')
      const result = await removeMember(member, person)
      return await renewed(posted, await answer(posted, result, 'removed', `role-${person}`), result.ok && person === member.user.id)
    }
    case 'handOver':
      return await answerHandOver(posted)
    case 'leave':
      return await answerLeave(posted)
    default:
      throw new Response(null, { status: 400 })
  }
}
