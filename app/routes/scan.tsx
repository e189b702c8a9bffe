/** The overview of a scan: what is done, how many questions are left, and the ways on. */
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { progressOf } from '#app/assessments/flow.ts'
import { evidenceOf, isExample, noteVisit, requireScan, storedAnswers } from '#app/assessments/scan.server.ts'
import { ThemeList } from '#app/assessments/theme-list.tsx'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { buttonClass } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { addressOf } from './question-pages.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.scan_overview_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, questionnaire } = await requireScan(world(), request, params, 'scan.open')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  if (assessment.finishedAt !== null) throw redirect(paths.report(assessment.id))
  await noteVisit(world(), request, assessment)
  const pages = progressOf(questionnaire, evidenceOf(assessment, await storedAnswers(world(), assessment.id))).map(({ page, asked, left }) => ({
    href: addressOf(paths, assessment.id, page),
    title: page.kind === 'theme' ? (questionnaire.themes.find(theme => theme.id === page.theme)?.title[language] ?? '') : page.kind,
    asked,
    left,
  }))
  const { catalogue } = world()
  return {
    sector: questionnaire.sector.title[language],
    mode: assessment.mode,
    example: await isExample(world(), assessment),
    older: catalogue.questionnaire(assessment.sector).hash !== questionnaire.hash,
    pages,
    next: pages.find(page => page.left > 0)?.href ?? paths.check(assessment.id),
    begun: pages.some(page => page.left < page.asked),
    check: paths.check(assessment.id),
    passOn: paths.passOn(assessment.id),
    remove: paths.remove(assessment.id),
  }
}

export default function Scan() {
  const { sector, mode, example, older, pages, next, begun, check, passOn, remove } = useLoaderData<typeof loader>()
  const left = pages.reduce((sum, page) => sum + page.left, 0)
  return (
    <Site>
      <div className="flow">
        <p className="kicker">
          {sector} · {mode === 'quick' ? m.scan_mode_quick() : m.scan_mode_full()}
        </p>
        <h1>{left === 0 ? m.scan_overview_done() : m.scan_overview_title()}</h1>
        <p>{left === 0 ? m.scan_overview_done_text() : left === 1 ? m.scan_left_one() : m.scan_left({ left })}</p>
        {example ? <Notice>{m.scan_is_example()}</Notice> : null}
        {older ? <Notice>{m.scan_older()}</Notice> : null}
        <div className="actions">
          <Link className={buttonClass('primary')} to={next}>
            {left === 0 ? m.scan_to_check() : begun ? m.scan_go_on() : m.scan_begin()}
          </Link>
          <Link to={passOn}>{m.scan_pass_on()}</Link>
        </div>
        <ThemeList
          pages={pages.map(page => ({
            ...page,
            title: page.title === 'first' ? m.scan_first_title() : page.title === 'howLong' ? m.scan_how_long_title() : page.title,
          }))}
          check={check}
        />
        <p>
          <Link to={remove}>{m.scan_remove()}</Link>
        </p>
      </div>
    </Site>
  )
}
