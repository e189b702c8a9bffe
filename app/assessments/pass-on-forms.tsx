/** The two ways to another device: a code with its QR, and a link by mail. */
import { zodResolver } from '@hookform/resolvers/zod'
import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export function DeviceCode({ enter, days, made }: { enter: string; days: number; made: { code: string; qr: string } | undefined }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <section className="flow">
      <h2>{m.pass_code_title()}</h2>
      {made === undefined ? (
        <p>{m.pass_code_text({ days })}</p>
      ) : (
        <div className="pass-code" role="status">
          <div className="flow">
            <p>{m.pass_code_go({ address: enter.replace(/^https?:\/\//, '') })}</p>
            <p className="code" aria-label={m.pass_code_spelled({ code: [...made.code.replace('-', '')].join(' ') })}>
              {made.code}
            </p>
            <p className="small text-soft">{m.pass_code_once({ days })}</p>
          </div>
          <div className="qr" role="img" aria-label={m.pass_qr()} dangerouslySetInnerHTML={{ __html: made.qr }} />
        </div>
      )}
      <Form method="post" className="actions">
        <Button name="how" value="code" kind={made === undefined ? 'primary' : 'quiet'} disabled={busy}>
          {made === undefined ? m.pass_code_make() : m.pass_code_again()}
        </Button>
      </Form>
    </section>
  )
}

const mailForm = z.object({ email: z.email() })

export function MailForm({ once, sent, refused }: { once: string; sent: string | undefined; refused: { reason: 'bad-address' | 'too-many-letters'; typed: string } | undefined }) {
  const busy = useNavigation().state !== 'idle'
  const submit = useSubmit()
  const { register, handleSubmit, formState } = useForm<{ email: string }>({ resolver: zodResolver(mailForm) })
  const error =
    formState.errors.email !== undefined || refused?.reason === 'bad-address' ? m.pass_mail_bad() : refused?.reason === 'too-many-letters' ? m.pass_mail_too_many() : undefined
  return (
    <section className="flow">
      <h2>{m.pass_mail_title()}</h2>
      {sent === undefined ? null : (
        <Notice live title={m.pass_mail_sent({ to: sent })}>
          <p>{m.pass_mail_sent_text()}</p>
        </Notice>
      )}
      <Form
        method="post"
        noValidate
        className="flow"
        onSubmit={event => {
          event.preventDefault()
          const form = event.currentTarget
          void handleSubmit(() => submit(form))(event)
        }}
      >
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="how" value="mail" />
        <TextField
          name="email"
          type="email"
          label={m.pass_mail_address()}
          help={m.pass_mail_help()}
          error={error}
          value={refused?.typed}
          autoComplete="email"
          inputMode="email"
          binding={register('email')}
        />
        <div className="actions">
          <Button kind="quiet" disabled={busy}>
            {m.pass_mail_send()}
          </Button>
        </div>
      </Form>
    </section>
  )
}
