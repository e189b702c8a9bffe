/** Everything of one scan as JSON; a GET leads to the report. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/i18n/paraglide/messages.js'
import { file, takeOut, towardsReport } from './scan-data.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return await towardsReport(request, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { data, day } = await takeOut(request, params)
  return file(`${JSON.stringify(data, null, 2)}\n`, 'application/json', m.word_json_file({ day }))
}
