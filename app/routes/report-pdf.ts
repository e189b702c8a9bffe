/** The report as a PDF. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { language } from '#app/i18n/format.ts'
import { sheetsAt } from '#app/paper/document.server.tsx'
import { builtFolder, printAnswer } from '#app/paper/print-answer.server.ts'
import { loadReport } from '#app/reports/load-report.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { reportPaper } from '#app/reports/paper.server.tsx'
import report from '#app/reports/report.css?url'
import { reportView } from '#app/reports/report-view.ts'
import paraat from '#app/ui/paraat.css?url'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment, log } = world()
  const { assessment, questionnaire, evidence, result, context, paths } = await loadReport(world(), request, params)
  const view = reportView(questionnaire, evidence, result, context)
  return await printAnswer({
    html: reportPaper({ language: language(), styles: sheetsAt(builtFolder(), [paraat, report]) }, view, hourBarWords()),
    fileName: m.report_file({ day: dutchDay(context.finishedAt) }),
    back: paths.report(assessment.id),
    executable: environment.CHROMIUM_PATH,
    log,
  })
}
