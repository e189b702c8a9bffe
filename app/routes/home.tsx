/** The home page is the first question: how long can your business go on without power? */
import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { FirstAnswer } from '#app/assessments/first-answer.tsx'
import { barOptions } from '#app/assessments/question-field.tsx'
import { viewQuestion } from '#app/assessments/question-view.ts'
import { special } from '#app/assessments/page-form.ts'
import { powerQuestion } from '#app/assessments/start.server.ts'
import { scansOf } from '#app/assessments/scan.server.ts'
import { OwnCompanies } from '#app/assessments/own-companies.tsx'
import { ScanList } from '#app/assessments/scan-list.tsx'
import { readSession } from '#app/auth/session.server.ts'
import { minutesFor } from '#app/catalogue/reading-time.ts'
import { general, sectorOf } from '#app/catalogue/sectors.ts'
import { wantsEnglish } from '#app/i18n/language-cookie.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { baselineSource, nationalBaseline } from '#app/reports/national-baseline.ts'
import { Site } from '#app/site.tsx'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { HourBarField } from '#app/ui/hour-bar-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'
import { ownCompanyLines } from './own-company-lines.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.site_name()} – ${m.site_tagline()}` },
  { name: 'description', content: m.home_description() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(url.pathname)
  if (url.pathname === '/' && wantsEnglish(request)) throw redirect(pathsIn('en').home)
  const paths = pathsIn(language)
  const questionnaire = world().catalogue.questionnaire(general)
  const power = powerQuestion(questionnaire)
  if (power === undefined) throw new Error('the core has no endurance question about power')
  const scans = await scansOf(world(), request)
  const signedIn = await readSession(world(), request)
  return data({
    options: viewQuestion(questionnaire, power, language, '2-9').options,
    chosen: url.searchParams.get('stroom'),
    removed: url.searchParams.get('gewist') === 'ja',
    minutes: minutesFor(questionnaire, 'quick', '2-9'),
    start: paths.start,
    national: { share: nationalBaseline.afterAWeek.power, source: baselineSource.title, url: baselineSource.url },
    companies: signedIn === null ? [] : await ownCompanyLines(world(), signedIn.user.id, paths),
    scans: scans.map(scan => ({
      id: scan.id,
      href: scan.finishedAt === null ? paths.scan(scan.id) : paths.report(scan.id),
      sector: sectorOf(scan.sector)?.title[language] ?? scan.sector,
      mode: scan.mode,
      begun: scan.createdAt,
      finished: scan.finishedAt,
    })),
  })
}

export default function Home() {
  const { options, chosen: given, removed, minutes, start, national, companies, scans } = useLoaderData<typeof loader>()
  const [chosen, setChosen] = useState(given)
  const form = useRef<HTMLFormElement>(null)
  // what was chosen before the page came alive
  useEffect(() => {
    const answer = form.current === null ? null : new FormData(form.current).get('stroom')
    if (typeof answer === 'string') setChosen(answer)
  }, [])
  const hours = options.find(option => option.id === chosen)?.hours
  const known = chosen === special.unknown || hours !== undefined
  return (
    <Site>
      <div className="parts">
        {removed ? <Notice live title={m.home_removed()} /> : null}
        {companies.length > 0 ? <OwnCompanies companies={companies} /> : null}
        <section className="home-question">
          <Form method="get" ref={form} onChange={event => event.target instanceof HTMLInputElement && setChosen(event.target.value)}>
            <h1 className="home-title">{m.home_title()}</h1>
            <HourBarField
              id="stroom"
              name="stroom"
              legend={m.home_question()}
              help={m.home_help()}
              options={barOptions(options)}
              value={chosen}
              apart={[{ value: special.unknown, label: m.scan_unknown() }]}
              notToScale={m.scan_not_to_scale()}
            />
            {known ? null : (
              <noscript>
                <Button>{m.home_show()}</Button>
              </noscript>
            )}
          </Form>
          <div aria-live="polite" className="home-answer">
            {known ? (
              <FirstAnswer hours={hours ?? null} national={national}>
                <div className="actions">
                  <Link className={buttonClass('primary')} to={`${start}?stroom=${encodeURIComponent(chosen ?? '')}`}>
                    {m.home_start({ minutes })}
                  </Link>
                </div>
              </FirstAnswer>
            ) : null}
          </div>
          {known ? null : (
            <p>
              <Link to={start}>{m.home_start_directly()}</Link>
            </p>
          )}
        </section>
        {scans.length > 0 ? <ScanList scans={scans} /> : null}
        <section className="flow">
          <h2>{m.home_what_title()}</h2>
          <ul className="home-gets">
            <li>
              <strong>{m.home_gets_scan()}</strong> {m.home_gets_scan_text()}
            </li>
            <li>
              <strong>{m.home_gets_report()}</strong> {m.home_gets_report_text()}
            </li>
            <li>
              <strong>{m.home_gets_card()}</strong> {m.home_gets_card_text()}
            </li>
          </ul>
          <p className="small text-soft">{m.home_trust()}</p>
        </section>
      </div>
    </Site>
  )
}
