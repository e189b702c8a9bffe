/** Page one: the whole story for the owner, on screen and as the first sheet of paper. */
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { HourBar } from '#app/ui/hour-bar.tsx'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { LevelScale, Points } from '#app/ui/level.tsx'
import type { LevelView } from './level-view.ts'
import type { MeasureView } from './measure-view.ts'
import type { ReportLinks } from './report-links.ts'
import type { ReportView } from './report-view.ts'
import { GoOnFull } from './report-tools.tsx'

/** What page one is made of. */
type OwnerView = Pick<ReportView, 'mode' | 'example' | 'date' | 'mustGoOn' | 'worst' | 'campaign' | 'level' | 'old' | 'thisWeek' | 'thisMonth' | 'findOut' | 'findOutMore'>
/** `links`: null for who reads a shared report and can do nothing with it */
export type OwnerPageProps = { readonly view: OwnerView; readonly words: HourBarWords; readonly links: ReportLinks | null; readonly once: string }

export function OwnerPage({ view, words, links, once }: OwnerPageProps) {
  const worst = view.campaign.find(scenario => scenario.id === view.worst)
  const first = view.thisWeek[0]
  return (
    <div className="rp-owner">
      <div className="flow">
        <p className="kicker">
          {view.example ? `${m.report_example()} · ` : ''}
          {view.mode === 'quick' ? m.report_kicker_quick({ date: view.date }) : m.report_kicker({ date: view.date })}
        </p>
        <h1>{worst?.finding.heading ?? view.level.title}</h1>
        {view.mustGoOn === null ? null : (
          <p className="rp-must-go-on">
            {m.report_must_go_on()}: <strong>{view.mustGoOn}</strong>
          </p>
        )}
        {links === null ? null : <OwnerLinks links={links} step={first?.firstStep ?? null} />}
      </div>
      {worst === undefined ? null : (
        <div className="rp-owner-bar">
          <HourBar id="uurbalk" picture={worst.picture} words={words} sentence={worst.sentence} table="none" />
          <div className="rp-why">
            {worst.weakest === null ? null : <p>{worst.weakest}</p>}
            <p>{worst.needed}</p>
            {worst.note === null ? null : <p>{worst.note}</p>}
          </div>
        </div>
      )}
      {view.mode === 'quick' && links !== null && links.copy !== null ? <GoOnFull copy={links.copy} once={once} /> : null}
      <div className="rp-owner-split">
        <section className="rp-todo flow" aria-label={m.report_this_week()}>
          {view.thisWeek.length === 0 ? (
            <p className="lead">{m.report_nothing_to_do()}</p>
          ) : (
            <>
              <Tasks title={m.report_this_week()} measures={view.thisWeek} />
              {view.thisMonth.length === 0 ? null : <Tasks title={m.report_this_month()} measures={view.thisMonth} />}
              <p className="small text-soft">{m.report_split()}</p>
            </>
          )}
        </section>
        <div className="rp-standing">
          <Standing level={view.level} old={view.old} confirm={links?.confirm ?? null} />
          {view.findOut.length === 0 ? null : (
            <section className="flow">
              <h2 className="rp-h">{m.report_find_out()}</h2>
              <ul className="rp-find-out">
                {view.findOut.map(one => (
                  <li key={one.question}>
                    <span className="rp-box" aria-hidden="true" />
                    <strong>{one.question}</strong>
                    {one.ask === null ? null : <span className="rp-ask">{one.ask}</span>}
                  </li>
                ))}
              </ul>
              {view.findOutMore === null ? null : <p className="small text-soft">{view.findOutMore}</p>}
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

/** `step`: the first step of the first measure, where there is one. */
function OwnerLinks({ links, step }: { links: ReportLinks; step: string | null }) {
  return (
    <>
      <div className="actions">
        {step === null ? null : <ButtonLink href={links.monday}>{m.report_monday()}</ButtonLink>}
        <ButtonLink kind={step === null ? 'primary' : 'quiet'} href={links.pdf}>
          {m.report_pdf()}
        </ButtonLink>
      </div>
      {step === null ? null : <p className="small text-soft screen-only">{m.report_monday_help({ step })}</p>}
      {links.keep === null ? null : (
        <p className="small screen-only">
          {m.scans_keep_link_text()} <a href={links.keep}>{m.scans_keep_link()}</a>
        </p>
      )}
    </>
  )
}

function Tasks({ title, measures }: { title: string; measures: readonly MeasureView[] }) {
  return (
    <>
      <h2 className="rp-h">{title}</h2>
      <ol className="rp-tasks">
        {measures.map(measure => (
          <li key={measure.id}>
            <span className="rp-box" aria-hidden="true" />
            <strong className="rp-task">{measure.title}</strong>
            <span className="rp-step">{measure.firstStep}</span>
            <span className="rp-facts">
              {m.report_first_minutes({ minutes: measure.minutes })} · {measure.effort} · {measure.cost}
            </span>
            <span className="rp-wins">{measure.wins.join(' · ')}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Standing({ level, old, confirm }: { level: LevelView; old: string | null; confirm: string | null }) {
  const names = [m.report_level_1(), m.report_level_2(), m.report_level_3(), m.report_level_4(), m.report_level_5()]
  return (
    <section className="flow">
      <h2 className="rp-h">{level.title}</h2>
      {level.level === null ? null : <LevelScale level={level.level} names={names} label={level.title} />}
      {level.text === null ? null : (
        <p>
          {level.text} {level.points === null ? null : <Points text={level.points} />}
        </p>
      )}
      {old === null ? null : (
        <p>
          {old} {confirm === null ? null : <a className="screen-only" href={confirm}>{m.again_report_to()}</a>}
        </p>
      )}
      <p className="rp-basics">
        <strong>{level.basics}</strong>
      </p>
      {level.missingLead === null ? null : (
        <div>
          <p>{level.missingLead}</p>
          <ul className="rp-missing">
            {level.missing.map(name => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
