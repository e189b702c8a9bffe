/** Choosing measures: what fits in the time there is, what one ticks, and what that comes to. */
import { Form, Link } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HourBar } from '#app/ui/hour-bar.tsx'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { outcomeOf, type ChooseGround, type Outcome } from './choose-view.ts'

export type ChooseMeasure = {
  readonly id: string
  readonly title: string
  /** "20 minuten · in totaal 1 uur · kost niets" */
  readonly facts: string
  readonly wins: string
  /** how it stands in the plan, in words; null where it is not in it */
  readonly inPlan: string | null
  /** dealt with in the plan: not to be chosen */
  readonly ended: boolean
}
export type ChooseLink = { readonly href: string; readonly label: string; readonly current: boolean }
export type ChoosePageProps = {
  readonly about: string
  readonly heading: string
  readonly lead: string
  readonly paths: { readonly report: string; readonly plan: string; readonly choose: string }
  readonly may: boolean
  readonly budgets: readonly ChooseLink[]
  /** what the budget came to; null where none was chosen */
  readonly planned: string | null
  readonly free: { readonly on: boolean; readonly href: string }
  readonly measures: readonly ChooseMeasure[]
  readonly chosen: readonly string[]
  readonly ground: ChooseGround
  readonly words: HourBarWords
  readonly once: string
  readonly error: string | null
}

/** Milliseconds of rest before a change is read aloud: ticking three boxes is told once. */
const restBeforeSpeaking = 700

export function ChoosePage(props: ChoosePageProps) {
  const { about, heading, lead, paths, budgets, planned, free, measures, error } = props
  return (
    <div className="choose">
      <header className="flow">
        <p className="kicker">
          {about} <a href={paths.report}>{m.choose_back()}</a> <Link to={paths.plan}>{m.choose_to_plan()}</Link>
        </p>
        <ErrorSummary title={m.choose_error_title()} errors={error === null ? [] : [{ id: 'kies', message: error }]} />
        <h1>{heading}</h1>
        <p className="lead">{lead}</p>
      </header>
      <section className="choose-budget" aria-labelledby="tijd">
        <h2 id="tijd">{m.choose_budget()}</h2>
        <p className="text-soft">{m.choose_budget_help()}</p>
        <div className="choose-budgets">
          {budgets.map(budget => (
            <Link key={budget.href} to={budget.href} preventScrollReset className={buttonClass('quiet')} aria-current={budget.current || undefined}>
              {budget.label}
            </Link>
          ))}
        </div>
        <p className="choose-free">
          <Link to={free.href} preventScrollReset>
            {free.on ? m.choose_free_all() : m.choose_free_only()}
          </Link>
        </p>
        {planned === null ? null : <p className="choose-planned">{planned}</p>}
      </section>
      {measures.length === 0 ? free.on ? <p>{m.choose_free_none()}</p> : null : <Choice {...props} />}
    </div>
  )
}

/** What is ticked: what the server says, until something is ticked here. */
function useChosen(given: readonly string[]) {
  const form = useRef<HTMLFormElement>(null)
  const key = given.join(' ')
  const [state, setState] = useState({ key, chosen: given, live: false })
  if (state.key !== key) setState({ ...state, key, chosen: given })
  useEffect(() => {
    // what was ticked before the page came alive stands in the form
    const ticked = form.current === null ? [] : new FormData(form.current).getAll('kies').map(String)
    setState(now => ({ ...now, chosen: ticked, live: true }))
  }, [])
  const toggle = (id: string) =>
    setState(now => ({ ...now, chosen: now.chosen.includes(id) ? now.chosen.filter(one => one !== id) : [...now.chosen, id] }))
  return { form, chosen: state.chosen, live: state.live, toggle }
}

/** The last of the sentences that stood still for a while; empty at first, because nothing changed. */
function useSpoken(sentence: string): string {
  const first = useRef(sentence)
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    if (sentence === first.current) return
    first.current = ''
    const timer = setTimeout(() => setSpoken(sentence), restBeforeSpeaking)
    return () => clearTimeout(timer)
  }, [sentence])
  return spoken
}

