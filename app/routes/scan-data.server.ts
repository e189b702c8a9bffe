/** What the two files with the data of a scan have in common: who may have them, and what is read for them. */
import { redirect } from '@remix-run/node'
import { evidenceOf, requireScan } from '#app/assessments/scan.server.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { scanData, type TakenScan } from '#app/reports/export/scan-data.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { world } from '#app/world.server.ts'

type Params = { scan?: string | undefined }

/** A GET changes nothing, so it leads to the report, where the button is; a scan that is not finished leads to its check. */
export async function towardsReport(request: Request, params: Params): Promise<Response> {
  const { assessment } = await requireScan(world(), request, params, 'scan.seeAnswers')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return redirect(assessment.finishedAt === null ? paths.check(assessment.id) : paths.report(assessment.id))
}

export type TakenOut = { readonly data: TakenScan; readonly questionnaire: Questionnaire; readonly evidence: Evidence; readonly day: string }

/** Everything of the scan, noted as taken out. Throws a redirect to its check while it is not finished. */
export async function takeOut(request: Request, params: Params): Promise<TakenOut> {
  const { assessment, questionnaire, user } = await requireScan(world(), request, params, 'scan.seeAnswers')
  if (assessment.finishedAt === null) throw redirect(pathsIn(languageOf(new URL(request.url).pathname)).check(assessment.id))
  const data = await scanData(world(), { assessment, questionnaire, userId: user?.id ?? null })
  const stored = data.scan.answers.map(({ question, answer }) => ({ questionId: question, answer }))
  return { data, questionnaire, evidence: evidenceOf(assessment, stored), day: dutchDay(assessment.finishedAt) }
}

/** A file to save, that no one in between keeps. */
export function file(content: string, type: string, name: string): Response {
  return new Response(content, {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  })
}
