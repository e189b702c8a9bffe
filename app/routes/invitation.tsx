/** The page that an invitation opens: looking at it uses nothing up, the button does. */
import { data, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NewPassword } from '#app/auth/account-parts.tsx'
import { longestName, passwordWords } from '#app/auth/account-words.ts'
import { beginSession, readSession } from '#app/auth/session.server.ts'
import { comeIn, kindFor } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { InvitationPage } from '#app/organisations/invitation.tsx'
import { accept, acceptAsNew, lookUpInvitation, type Accepted } from '#app/organisations/invitations.server.ts'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.company_join_title_nameless()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const token = params.token ?? ''
  const ways = { signIn: paths.signIn(paths.invitation(token)), signOut: paths.signOut, companies: paths.companies }
  const [invited, signedIn] = [await lookUpInvitation(world(), token), await readSession(world(), request)]
  if (invited === null) return data({ ...ways, invited: null, own: null }, { status: 410 })
  const { email, role, company, by, hasAccount } = invited
  return data({ ...ways, invited: { email, role, company: company.name, by, hasAccount }, own: signedIn?.user.email ?? null })
}

/** To the theme that was handed over, where there is one; else to the company. */
function onward(paths: Paths, { organisationId, role, themes, assessmentId }: Accepted): string {
  const [theme] = themes
  return role === 'contributor' && assessmentId !== null && theme !== undefined ? paths.theme(assessmentId, theme) : paths.company(organisationId)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const token = params.token ?? ''
  const form = await readForm(request)
  const signedIn = await readSession(world(), request)
  const name = textIn(form, 'name').slice(0, 200)
  const done =
    signedIn === null
      ? await acceptAsNew(world(), token, { password: textIn(form, 'password'), name, language })
      : await accept(world(), signedIn.user, token)
  if (done.ok) {
    const cookie = signedIn === null ? await comeIn(world(), request, done.userId, 'ordinary') : await beginSession(world(), request, done.userId, kindFor(signedIn.user))
    return redirectDocument(onward(paths, done), { headers: { 'Set-Cookie': cookie } })
  }
  if (done.reason === 'gone') return data({ problem: null, name }, { status: 410 })
  if (done.reason === 'hasAccount' || done.reason === 'otherAddress') return data({ problem: null, name }, { status: 422 })
  return data({ problem: done.reason, name }, { status: 422 })
}

export default function Invitation() {
  const { invited, own, signIn, signOut, companies } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const message = refused === undefined || refused.problem === null ? undefined : passwordWords(refused.problem)
  return (
    <Site>
      <InvitationPage
        invited={invited}
        own={own}
        ways={{ signIn, signOut, companies }}
        error={message}
        fields={
          invited === null ? null : (
            <>
              <NewPassword email={invited.email} label={m.auth_choose_password()} error={message} />
              <TextField
                name="name"
                label={m.auth_name()}
                optional={m.auth_optional()}
                help={m.auth_name_help()}
                value={refused?.name}
                autoComplete="name"
                maxLength={longestName}
              />
            </>
          )
        }
      />
    </Site>
  )
}
