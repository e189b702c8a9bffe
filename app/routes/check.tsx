/** Check and finish: every answer with a way to change it, what is still open, and who will see what. Who only reads sees the answers. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { answersByPage } from '#app/assessments/check-view.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { firmnessInWords } from '#app/assessments/beside-answer.ts'
import { storedCompanyName } from '#app/assessments/company-of-scan.server.ts'
import { openQuestions, themeIn } from '#app/assessments/flow.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { answerInWords } from '#app/assessments/answer-words.ts'
import { questionsWithHistory } from '#app/assessments/history.server.ts'
import { contentOf } from '#app/assessments/save.server.ts'
import { evidenceOf, noteVisit, requireScan, storedAnswers } from '#app/assessments/scan.server.ts'
import { unconfirmedOf } from '#app/assessments/unconfirmed.server.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { EvidenceLink } from '#app/ui/evidence-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { addressOf } from './question-pages.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.scan_check_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, questionnaire, actor, user } = await requireScan(world(), request, params, 'scan.seeAnswers')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  if (assessment.finishedAt !== null) throw redirect(paths.report(assessment.id))
  await noteVisit(world(), request, assessment)
  const stored = await storedAnswers(world(), assessment.id)
  const evidence = evidenceOf(assessment, stored)
  const open = new Set(openQuestions(questionnaire, evidence).map(question => question.id))
  const changed = await questionsWithHistory(world(), assessment.id)
  const contents = new Map(stored.map(row => [row.questionId, contentOf(row)]))
  return {
    groups: answersByPage(questionnaire, evidence, contents, language).map(group => ({
      title: group.page.kind === 'theme' ? group.title : group.page.kind,
      href: addressOf(paths, assessment.id, group.page),
      mayChange: may(actor, 'scan.fill', themeIn(group.page)),
      answers: group.answers.map(({ question, content }) => ({
        id: question.id,
        text: question.text,
        words: answerInWords(question, content),
        note: content.note,
        firmness: content.firmness === null ? null : m.scan_firm_is({ firmness: firmnessInWords(content.firmness) }),
        evidence: content.evidence,
        history: changed.has(question.id) ? paths.history(assessment.id, question.id) : null,
        open: open.has(question.id),
      })),
    })),
    open: open.size,
    waiting: { n: (await unconfirmedOf(world(), assessment)).size, href: paths.confirm(assessment.id) },
    overview: paths.scan(assessment.id),
    mayFinish: may(actor, 'scan.finish'),
    company: user === null ? null : { name: await storedCompanyName(world(), assessment), people: paths.people(assessment.organisationId) },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.finish')
  const form = await readForm(request)
  const finished = await finishScan(world(), scan, form.get('rest') === 'unknown')
  if (finished.ok) return redirect(pathsIn(languageOf(new URL(request.url).pathname)).report(scan.assessment.id))
  if (finished.reason === 'gone') throw new Response(null, { status: 404 })
  return data({ open: finished.questions.length }, { status: 422 })
}

export default function Check() {
  const { groups, open, waiting, overview, mayFinish, company } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const title = (name: string) => (name === 'first' ? m.scan_first_title() : name === 'howLong' ? m.scan_how_long_title() : name)
  return (
    <Site>
      <div className="flow">
        <p className="kicker">
          <Link to={overview}>{m.scan_overview()}</Link>
        </p>
        <h1>{mayFinish ? m.scan_check_title() : m.scan_answers_title()}</h1>
        {open > 0 ? (
          <Notice kind="time" title={open === 1 ? m.scan_check_open_one() : m.scan_check_open({ open })} live={refused !== undefined}>
            <ul className="prose">
              {groups.flatMap(group =>
                group.answers
                  .filter(answer => answer.open)
                  .map(answer => (
                    <li key={answer.id}>
                      {group.mayChange ? <Link to={`${group.href}#q-${answer.id}`}>{answer.text}</Link> : answer.text}
                    </li>
                  )),
              )}
            </ul>
          </Notice>
        ) : (
          <p>{mayFinish ? m.scan_check_complete() : m.scan_answers_complete()}</p>
        )}
        {waiting.n === 0 || !mayFinish ? null : (
          <Notice>
            <p>
              {waiting.n === 1 ? m.again_check_one() : m.again_check({ n: waiting.n })} <Link to={waiting.href}>{m.again_overview_to()}</Link>
            </p>
          </Notice>
        )}
        <h2>{m.scan_who_sees_title()}</h2>
        {company === null ? (
          <p>{m.scan_who_sees()}</p>
        ) : (
          <p>
            {company.name === null ? m.scan_who_sees_yours() : m.scan_who_sees_company({ company: company.name })} {m.scan_who_sees_theme()}{' '}
            <Link to={company.people}>{m.scan_who_sees_people()}</Link>
          </p>
        )}
        {mayFinish ? (
          <>
            <Form method="post" className="actions" reloadDocument>
              {open > 0 ? (
                <Button name="rest" value="unknown" disabled={busy}>
                  {m.scan_finish_rest()}
                </Button>
              ) : (
                <Button disabled={busy}>{m.scan_finish()}</Button>
              )}
            </Form>
            <p className="small text-soft">{m.scan_finish_note()}</p>
          </>
        ) : (
          <p>{m.scan_answers_report_later()}</p>
        )}
        {groups.map(group => (
          <section key={group.href} className="flow check-group">
            <h2>{title(group.title)}</h2>
            <dl className="check-answers">
              {group.answers.map(({ id, text, words, note, firmness, evidence, history, open: isOpen }) => (
                <div key={id} data-open={isOpen || undefined}>
                  <dt>{text}</dt>
                  <dd>
                    {words}
                    {note === null ? null : <span className="check-note">{note}</span>}
                    {firmness === null ? null : <span className="check-note">{firmness}</span>}
                    {evidence === null ? null : (
                      <span className="check-note">
                        <EvidenceLink href={evidence} />
                      </span>
                    )}
                    {history === null ? null : (
                      <span className="check-note">
                        <Link to={history} aria-label={m.scan_history_label({ question: text })}>
                          {m.scan_history()}
                        </Link>
                      </span>
                    )}
                  </dd>
                  <dd>
                    {group.mayChange ? (
                      <Link to={`${group.href}#q-${id}`} aria-label={m.scan_change_label({ question: text })}>
                        {m.scan_change()}
                      </Link>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Site>
  )
}