function Choice({ paths, may, free, measures, chosen: given, ground, words, once, error }: ChoosePageProps) {
  const { form, chosen, live, toggle } = useChosen(given)
  const outcome = outcomeOf(ground, chosen)
  const spoken = useSpoken(outcome.spoken)
  return (
    <Form ref={form} method="post" action={free.on ? `${paths.choose}?gratis=ja` : paths.choose} className="choose-form" preventScrollReset noValidate>
      {free.on ? <input type="hidden" name="gratis" value="ja" /> : null}
      <p className="sr-only" role="status">
        {spoken}
      </p>
      <OutcomePart outcome={outcome} words={words} />
      <fieldset className="choose-list" id="kies" tabIndex={-1} aria-describedby={error === null ? undefined : 'kies-error'}>
        <legend>
          <h2>{free.on ? m.choose_list_free() : m.choose_list()}</h2>
        </legend>
        {error === null ? null : (
          <p className="error" id="kies-error">
            {error}
          </p>
        )}
        {measures.map(measure => (
          <MeasureRow key={measure.id} measure={measure} checked={chosen.includes(measure.id)} onChange={() => toggle(measure.id)} />
        ))}
      </fieldset>
      <div className="choose-bar">
        <p>
          <strong>{outcome.chosen}</strong>
          <span>{outcome.heading}</span>
        </p>
        <div className="actions">
          {live ? null : (
            <Button kind="quiet" formMethod="get">
              {m.choose_count()}
            </Button>
          )}
          {may ? (
            <Button name="once" value={once}>
              {m.choose_adopt()}
            </Button>
          ) : null}
        </div>
      </div>
    </Form>
  )
}

function MeasureRow({ measure, checked, onChange }: { measure: ChooseMeasure; checked: boolean; onChange: () => void }) {
  const { id, title, facts, wins, inPlan, ended } = measure
  return (
    <label className="choice">
      <input type="checkbox" name="kies" value={id} checked={checked} onChange={onChange} disabled={ended} aria-describedby={`wat-${id}`} />
      <span className="choice-label">{title}</span>
      <span className="choice-help" id={`wat-${id}`}>
        <span className="choose-facts">{facts}</span>
        <span className="choose-wins">{wins}</span>
        {inPlan === null ? null : <span className="choose-in">{inPlan}</span>}
      </span>
    </label>
  )
}

function OutcomePart({ outcome, words }: { outcome: Outcome; words: HourBarWords }) {
  const { heading, levels, bars, musts } = outcome
  return (
    <section className="choose-outcome" aria-labelledby="uitkomst">
      <h2 id="uitkomst">{heading}</h2>
      <div className="choose-levels">
        {levels.map(({ words: level }) => (
          <p key={level}>{level}</p>
        ))}
      </div>
      {bars.map(bar => (
        <div key={bar.id} className="choose-hours" data-moved={bar.moved || undefined}>
          <h3>{bar.heading}</h3>
          <HourBar id={`balk-${bar.id}`} picture={bar.picture} words={words} sentence={bar.sentence} table="hidden" />
        </div>
      ))}
      {bars.length === 0 ? <p>{m.choose_bars_none()}</p> : null}
      <div className="choose-musts">
        <h3>{musts.heading}</h3>
        {musts.lines.length === 0 ? null : (
          <ul>
            {musts.lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {musts.together === null ? null : <p>{musts.together}</p>}
      </div>
    </section>
  )
}

/** Where no scan of the line is finished. */
export function NothingToChoose({ about, href }: { about: string; href: string }) {
  return (
    <div className="flow">
      <p className="kicker">{about}</p>
      <h1>{m.choose_unfinished()}</h1>
      <p className="lead">{m.choose_unfinished_text()}</p>
      <div className="actions">
        <Link to={href} className={buttonClass('primary')}>
          {m.choose_unfinished_link()}
        </Link>
      </div>
    </div>
  )
}
