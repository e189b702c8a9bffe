/** The post: how many letters went, which wait and which were given up. No address and no words. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireOperator } from '#app/auth/guards.server.ts'
import { date, time } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { outboxView } from '#app/mail/outbox-view.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { world } from '#app/world.server.ts'
import { Facts, OperatorPage } from './operator-page.tsx'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.operator_mail()} – ${m.site_name()}` }]

const lettersShown = 100

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOperator(world(), request)
  return await outboxView(world().database.reader, lettersShown)
}

function moment(at: number): string {
  return m.operator_at({ date: date(at), time: time(at) })
}

export default function OperatorMail() {
  const { sent, waiting, failed, letters } = useLoaderData<typeof loader>()
  return (
    <OperatorPage title={waiting + failed === 0 ? m.operator_mail_well() : m.operator_mail_waiting({ waiting, failed })}>
      <p>{m.operator_mail_sent({ sent })}</p>
      {letters.length === 0 ? null : (
        <ul className="border-t border-rule">
          {letters.map(({ id, createdAt, tries, nextTryAt, failedAt, lastError }) => (
            <Facts
              key={id}
              name={id}
              rows={[
                [m.operator_mail_since(), moment(createdAt)],
                [m.operator_mail_tries(), String(tries)],
                failedAt === null ? [m.operator_mail_next(), moment(nextTryAt)] : [m.operator_mail_given_up(), moment(failedAt)],
                [m.operator_mail_error(), lastError ?? m.operator_none()],
              ]}
            />
          ))}
        </ul>
      )}
    </OperatorPage>
  )
}
