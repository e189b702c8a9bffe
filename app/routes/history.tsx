/** What an answer was before: every version with who and when, and the way back to it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AnswerHistory } from '#app/assessments/answer-history.tsx'
import { answerInWords } from '#app/assessments/answer-words.ts'
import { firmnessInWords } from '#app/assessments/beside-answer.ts'
import { pageOf, themeIn } from '#app/assessments/flow.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { historyOf, putBack, type Author } from '#app/assessments/history.server.ts'
import { momentInWords } from '#app/assessments/moment-words.ts'
import { viewQuestion } from '#app/assessments/question-view.ts'
import { refuseScan, requireScan, type Scan } from '#app/assessments/scan.server.ts'
import { may, type Permission } from '#app/core/permissions.ts'
import type { Question } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { addressOf } from './question-pages.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.scan_history_title()} – ${m.site_name()}` }, { name: 'robots', content: 'noindex' }]

/** The scan and the question of the address, for somebody who may do this with the theme that it belongs to. */
async function requireQuestion(request: Request, params: LoaderFunctionArgs['params'], permission: Permission): Promise<{ scan: Scan; question: Question }> {
  const scan = await requireScan(world(), request, params, 'scan.open')
  const question = scan.questionnaire.questions.find(one => one.id === params.question)
  if (question === undefined) throw new Response(null, { status: 404 })
  if (!may(scan.actor, permission, themeIn(pageOf(question)))) return await refuseScan(world(), scan)
  return { scan, question }
}

function authorInWords(author: Author): string {
  return author.kind === 'member' ? author.name : { guest: m.scan_history_guest(), gone: m.scan_history_gone(), finishing: m.scan_history_finishing() }[author.kind]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scan, question } = await requireQuestion(request, params, 'scan.seeAnswers')
  const { assessment, questionnaire, actor } = scan
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const view = viewQuestion(questionnaire, question, language, assessment.size)
  const page = pageOf(question)
  const mayFill = assessment.finishedAt === null && may(actor, 'scan.fill', themeIn(page))
  return {
    question: view.text,
    versions: (await historyOf(world(), scan, question.id)).map(({ version, content, author, at }) => ({
      version,
      who: authorInWords(author),
      when: momentInWords(at, world().now()),
      answer: answerInWords(view, content),
      note: content.note,
      firmness: content.firmness === null ? null : m.scan_firm_is({ firmness: firmnessInWords(content.firmness) }),
      evidence: content.evidence,
    })),
    mayPutBack: mayFill,
    change: mayFill ? `${addressOf(paths, assessment.id, page)}#q-${question.id}` : null,
    back: may(actor, 'scan.seeAnswers') && assessment.finishedAt === null ? paths.check(assessment.id) : paths.scan(assessment.id),
  }
}

const asked = z.object({ version: z.coerce.number().int().min(0), onto: z.coerce.number().int().min(1) })

export async function action({ request, params }: ActionFunctionArgs) {
  const { scan, question } = await requireQuestion(request, params, 'scan.fill')
  const parsed = asked.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) throw new Response(null, { status: 400 })
  const done = await putBack(world(), scan, question.id, parsed.data.version, parsed.data.onto)
  if (done.ok) return redirect(pathsIn(languageOf(new URL(request.url).pathname)).history(scan.assessment.id, question.id))
  if (done.reason === 'unknown' || done.reason === 'gone') throw new Response(null, { status: 404 })
  return data({ reason: done.reason }, { status: 409 })
}

export default function History() {
  const { question, versions, mayPutBack, change, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const changes = versions.length - 1
  return (
    <Site>
      <div className="flow">
        <p className="kicker">
          <Link to={back}>{m.scan_history_back()}</Link>
        </p>
        <h1>{changes < 1 ? m.scan_history_none() : changes === 1 ? m.scan_history_once() : m.scan_history_times({ changes })}</h1>
        <p className="lead">{question}</p>
        {refused === undefined ? null : (
          <Notice kind="danger" live>
            <p>{refused.reason === 'changed' ? m.scan_history_changed() : m.scan_history_finished()}</p>
          </Notice>
        )}
        {versions.length === 0 ? <p>{m.scan_no_answer()}</p> : <AnswerHistory versions={versions} mayPutBack={mayPutBack} />}
        {change === null ? null : (
          <p>
            <Link to={change}>{m.scan_history_change()}</Link>
          </p>
        )}
      </div>
    </Site>
  )
}
