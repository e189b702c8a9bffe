/** The report as a Word document, with the plan of its company or site. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { planTable } from '#app/plans/plan-table.server.ts'
import { cardView } from '#app/reports/card-view.ts'
import { loadReport } from '#app/reports/load-report.server.ts'
import { dayInAmsterdam } from '#app/reports/next-monday.ts'
import { reportView } from '#app/reports/report-view.ts'
import { companyName } from '#app/reports/word/company-name.server.ts'
import { wordReport } from '#app/reports/word/word-document.server.ts'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database } = world()
  const { assessment, questionnaire, evidence, result, context } = await loadReport(world(), request, params)
  const document = await wordReport({
    view: reportView(questionnaire, evidence, result, context),
    card: cardView(questionnaire, evidence, result, context),
    plan: await planTable(database, assessment, assessment.size),
    words: hourBarWords(),
    company: await companyName(database.reader, assessment.organisationId),
  })
  return new Response(new Uint8Array(document), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${m.word_file({ day: dayInAmsterdam(context.finishedAt) })}"`,
      'Cache-Control': 'no-store',
    },
  })
}
