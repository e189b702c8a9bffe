/** The first step of the first measure as an .ics file for Monday at nine. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadReport } from '#app/reports/load-report.server.ts'
import { mondayEvent } from '#app/reports/monday-event.ts'
import { measureView, measureWith } from '#app/reports/measure-view.ts'
import { toldFrom } from '#app/reports/told.ts'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, questionnaire, evidence, result, paths } = await loadReport(world(), request, params)
  const first = result.measures.find(measure => measure.id === result.first[0])
  if (first === undefined) throw new Response(null, { status: 404 })
  const told = toldFrom(questionnaire, evidence, result)
  const file = mondayEvent({
    measure: measureView(told, first),
    minutes: measureWith(told, first.id).minutes,
    assessmentId: assessment.id,
    reportUrl: new URL(paths.report(assessment.id), world().environment.ORIGIN).href,
    now: world().now(),
  })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="paraat-maandag.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
