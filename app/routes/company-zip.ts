/** Everything of a company as one file to save; a GET leads to the page that says what is in it. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { requireMember } from '#app/auth/guards.server.ts'
import { language } from '#app/i18n/format.ts'
import { sheetsAt } from '#app/paper/document.server.tsx'
import { printPdf } from '#app/paper/pdf.server.ts'
import { builtFolder, builtFont } from '#app/paper/print-answer.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import card from '#app/reports/card.css?url'
import { cardView } from '#app/reports/card-view.ts'
import { companyZip, type Printer } from '#app/reports/export/company-zip.server.ts'
import { cardPaper, reportPaper } from '#app/reports/paper.server.tsx'
import report from '#app/reports/report.css?url'
import { reportView } from '#app/reports/report-view.ts'
import paraat from '#app/ui/paraat.css?url'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(world(), request, params, 'organisation.export')
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).companyExport(member.organisation.id))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { environment, log } = world()
  const member = await requireMember(world(), request, params, 'organisation.export')
  const printHtml = async (html: string) => {
    const printed = await printPdf({ html, file: builtFont }, environment.CHROMIUM_PATH)
    if (!printed.ok) log.error({ err: printed.error, reason: printed.reason }, 'printing for an export failed')
    return printed
  }
  const print: Printer = async ({ questionnaire, evidence, result, context }) => {
    const paper = (sheet: string) => ({ language: language(), styles: sheetsAt(builtFolder(), [paraat, sheet]) })
    const view = reportView(questionnaire, evidence, result, context)
    return {
      report: await printHtml(reportPaper(paper(report), view, hourBarWords())),
      card: await printHtml(cardPaper(paper(card), cardView(questionnaire, evidence, result, context))),
    }
  }
  const { name, zip } = await companyZip(member, language(), print)
  return new Response(zip, {
    headers: { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  })
}
