/** Where autosave sends answers: all or, where one is bad input, none. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { asMember } from '#app/assessments/as-member.ts'
import { pageOf, themeIn } from '#app/assessments/flow.ts'
import { saveRequest } from '#app/assessments/save-request.ts'
import { saveAnswers } from '#app/assessments/save.server.ts'
import { findScan, refuseScan } from '#app/assessments/scan.server.ts'
import { may } from '#app/core/permissions.ts'
import { world } from '#app/world.server.ts'
import { wasSignedIn } from './question-pages.server.ts'

const statusOf = { finished: 409, gone: 404, badInput: 422, signedOut: 401 } as const

function answer(result: { readonly ok: boolean; readonly reason?: keyof typeof statusOf }): Response {
  return Response.json(result, { status: result.reason === undefined ? 200 : statusOf[result.reason], headers: { 'Cache-Control': 'no-store' } })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await findScan(world(), request, params.scan ?? '')
  if (scan === null) return answer({ ok: false, reason: (await wasSignedIn(request, new URL(request.url).searchParams.has(asMember))) ? 'signedOut' : 'gone' })
  const parsed = saveRequest.safeParse(await request.json().catch(() => null))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return Response.json({ ok: false, reason: 'badInput', question: '', problem: `${issue?.path.join('.')}: ${issue?.message}` }, { status: 400 })
  }
  const themeOf = (id: string) => scan.questionnaire.questions.filter(question => question.id === id).map(question => themeIn(pageOf(question)))[0] ?? null
  for (const { question } of parsed.data.saves) if (!may(scan.actor, 'scan.fill', themeOf(question))) return await refuseScan(world(), scan)
  return answer(await saveAnswers(world(), scan, parsed.data.saves))
}

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: 'POST' } })
}
