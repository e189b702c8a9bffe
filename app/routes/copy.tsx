/** Begins a new scan with the answers of this one: to change an answer, or to go on from quick to full. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/assessments/form-text.ts'
import { readBrowserKey } from '#app/auth/browser-key.server.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { startFrom } from '#app/assessments/start.server.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { world } from '#app/world.server.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.start')
  const form = await readForm(request)
  const onceKey = onceKeyFrom(form)
  const mode = form.get('mode')
  if (onceKey === null || (mode !== 'quick' && mode !== 'full')) throw new Response(null, { status: 400 })
  const questionnaire = world().catalogue.questionnaire(scan.assessment.sector)
  const id = await startFrom(world(), readBrowserKey(request), scan, { questionnaire, mode, onceKey })
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).scan(id))
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment } = await requireScan(world(), request, params, 'scan.open')
  return redirect(pathsIn(languageOf(new URL(request.url).pathname)).scan(assessment.id))
}

export default function Copy() {
  return null
}
