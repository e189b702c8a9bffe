/** The overview of a scan: what is done, how many questions are left, and the ways on. Everybody sees what is theirs to do. */
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { contributorsByTheme, storedCompanyName } from '#app/assessments/company-of-scan.server.ts'
import { progressFor, progressOf, themeIn } from '#app/assessments/flow.ts'
import { againByPage } from '#app/assessments/last-time.server.ts'
import { evidenceOf, isExample, noteVisit, requireScan, storedAnswers } from '#app/assessments/scan.server.ts'
import { ThemeList } from '#app/assessments/theme-list.tsx'
import { unconfirmedOf } from '#app/assessments/unconfirmed.server.ts'
import { may } from '#app/core/permissions.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { buttonClass } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { addressOf } from './question-pages.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.scan_overview_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, questionnaire, actor, user } = await requireScan(world(), request, params, 'scan.open')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  const finished = assessment.finishedAt !== null
  if (finished && may(actor, 'scan.seeReport')) throw redirect(paths.report(assessment.id))
  await noteVisit(world(), request, assessment)
  const evidence = evidenceOf(assessment, await storedAnswers(world(), assessment.id))
  const fills = progressFor(actor, questionnaire, evidence)
  const readsOnly = fills.length === 0 && may(actor, 'scan.seeAnswers')
  const who = user === null ? null : await contributorsByTheme(world(), assessment)
  const again = finished || readsOnly ? null : await againByPage(world(), { assessment, questionnaire }, evidence)
  const pages = (readsOnly ? progressOf(questionnaire, evidence) : fills).map(({ page, asked, left }) => ({
    href: readsOnly || finished ? null : addressOf(paths, assessment.id, page),
    title: page.kind === 'theme' ? (questionnaire.themes.find(theme => theme.id === page.theme)?.title[language] ?? '') : page.kind,
    asked,
    left,
    who: who?.get(themeIn(page) ?? '') ?? [],
    again: again?.(page) ?? null,
  }))
  const mayFinish = may(actor, 'scan.finish')
  const afterwards = mayFinish ? paths.check(assessment.id) : null
  return {
    company: user === null ? null : { name: await storedCompanyName(world(), assessment), href: paths.company(assessment.organisationId) },
    sector: questionnaire.sector.title[language],
    mode: assessment.mode,
    example: await isExample(world(), assessment),
    older: world().catalogue.questionnaire(assessment.sector).hash !== questionnaire.hash,
    finished,
    waiting: finished || fills.length === 0 ? null : { n: (await unconfirmedOf(world(), assessment)).size, href: paths.confirm(assessment.id) },
    pages,
    next: pages.find(page => page.left > 0)?.href ?? afterwards,
    check: afterwards,
    answers: readsOnly ? paths.check(assessment.id) : null,
    passOn: may(actor, 'scan.passOn') ? paths.passOn(assessment.id) : null,
    together: user === null || may(actor, 'scan.handOverTheme') ? paths.together(assessment.id) : null,
    small: assessment.size === '1' || assessment.size === '2-9',
    remove: may(actor, 'scan.remove') ? paths.remove(assessment.id) : null,
  }
}

type Overview = ReturnType<typeof useLoaderData<typeof loader>>

/** The heading says how it stands for who reads it, and the text what to do. */
function wordsFor({ finished, pages, check, answers }: Overview): { title: string; text: string } {
  const left = pages.reduce((sum, page) => sum + page.left, 0)
  if (finished) return { title: m.scan_overview_finished(), text: m.scan_overview_finished_text() }
  if (answers !== null) return { title: m.scan_overview_reader(), text: left === 0 ? m.scan_overview_reader_done() : m.scan_overview_reader_text({ left }) }
  if (pages.length === 0) return { title: m.scan_overview_nothing(), text: m.scan_overview_nothing_text() }
  if (left > 0) return { title: m.scan_overview_title(), text: left === 1 ? m.scan_left_one() : m.scan_left({ left }) }
  return check === null ? { title: m.scan_overview_yours_done(), text: m.scan_overview_yours_done_text() } : { title: m.scan_overview_done(), text: m.scan_overview_done_text() }
}

export default function Scan() {
  const overview = useLoaderData<typeof loader>()
  const { company, sector, mode, example, older, finished, waiting, pages, next, check, answers, passOn, together, small, remove } = overview
  const words = wordsFor(overview)
  const begun = pages.some(page => page.left < page.asked)
  const done = pages.every(page => page.left === 0)
  return (
    <Site>
      <div className="flow">
        <p className="kicker">
          {company === null ? null : (
            <>
              <Link to={company.href}>{company.name ?? m.scan_your_company()}</Link> ·{' '}
            </>
          )}
          {sector} · {mode === 'quick' ? m.scan_mode_quick() : m.scan_mode_full()}
        </p>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        {example ? <Notice>{m.scan_is_example()}</Notice> : null}
        {older && !finished ? <Notice>{m.scan_older()}</Notice> : null}
        {waiting === null || waiting.n === 0 ? null : (
          <Notice>
            <p>
              {waiting.n === 1 ? m.again_overview_one() : m.again_overview({ n: waiting.n })} <Link to={waiting.href}>{m.again_overview_to()}</Link>
            </p>
          </Notice>
        )}
        <div className="actions">
          {finished || next === null ? null : (
            <Link className={buttonClass('primary')} to={next}>
              {done ? m.scan_to_check() : begun ? m.scan_go_on() : m.scan_begin()}
            </Link>
          )}
          {answers === null ? null : (
            <Link className={buttonClass('primary')} to={answers}>
              {m.scan_see_answers()}
            </Link>
          )}
          {passOn === null ? null : <Link to={passOn}>{m.scan_pass_on()}</Link>}
          {together === null ? null : <Link to={together}>{small ? m.scan_let_look() : m.scan_together()}</Link>}
        </div>
        <ThemeList
          pages={pages.map(page => ({
            ...page,
            title: page.title === 'first' ? m.scan_first_title() : page.title === 'howLong' ? m.scan_how_long_title() : page.title,
          }))}
          check={check}
        />
        {remove === null ? null : (
          <p>
            <Link to={remove}>{m.scan_remove()}</Link>
          </p>
        )}
      </div>
    </Site>
  )
}
