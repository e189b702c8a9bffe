/** The answers of one scan as a sheet that Dutch Excel opens; a GET leads to the report. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { scanSheet } from '#app/reports/export/scan-sheet.ts'
import { file, takeOut, towardsReport } from './scan-data.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return await towardsReport(request, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { data, questionnaire, evidence, day } = await takeOut(request, params)
  return file(scanSheet(questionnaire, evidence, data.scan, language()), 'text/csv', m.word_csv_file({ day }))
}
