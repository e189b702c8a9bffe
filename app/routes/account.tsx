/** The own account at a glance, with name and language to change. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountRows } from '#app/auth/account-rows.tsx'
import { DeletionNotice } from '#app/organisations/deletion-notice.tsx'
import { changeDetails } from '#app/auth/account.server.ts'
import { longestName } from '#app/auth/account-words.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { recoveryCodesLeft } from '#app/auth/second-factor.server.ts'
import { sessionsOf } from '#app/auth/session.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { remindersOn } from '#app/plans/reminders-off.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { world } from '#app/world.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.auth_me_title()} – ${m.site_name()}` }]

/** What was just done on another page, said once on this one. */
const done = z.enum(['bewaard', 'wachtwoord', 'adres', 'te-laat']).nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const url = new URL(request.url)
  return data({
    email: user.email,
    name: user.name ?? '',
    language: user.language,
    reminders: await remindersOn(world().database.reader, user.id),
    secondFactor: user.secondFactor,
    operator: user.operator && user.secondFactor,
    deletionAt: user.deletionAt,
    codesLeft: user.secondFactor ? await recoveryCodesLeft(world().database.reader, user.id) : null,
    devices: (await sessionsOf(world(), user.id)).length,
    done: done.parse(url.searchParams.get('gedaan')),
    paths: ways(languageOf(url.pathname)),
  })
}

function ways(language: 'nl' | 'en') {
  const { accountEmail, accountPassword, accountSecondFactor, accountSessions, accountExport, accountRemove, signOut, operator } = pathsIn(language)
  return { accountEmail, accountPassword, accountSecondFactor, accountSessions, accountExport, accountRemove, signOut, operator }
}

/** `reminders`: undefined where the form has no such box: they stay as they are. */
const details = z.object({
  name: z.string().max(4000).catch(''),
  language: z.enum(['nl', 'en']).catch('nl'),
  reminders: z.enum(['on', 'off']).transform(said => said === 'on').optional().catch(undefined),
})

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const form = await readForm(request)
  await changeDetails(world(), user.id, details.parse({ name: textIn(form, 'name'), language: form.get('language'), reminders: form.getAll('reminders').at(-1) }))
  return redirect(`${pathsIn(languageOf(new URL(request.url).pathname)).account}?gedaan=bewaard`)
}

export default function Account() {
  const { email, name, language, reminders, secondFactor, operator, deletionAt, codesLeft, devices, done, paths } = useLoaderData<typeof loader>()
  return (
    <Site>
      <div className="flow">
        <h1>{m.auth_me_title()}</h1>
        {deletionAt === null ? null : <DeletionNotice what="account" at={deletionAt} undo={paths.accountRemove} />}
        {done === 'te-laat' ? (
          <Notice kind="time" title={m.auth_me_late()} live>
            <p>{m.auth_me_late_text()}</p>
          </Notice>
        ) : done === null ? null : (
          <Notice live title={{ bewaard: m.auth_me_saved(), wachtwoord: m.auth_me_saved_password(), adres: m.auth_me_saved_email({ email }) }[done]} />
        )}
        <AccountRows
          rows={[
            { name: m.auth_me_email(), value: email, href: paths.accountEmail, act: m.auth_me_change() },
            { name: m.auth_me_password(), value: m.auth_me_password_value(), href: paths.accountPassword, act: m.auth_me_change() },
            {
              name: m.auth_me_second(),
              value: secondFactor ? m.auth_me_second_on() : m.auth_me_second_off(),
              more: codesLeft === null ? undefined : m.auth_2_codes_left({ count: codesLeft }),
              href: paths.accountSecondFactor,
              act: m.auth_me_change(),
            },
            {
              name: m.auth_me_devices(),
              value: devices === 1 ? m.auth_me_devices_one() : m.auth_me_devices_more({ count: devices }),
              href: paths.accountSessions,
              act: m.auth_me_look(),
            },
          ]}
        />
        {operator ? (
          <p>
            <a href={paths.operator}>{m.operator_to()}</a>
          </p>
        ) : null}
        <h2>{m.auth_me_details()}</h2>
        <Form method="post" reloadDocument className="flow">
          <TextField name="name" label={m.auth_name()} optional={m.auth_optional()} help={m.auth_name_help()} value={name} autoComplete="name" maxLength={longestName} />
          <Select
            name="language"
            label={m.auth_me_language()}
            value={language}
            options={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
          <input type="hidden" name="reminders" value="off" />
          <ChoiceGroup
            type="checkbox"
            size="label"
            name="reminders"
            legend={m.calendar_account()}
            options={[{ value: 'on', label: m.calendar_account_option(), help: m.calendar_account_help() }]}
            value={reminders ? 'on' : null}
          />
          <div className="actions">
            <Button>{m.auth_me_save()}</Button>
          </div>
        </Form>
        <h2>{m.auth_me_leave()}</h2>
        <div className="actions">
          <ButtonLink kind="quiet" href={paths.signOut}>
            {m.auth_out_title()}
          </ButtonLink>
          <a href={paths.accountExport}>{m.auth_me_export()}</a>
          <a href={paths.accountRemove}>{m.auth_me_remove()}</a>
        </div>
      </div>
    </Site>
  )
}
