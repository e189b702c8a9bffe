/** The forms of the second step: on, with a QR; the recovery codes, on screen and on paper; new ones, and off. */
import { Form, useNavigation } from '@remix-run/react'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { slowWords } from './account-words.ts'

type Refused = { readonly how: 'on' | 'renew' | 'off'; readonly reason: 'password' | 'code' | 'state' | 'slow'; readonly seconds: number }

/** The message at each field of the form that was sent. */
function errorsOf(refused: Refused | undefined, how: Refused['how']): { password: string | undefined; code: string | undefined } {
  if (refused === undefined || refused.how !== how) return { password: undefined, code: undefined }
  return {
    password: refused.reason === 'password' ? m.auth_wrong_password() : refused.reason === 'slow' ? slowWords(refused.seconds) : undefined,
    code: refused.reason === 'code' ? m.auth_code_wrong() : undefined,
  }
}

function Summary({ how, errors }: { how: string; errors: { password: string | undefined; code: string | undefined } }) {
  const list = [
    ...(errors.password === undefined ? [] : [{ id: `${how}-password`, message: errors.password }]),
    ...(errors.code === undefined ? [] : [{ id: `${how}-code`, message: errors.code }]),
  ]
  return <ErrorSummary title={m.scan_errors()} errors={list} />
}

function Password({ how, error }: { how: string; error: string | undefined }) {
  return <TextField id={`${how}-password`} name="password" type="password" label={m.auth_pw_current()} error={error} autoComplete="current-password" required />
}

function Back({ href }: { href: string }) {
  return (
    <p className="kicker">
      <a href={href}>{m.auth_back_account()}</a>
    </p>
  )
}

/** `offer.secret` is base32, `offer.qr` an SVG of the same. */
export function SecondFactorOn({ offer, back, switchedOff, refused }: { offer: { secret: string; seed: string; qr: string }; back: string; switchedOff: boolean; refused: Refused | undefined }) {
  const busy = useNavigation().state !== 'idle'
  const errors = errorsOf(refused, 'on')
  return (
    <Form method="post" noValidate className="flow">
      <Back href={back} />
      <h1>{m.auth_2_off_title()}</h1>
      {switchedOff ? <Notice live title={m.auth_2_done_off()} /> : null}
      {refused?.reason === 'state' ? <Notice kind="time" live title={m.auth_2_state()} /> : null}
      <p className="lead">{m.auth_2_off_text()}</p>
      <Summary how="on" errors={errors} />
      <input type="hidden" name="how" value="on" />
      <input type="hidden" name="secret" value={offer.secret} />
      <input type="hidden" name="seed" value={offer.seed} />
      <h2>{m.auth_2_scan_title()}</h2>
      <p>{m.auth_2_scan_text()}</p>
      <div className="qr" role="img" aria-label={m.auth_2_qr()} dangerouslySetInnerHTML={{ __html: offer.qr }} />
      <p>
        {m.auth_2_key()}
        <br />
        <code className="text-lg break-words">{offer.secret.match(/.{4}/g)?.join(' ')}</code>
      </p>
      <h2>{m.auth_2_confirm_title()}</h2>
      <Password how="on" error={errors.password} />
      <TextField id="on-code" name="code" label={m.auth_2_code()} error={errors.code} autoComplete="one-time-code" inputMode="numeric" maxLength={7} required />
      <p className="small text-soft">{m.auth_2_ends()}</p>
      <div className="actions">
        <Button disabled={busy}>{m.auth_2_on_go()}</Button>
      </div>
    </Form>
  )
}

export function RecoveryCodes({ codes, email, made }: { codes: readonly string[]; email: string; made: number }) {
  return (
    <div className="flow">
      <h1 className="screen-only">{m.auth_2_codes_title()}</h1>
      <p className="lead screen-only">{m.auth_2_codes_text()}</p>
      <p>{m.auth_2_codes_what({ email, date: date(made) })}</p>
      <ol className="grid max-w-[var(--measure)] gap-x-10 gap-y-2 border-y border-rule py-4 sm:grid-cols-2">
        {codes.map(code => (
          <li key={code} className="font-mono text-lg">
            {code}
          </li>
        ))}
      </ol>
      <p className="small text-soft screen-only">{m.auth_2_codes_print()}</p>
      <Form method="post" className="actions screen-only">
        <Button name="how" value="kept">
          {m.auth_2_codes_kept()}
        </Button>
      </Form>
    </div>
  )
}

/** While it is on: how many recovery codes are left, new ones, and the way to switch it off. */
export function SecondFactorOff({ left, seed, back, refused }: { left: number; seed: string; back: string; refused: Refused | undefined }) {
  const busy = useNavigation().state !== 'idle'
  const [renew, off] = [errorsOf(refused, 'renew'), errorsOf(refused, 'off')]
  return (
    <div className="flow">
      <Back href={back} />
      <h1>{m.auth_2_on_title()}</h1>
      {refused?.reason === 'state' ? <Notice kind="time" live title={m.auth_2_state()} /> : null}
      <p className="lead">{m.auth_2_codes_left({ count: left })}</p>
      <Form method="post" noValidate className="flow mt-11">
        <h2>{m.auth_2_renew_title()}</h2>
        <p>{m.auth_2_renew_text()}</p>
        <Summary how="renew" errors={renew} />
        <input type="hidden" name="how" value="renew" />
        <input type="hidden" name="seed" value={seed} />
        <Password how="renew" error={renew.password} />
        <div className="actions">
          <Button kind="quiet" disabled={busy}>
            {m.auth_2_renew_go()}
          </Button>
        </div>
      </Form>
      <Form method="post" noValidate className="flow mt-11">
        <h2>{m.auth_2_off_do_title()}</h2>
        <p>{m.auth_2_off_do_text()}</p>
        <Summary how="off" errors={off} />
        <input type="hidden" name="how" value="off" />
        <Password how="off" error={off.password} />
        <TextField id="off-code" name="code" label={m.auth_step_code()} help={m.auth_step_help()} error={off.code} autoComplete="one-time-code" maxLength={40} required />
        <div className="actions">
          <Button kind="danger" disabled={busy}>
            {m.auth_2_off_go()}
          </Button>
        </div>
      </Form>
    </div>
  )
}
