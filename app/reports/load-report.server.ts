/** Reads a finished scan for its report; one that is not finished leads back to its check. */
import { redirect } from '@remix-run/node'
import type { World } from '#db/open.server.ts'
import type { Assessment } from '#db/schema.ts'
import { evidenceOf, isExample, requireScan, storedAnswers, storedResult } from '#app/assessments/scan.server.ts'
import { confirmedOf } from '#app/assessments/ageing.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import type { Actor } from '#app/core/permissions.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import type { ReportContext } from './report-view.ts'

/** A finished scan with all that its report is made of. */
export type LoadedReport = {
  readonly assessment: Assessment
  readonly questionnaire: Questionnaire
  readonly evidence: Evidence
  readonly result: Result
  readonly context: ReportContext
  readonly paths: Paths
}

/** Throws a 404 where this browser may not open the scan, and a redirect to its check while it is not finished. */
export async function loadReport(world: World, request: Request, params: { scan?: string | undefined }): Promise<LoadedReport & { readonly actor: Actor }> {
  const { assessment, questionnaire, actor } = await requireScan(world, request, params, 'scan.seeReport')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const report = await readReport(world, assessment, questionnaire, paths)
  if (report === null) throw redirect(paths.check(assessment.id))
  return { ...report, actor }
}

/** What the report of a scan is made of, or null while it is not finished. Whoever calls it has checked who may see the scan. */
export async function readReport(world: World, assessment: Assessment, questionnaire: Questionnaire, paths: Paths): Promise<LoadedReport | null> {
  const result = await storedResult(world, assessment.id)
  if (assessment.finishedAt === null || result === null) return null
  const stored = await storedAnswers(world, assessment.id)
  const confirmed = await confirmedOf(world, assessment.id)
  const marks = Object.fromEntries(stored.map(({ questionId, firmness, evidence }) => [questionId, { firmness, evidence, ...(confirmed[questionId] === undefined ? {} : { confirmed: confirmed[questionId].on }) }]))
  const ownWords = Object.fromEntries(stored.flatMap(row => (row.ownWords === null ? [] : [[row.questionId, row.ownWords]])))
  return {
    assessment,
    questionnaire,
    evidence: evidenceOf(assessment, stored),
    result,
    context: { finishedAt: assessment.finishedAt, scope: assessment.scope, example: await isExample(world, assessment), ownWords, marks, today: dutchDay(world.now()) },
    paths,
  }
}
