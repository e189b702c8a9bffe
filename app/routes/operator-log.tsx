/** The audit log, newest first, by the kind of event. Looking here is noted in it too. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useLocation } from '@remix-run/react'
import { requireLookingOperator } from '#app/auth/guards.server.ts'
import { z } from 'zod'
import { auditEvents } from '#db/audit-events.ts'
import { logEntries } from '#app/auth/operator-views.server.ts'
import { date, time } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PageHandle } from '#app/root.tsx'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/select.tsx'
import { world } from '#app/world.server.ts'
import { Facts, OperatorPage } from './operator-page.tsx'
import { eventWords } from './operator-event-words.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.operator_log()} – ${m.site_name()}` }]

const entriesOnPage = 100

const asked = z.object({
  event: z.enum(auditEvents).nullable().catch(null),
  before: z.coerce.number().int().min(1).nullable().catch(null),
})

export async function loader({ request }: LoaderFunctionArgs) {
  await requireLookingOperator(world(), request, 'log')
  const query = new URL(request.url).searchParams
  const { event, before } = asked.parse({ event: query.get('soort'), before: query.get('voor') })
  const { entries, next } = await logEntries(world().database.reader, { event, before: before === 0 ? null : before, size: entriesOnPage })
  return { event, events: [...auditEvents], entries, next }
}

export default function OperatorLog() {
  const { event, events, entries, next } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const more = new URLSearchParams({ ...(event === null ? {} : { soort: event }), voor: String(next) })
  return (
    <OperatorPage title={m.operator_log()}>
      <p>{m.operator_noted()}</p>
      <Form method="get" reloadDocument className="flow">
        <Select name="soort" label={m.operator_log_kind()} value={event ?? ''} options={[{ value: '', label: m.operator_log_all() }, ...events.map(value => ({ value, label: eventWords(value) }))]} />
        <div className="actions">
          <Button kind="quiet">{m.operator_log_show()}</Button>
        </div>
      </Form>
      {entries.length === 0 ? <p>{m.operator_log_empty()}</p> : null}
      <ul className="border-t border-rule">
        {entries.map(({ id, at, event, userId, organisationId, subjectId }) => (
          <Facts
            key={id}
            name={eventWords(event)}
            rows={[
              [m.operator_log_when(), m.operator_at({ date: date(at), time: time(at) })],
              [m.operator_log_who(), userId ?? m.operator_log_nobody()],
              ...(organisationId === null ? [] : [[m.operator_log_company(), organisationId] as const]),
              ...(subjectId === null ? [] : [[m.operator_log_subject(), subjectId] as const]),
            ]}
          />
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <a href={`${pathname}?${more.toString()}`}>{m.operator_more()}</a>
        </p>
      )}
    </OperatorPage>
  )
}
