/** Where a member lands: how the company stands now, what to do next, what is due, what is old, what colleagues did. */
import type { Hours } from '#app/core/questionnaire.ts'
import type { Level as LevelNumber } from '#app/core/result.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { HourBarSmall } from '#app/ui/hour-bar.tsx'
import { Level } from '#app/ui/level.tsx'

export type LandingProps = {
  /** the finding of the scan that counts, or what to expect while there is none */
  readonly title: string
  /** null while no scan counts, and for who may not see reports */
  readonly now: {
    readonly when: string
    readonly level: { readonly number: LevelNumber; readonly name: string } | null
    readonly bar: { readonly hours: Hours | null; readonly need: number; readonly end: number; readonly sentence: string } | null
    readonly report: string
  } | null
  readonly next: { readonly title: string; readonly text: string; readonly href: string | null; readonly label: string }
  /** null: not for this member */
  readonly due: { readonly rows: readonly DueRow[]; readonly plan: string | null } | null
  /** null: not for this member, or nothing is old */
  readonly old: { readonly text: string; readonly href: string | null } | null
  readonly done: readonly DoneRow[]
}
export type DueRow = { readonly title: string; readonly who: string | null; readonly when: string; readonly late: boolean; readonly href: string | null }
export type DoneRow = { readonly text: string; readonly when: string }

export function Landing({ title, now, next, due, old, done }: LandingProps) {
  return (
    <div className="landing">
      <div className="flow">
        {now === null ? null : <p className="kicker">{now.when}</p>}
        <h1>{title}</h1>
        {now === null ? null : (
          <>
            {now.bar === null ? null : (
              <div className="landing-bar">
                <HourBarSmall id="stand" {...now.bar} />
              </div>
            )}
            <p>
              <Level level={now.level?.number ?? null} name={now.level?.name ?? m.scans_no_level()} /> <a href={now.report}>{m.landing_report()}</a>
            </p>
          </>
        )}
      </div>
      <section className="landing-next flow" aria-labelledby="volgende">
        <p className="kicker">{m.landing_next()}</p>
        <h2 id="volgende">{next.title}</h2>
        <p>{next.text}</p>
        {next.href === null ? null : (
          <div className="actions">
            <ButtonLink href={next.href}>{next.label}</ButtonLink>
          </div>
        )}
      </section>
      {due === null ? null : <Due {...due} />}
      {old === null ? null : (
        <section className="flow" aria-labelledby="oud">
          <h2 id="oud">{m.landing_old()}</h2>
          <p>
            {old.text} {old.href === null ? null : <a href={old.href}>{m.landing_old_to()}</a>}
          </p>
        </section>
      )}
      {done.length === 0 ? null : (
        <section className="flow" aria-labelledby="gedaan">
          <h2 id="gedaan">{m.landing_done()}</h2>
          <ul className="landing-list">
            {done.map(({ text, when }, index) => (
              <li key={index}>
                {text} <span className="small text-soft">{when}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** So many are named, the others are counted. */
const named = 5

function Due({ rows, plan }: { rows: readonly DueRow[]; plan: string | null }) {
  if (plan === null && rows.length === 0) return null
  const more = rows.length - named
  return (
    <section className="flow" aria-labelledby="binnenkort">
      <h2 id="binnenkort">{m.landing_due()}</h2>
      {rows.length === 0 ? <p>{m.landing_due_none()}</p> : null}
      <ul className="landing-list">
        {rows.slice(0, named).map(({ title, who, when, late, href }, index) => (
          <li key={index}>
            {href === null ? <strong>{title}</strong> : <a href={href}>{title}</a>}
            <span className={late ? 'landing-late' : 'text-soft'}>{who === null ? when : `${when} · ${who}`}</span>
          </li>
        ))}
      </ul>
      {plan === null ? null : <p>{<a href={plan}>{more > 0 ? m.landing_due_more({ n: more }) : m.landing_plan()}</a>}</p>}
    </section>
  )
}
