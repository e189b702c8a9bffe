/** Who has an account. Looking here is noted in the audit log. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { requireLookingOperator } from '#app/auth/guards.server.ts'
import { userRows } from '#app/auth/operator-views.server.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PageHandle } from '#app/root.tsx'
import { world } from '#app/world.server.ts'
import { Facts, OperatorPage } from './operator-page.tsx'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.operator_users()} – ${m.site_name()}` }]

const usersOnPage = 50

export async function loader({ request }: LoaderFunctionArgs) {
  await requireLookingOperator(world(), request, 'users')
  const after = new URL(request.url).searchParams.get('na') ?? ''
  return await userRows(world().database.reader, after, usersOnPage)
}

export default function OperatorUsers() {
  const { rows, next } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <OperatorPage title={m.operator_users()}>
      <p>{m.operator_noted()}</p>
      <ul className="border-t border-rule">
        {rows.map(({ id, email, createdAt, secondFactor, operator, deletionAt, companies, lastSignIn }) => (
          <Facts
            key={id}
            name={email}
            rows={[
              [m.operator_user_since(), date(createdAt)],
              [m.operator_user_second(), secondFactor ? m.operator_yes() : m.operator_no()],
              [m.operator_user_companies(), String(companies)],
              [m.operator_user_last(), lastSignIn === null ? m.operator_none() : date(lastSignIn)],
              ...(operator ? [[m.operator_user_operator(), m.operator_yes()] as const] : []),
              ...(deletionAt === null ? [] : [[m.operator_user_goes(), date(deletionAt)] as const]),
            ]}
          />
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <a href={`${pathname}?na=${encodeURIComponent(next)}`}>{m.operator_more()}</a>
        </p>
      )}
    </OperatorPage>
  )
}
