/** Confirming answers that were given before: old ones of the newest finished scan, or those of last time in a new scan. */
import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmedOf } from '#app/assessments/ageing.server.ts'
import { answerInWords } from '#app/assessments/answer-words.ts'
import { answersByPage } from '#app/assessments/check-view.ts'
import { ConfirmPage } from '#app/assessments/confirm-page.tsx'
import { lookAhead, oldBy, waitingFor } from '#app/assessments/confirm-view.ts'
import { confirmAnswers } from '#app/assessments/correct.server.ts'
import { pageOf, themeIn } from '#app/assessments/flow.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { newestFinished } from '#app/assessments/line.server.ts'
import { contentOf } from '#app/assessments/save.server.ts'
import { evidenceOf, findScan, refuseScan, requireScan, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { unconfirmedOf } from '#app/assessments/unconfirmed.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { addressOf } from './question-pages.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.again_page()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

/** The scan whose answers are confirmed: this one while it is open, else the newest finished one of its line that this request may open. */
async function scanToConfirm(request: Request, params: { scan?: string | undefined }): Promise<Scan> {
  const scan = await requireScan(world(), request, params, 'scan.open')
  if (!may(scan.actor, 'scan.fill') && scan.actor.role !== 'contributor') return await refuseScan(world(), scan)
  if (scan.assessment.finishedAt === null) return scan
  const newest = await newestFinished(world().database.reader, scan.assessment)
  return (newest === null || newest.id === scan.assessment.id ? null : await findScan(world(), request, newest.id)) ?? scan
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await scanToConfirm(request, params)
  const { assessment, questionnaire, actor } = scan
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  const paths = pathsIn(language)
  const again = assessment.finishedAt === null
  const stored = await storedAnswers(world(), assessment.id)
  const confirmed = await confirmedOf(world(), assessment.id)
  const unconfirmed = again ? await unconfirmedOf(world(), assessment) : null
  const old = oldBy(confirmed, dutchDay(world().now() + lookAhead * 86_400_000))
  const contents = new Map(stored.map(row => [row.questionId, contentOf(row)]))
  const groups = waitingFor(answersByPage(questionnaire, evidenceOf(assessment, stored), contents, language), actor, question => (unconfirmed === null ? old(question) : unconfirmed.has(question)))
  const done = Number(url.searchParams.get('bevestigd'))
  return {
    again,
    groups: groups.map(({ page, title, answers }) => ({
      key: page.kind === 'theme' ? page.theme : page.kind,
      title: page.kind === 'theme' ? title : page.kind === 'first' ? m.scan_first_title() : m.scan_how_long_title(),
      answers: answers.map(({ question, content }) => ({
        id: question.id,
        text: question.text,
        words: answerInWords(question, content),
        since: m.again_since({ date: date(Date.parse(`${confirmed[question.id]!.on}T12:00Z`)) }),
        change: again ? `${addressOf(paths, assessment.id, page)}#q-${question.id}` : null,
      })),
    })),
    done: Number.isInteger(done) && done > 0 ? done : null,
    back: again || !may(actor, 'scan.seeReport') ? { href: paths.scan(assessment.id), label: m.scan_overview() } : { href: paths.report(assessment.id), label: m.trend_back() },
    copy: !again && may(actor, 'scan.start') ? { action: paths.copy(assessment.id), mode: assessment.mode, once: randomUUID() } : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await scanToConfirm(request, params)
  const asked = (await readForm(request)).getAll('question')
  const own = scan.questionnaire.questions.filter(question => asked.includes(question.id))
  if (own.length === 0) throw new Response(null, { status: 400 })
  if (!own.every(question => may(scan.actor, 'scan.fill', themeIn(pageOf(question))))) return await refuseScan(world(), scan)
  await confirmAnswers(world(), scan, own.map(question => question.id))
  return redirect(`${pathsIn(languageOf(new URL(request.url).pathname)).confirm(scan.assessment.id)}?bevestigd=${own.length}`)
}

export default function Confirm() {
  return (
    <Site>
      <ConfirmPage {...useLoaderData<typeof loader>()} />
    </Site>
  )
}
