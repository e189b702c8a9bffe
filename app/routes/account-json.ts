/** Everything of one's own account as one file to save; a GET leads to the page that says what is in it. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { requireUser } from '#app/auth/guards.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { accountData } from '#app/reports/export/account-data.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { world } from '#app/world.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(world(), request)
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).accountExport)
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(world(), request)
  const data = await accountData(world(), user.id)
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${m.doc_own_file({ day: dutchDay(world().now()) })}"`,
      'Cache-Control': 'no-store',
    },
  })
}
