/** The second step of signing in: switching it on, the recovery codes, switching it off. */
import { data, redirectDocument, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { readToken, tokenCookie } from '#app/auth/cookie.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { SecondFactorOff, SecondFactorOn, RecoveryCodes } from '#app/auth/second-factor-forms.tsx'
import { displayRecoveryCode, offerFor, recoveryCodesLeft, renewCodes, shownCodes, switchOff, switchOn, type Changed } from '#app/auth/second-factor.server.ts'
import { newSecret } from '#app/auth/secret.server.ts'
import { beginSession } from '#app/auth/session.server.ts'
import { kindFor } from '#app/auth/sign-in.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.auth_me_second()} – ${m.site_name()}` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

/** For a few minutes the browser holds what the new recovery codes are made of, so that they can be shown and printed. */
const codesCookie = '__Host-paraat-codes'
const codesSeconds = 10 * 60

function shown(offer: { readonly secret: string; readonly seed: string; readonly uri: string }) {
  return { secret: offer.secret, seed: offer.seed, qr: renderSVG(offer.uri, { border: 2 }) }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const url = new URL(request.url)
  const seed = readToken(request, codesCookie)
  const codes = user.secondFactor && seed !== null ? await shownCodes(world(), user.id, seed) : null
  return {
    email: user.email,
    back: pathsIn(languageOf(url.pathname)).account,
    codes: codes?.map(displayRecoveryCode) ?? null,
    today: world().now(),
    left: user.secondFactor ? await recoveryCodesLeft(world().database.reader, user.id) : null,
    seed: newSecret(),
    offer: user.secondFactor ? null : shown(offerFor(user.email)),
    switchedOff: url.searchParams.get('gedaan') === 'uit',
  }
}

const posted = z.object({
  how: z.enum(['on', 'renew', 'off', 'kept']),
  secret: z.string().regex(/^[A-Z2-7]{32}$/).optional(),
  seed: z.string().regex(/^[\w-]{43}$/).optional(),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const form = await readForm(request)
  const parsed = posted.safeParse({ how: form.get('how'), secret: form.get('secret') ?? undefined, seed: form.get('seed') ?? undefined })
  if (!parsed.success) throw new Response(null, { status: 400 })
  const { how, secret = '', seed = '' } = parsed.data
  if (how === 'kept') return redirectDocument(paths.account, { headers: { 'Set-Cookie': tokenCookie(codesCookie, '', 0) } })
  if ((how !== 'off' && seed === '') || (how === 'on' && secret === '')) throw new Response(null, { status: 400 })
  const given = { password: textIn(form, 'password'), code: textIn(form, 'code').slice(0, 40), address: context.address }
  const done =
    how === 'on'
      ? await switchOn(world(), user, { secret, seed }, given)
      : how === 'renew'
        ? await renewCodes(world(), user, seed, given)
        : await switchOff(world(), user, given)
  if (!done.ok) return refusal(done, how, how === 'on' ? shown(offerFor(user.email, { secret, seed })) : null)
  const cookie = await beginSession(world(), request, user.id, kindFor({ operator: user.operator, secondFactor: how !== 'off' }))
  const answer = new Headers([
    ['Set-Cookie', cookie],
    ['Set-Cookie', how === 'off' ? tokenCookie(codesCookie, '', 0) : tokenCookie(codesCookie, seed, codesSeconds)],
  ])
  return redirectDocument(paths.accountSecondFactor + (how === 'off' ? '?gedaan=uit' : ''), { headers: answer })
}

function refusal(done: Extract<Changed, { ok: false }>, how: 'on' | 'renew' | 'off', offer: ReturnType<typeof shown> | null) {
  const slow = done.reason === 'slow' ? done.seconds : null
  const status = slow !== null ? 429 : done.reason === 'state' ? 409 : 422
  return data({ how, reason: done.reason, seconds: slow ?? 0, offer }, { status, headers: slow === null ? {} : { 'Retry-After': String(slow) } })
}

export default function AccountSecondFactor() {
  const { email, back, codes, today, left, seed, offer, switchedOff } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Site>
      {codes !== null ? (
        <RecoveryCodes codes={codes} email={email} made={today} />
      ) : offer === null ? (
        <SecondFactorOff left={left ?? 0} seed={seed} back={back} refused={refused} />
      ) : (
        <SecondFactorOn offer={refused?.offer ?? offer} back={back} switchedOff={switchedOff} refused={refused} />
      )}
    </Site>
  )
}
