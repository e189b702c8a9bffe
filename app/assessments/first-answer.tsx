/** What the first answer means, beside the national figure. */
import type { ReactNode } from 'react'
import type { Hours } from '#app/core/questionnaire.ts'
import { duration, inHours } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { HourBar } from '#app/ui/hour-bar.tsx'
import { hourBarWords } from './hour-bar-words.ts'

/** Hours of the outage that the campaign reckons with. */
const outage = 72

/** `hours` null: not known. */
export function FirstAnswer({ hours, national, children }: { hours: Hours | null; national: { share: number; source: string; url: string }; children: ReactNode }) {
  const finding = findingFor(hours)
  return (
    <div className="split">
      <div className="flow">
        <h2 className="home-finding">{finding.title}</h2>
        <HourBar
          id="first-answer"
          picture={{
            stop:
              hours === null
                ? { hours: null, value: '?', text: m.home_bar_unknown() }
                : { hours, value: duration(hours), text: hours === 'unlimited' ? m.home_bar_runs() : m.home_bar_stop() },
            end: { hours: outage, value: inHours(outage), text: m.home_bar_end() },
          }}
          words={hourBarWords()}
          sentence={finding.title}
          table="hidden"
        />
        <p>{finding.text}</p>
        {children}
      </div>
      <aside className="home-national">
        <p className="huge" aria-hidden="true">
          {national.share}
          <small>%</small>
        </p>
        <p>{m.home_national({ share: national.share })}</p>
        <p className="small">
          <a href={national.url} rel="noreferrer">
            {m.home_source({ source: national.source })}
          </a>
        </p>
      </aside>
    </div>
  )
}

function findingFor(hours: Hours | null): { title: string; text: string } {
  if (hours === null) return { title: m.home_unknown_title(), text: m.home_unknown_text() }
  if (hours === 'unlimited' || hours >= outage) return { title: m.home_long_title(), text: m.home_long_text() }
  if (hours === 0) return { title: m.home_zero_title(), text: m.home_short_text({ short: inHours(outage) }) }
  return { title: m.home_short_title({ hours: duration(hours) }), text: m.home_short_text({ short: inHours(outage - hours) }) }
}
