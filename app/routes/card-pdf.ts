/** The emergency card as a PDF of one sheet. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { sheetsAt } from '#app/paper/document.server.tsx'
import { builtFolder, printAnswer } from '#app/paper/print-answer.server.ts'
import card from '#app/reports/card.css?url'
import { cardView } from '#app/reports/card-view.ts'
import { loadReport } from '#app/reports/load-report.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { cardPaper } from '#app/reports/paper.server.tsx'
import paraat from '#app/ui/paraat.css?url'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment, log } = world()
  const { assessment, questionnaire, evidence, result, context, paths } = await loadReport(world(), request, params)
  return await printAnswer({
    html: cardPaper({ language: language(), styles: sheetsAt(builtFolder(), [paraat, card]) }, cardView(questionnaire, evidence, result, context)),
    fileName: m.card_file({ day: dutchDay(context.finishedAt) }),
    back: paths.card(assessment.id),
    executable: environment.CHROMIUM_PATH,
    log,
  })
}
