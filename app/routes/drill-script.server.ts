/** Reads a drill with the script that it was begun with: that of the finished scan it came from, whatever was finished since. */
import type { Drill } from '#db/plan-tables.ts'
import { evidenceOf, findScan, storedAnswers, storedResult, type Scan } from '#app/assessments/scan.server.ts'
import { drillScript, measuresAfterDrill, noteSteps, type DrillScript } from '#app/core/drill.ts'
import { wording } from '#app/core/questionnaire.ts'
import { say } from '#app/i18n/format.ts'
import { drillView, type DrillView } from '#app/practice/drill-view.ts'
import { drillOf } from '#app/practice/drill.server.ts'
import { world } from '#app/world.server.ts'

export type ReadDrill = {
  readonly drill: Drill
  /** the finished scan that it came from */
  readonly scan: Scan
  readonly script: DrillScript
  readonly steps: readonly string[]
  readonly view: DrillView
  /** what would put right what it asks about */
  readonly measures: readonly { readonly id: string; readonly title: string }[]
}

/** Throws a 404 where the line of this scan has no such drill, or whoever asks may not open the scan it came from. */
export async function readDrill(request: Request, asked: Scan, id: string | undefined): Promise<ReadDrill> {
  const drill = await drillOf(world().database.reader, asked.assessment, id ?? '')
  const scan = drill === null || drill.assessmentId === asked.assessment.id ? asked : await findScan(world(), request, drill.assessmentId)
  const result = scan === null ? null : await storedResult(world(), scan.assessment.id)
  if (drill === null || scan === null || result === null) throw new Response(null, { status: 404 })
  const { questionnaire } = scan
  const evidence = evidenceOf(scan.assessment, await storedAnswers(world(), scan.assessment.id))
  const script = drillScript(questionnaire, evidence, result, drill.scenario)
  const suggested = measuresAfterDrill(questionnaire, result, script)
  const measures = suggested.map(one => {
    const measure = questionnaire.measures.find(({ id: known }) => known === one)!
    return { id: one, title: say(wording(measure.title, measure.sizeOne, scan.assessment.size)) }
  })
  return { drill, scan, script, steps: noteSteps(script), view: drillView(questionnaire, evidence, result, script), measures }
}
