/** The report as a Word document, with the plan of its company or site. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { storedCompanyName } from '#app/assessments/company-of-scan.server.ts'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { planTable } from '#app/plans/plan-table.server.ts'
import { cardView } from '#app/reports/card-view.ts'
import { loadReport } from '#app/reports/load-report.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { reportView } from '#app/reports/report-view.ts'
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
    company: await storedCompanyName(world(), assessment),
  })
  return new Response(new Uint8Array(document), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${m.word_file({ day: dutchDay(context.finishedAt) })}"`,
      'Cache-Control': 'no-store',
    },
  })
}
