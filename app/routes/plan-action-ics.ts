/** One action of a plan as an .ics file; of one that is not to be done any more, the file that takes it out of a diary. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { entriesOf } from '#app/plans/calendar-entries.server.ts'
import { actionFile } from '#app/plans/calendar-file.ts'
import { actionOf } from '#app/plans/plan.server.ts'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'plan.see')
  const action = await actionOf(world().database.reader, scan.assessment, params.action ?? '')
  const language = languageOf(new URL(request.url).pathname)
  const { ORIGIN, MAIL_FROM } = world().environment
  const { assessment } = (await newestScan(world(), request, scan)) ?? scan
  const urlOf = (id: string) => ORIGIN + pathsIn(language).planAction(assessment.id, id)
  const [entry] = action === null ? [] : await entriesOf(world().database, [action], { size: assessment.size, language, urlOf })
  if (entry === undefined) throw new Response(null, { status: 404 })
  return new Response(actionFile(entry, new URL(ORIGIN).hostname, MAIL_FROM), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="paraat-actie.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
