/** One trial hour as an .ics file; of one that is cancelled, the file that takes it out of a diary. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { newestScan } from '#app/assessments/newest-scan.server.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { trialFile } from '#app/practice/trial-file.ts'
import { trialOf } from '#app/practice/trial.server.ts'
import { world } from '#app/world.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'practice.see')
  const trial = await trialOf(world().database.reader, scan.assessment, params.trial ?? '')
  if (trial === null) throw new Response(null, { status: 404 })
  const { ORIGIN, MAIL_FROM } = world().environment
  const { assessment } = (await newestScan(world(), request, scan)) ?? scan
  const url = ORIGIN + pathsIn(languageOf(new URL(request.url).pathname)).trialHour(assessment.id, trial.id)
  const { id, day, time, tell, keepOn, sequence, createdAt, cancelledAt } = trial
  const entry = { id, day, time, tell, keepOn, sequence, createdAt, url, cancelled: cancelledAt !== null }
  return new Response(trialFile(entry, new URL(ORIGIN).hostname, MAIL_FROM, world().now()), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="paraat-proefuur.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
