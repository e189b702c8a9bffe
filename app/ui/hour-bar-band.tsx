/** The drawn part of an hour bar: the band of the disruption, what still runs, the gap, and the marks. All positions are percentages. */
import type { Hours } from '#app/core/questionnaire.ts'
import { position } from '#app/core/hour-bar.ts'
import { movedOf, type HourBarPicture, type StopMark } from './hour-bar-picture.ts'

/** Where an hour stands along the bar; "unlimited" a little past its end. */
export function along(hours: Hours): number {
  return Math.min(1.03, position(hours))
}
const percent = (part: number) => `${Math.round(part * 10000) / 100}%`

/** Patterns tell running, standing still and not known apart without colour. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-still`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M1 0V7" className="hb-hatch" strokeWidth="1.75" />
      </pattern>
      <pattern id={`${id}-most`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M1.5 0V6" className="hb-run-stroke" strokeWidth="3" />
      </pattern>
      <pattern id={`${id}-open`} width="9" height="8" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.5" className="hb-dot" />
        <circle cx="6.5" cy="6" r="1.5" className="hb-dot" />
      </pattern>
    </defs>
  )
}

function Run({ id, stop, y, height }: { id: string; stop: StopMark; y: number; height: number }) {
  if (stop.hours === null) return null
  const most = stop.certainty === 'atMost'
  return (
    <>
      <rect x="0" y={y} width={percent(along(stop.hours))} height={height} className="hb-run" style={most ? { fill: `url(#${id}-most)` } : undefined} />
      {stop.hours === 'unlimited' ? (
        <svg x={percent(along('unlimited'))} y={y + height / 2} overflow="visible">
          <path d={`M0 ${-height / 2 - 6}L${height / 2 + 8} 0L0 ${height / 2 + 6}Z`} className="hb-run" />
        </svg>
      ) : null}
    </>
  )
}

/** `top`: where the main band begins; it is 26 high. The ruler under it reaches to the bottom of the box. */
export function HourBarBand({ id, picture, ticks, top = 0 }: { id: string; picture: HourBarPicture; ticks: readonly { readonly hours: number }[]; top?: number }) {
  const { stop, need, end, steps = [], before } = picture
  const height = 26
  const floor = top + height
  const stopAt = stop.hours === null ? null : along(stop.hours)
  const gap = need && stopAt !== null && along(need.hours) > stopAt ? { from: stopAt, to: along(need.hours) } : null
  const moved = movedOf(picture)
  return (
    <svg className="hb-svg" width="100%" height="100%" aria-hidden="true" focusable="false" overflow="visible">
      <Patterns id={id} />
      {end ? <rect x="0" y={top} width={percent(along(end.hours))} height={height} className="hb-ground" /> : null}
      {stop.hours === null ? (
        <rect x="0" y={top} width={percent(end ? along(end.hours) : 1)} height={height} style={{ fill: `url(#${id}-open)` }} />
      ) : null}
      {gap ? <rect x={percent(gap.from)} y={top} width={percent(gap.to - gap.from)} height={height} style={{ fill: `url(#${id}-still)` }} /> : null}
      {before ? <Run id={id} stop={before} y={top - 16} height={10} /> : null}
      <Run id={id} stop={stop} y={top} height={height} />
      {end ? <rect x="0" y={top} width={percent(along(end.hours))} height={height} className="hb-frame" /> : null}
      {ticks.map(tick => (
        <line key={tick.hours} x1={percent(along(tick.hours))} x2={percent(along(tick.hours))} y1={floor} y2={floor + 12} className="hb-tick" />
      ))}
      <line x1="0" x2={percent(1.03)} y1={floor} y2={floor} className="hb-axis" />
      {[...new Set(steps.map(step => step.at))].map(at => (
        <svg key={at} x={percent(along(at))} y={top} overflow="visible">
          <path d="M-6 -7H6L0 3Z" className="hb-mark" />
        </svg>
      ))}
      {end ? (
        <svg x={percent(along(end.hours))} y={top} overflow="visible">
          <path d={`M0 -7V${height + 7}M5 -7V${height + 7}`} className="hb-line" />
        </svg>
      ) : null}
      {before && typeof before.hours === 'number' ? (
        <svg x={percent(along(before.hours))} y={top - 16} overflow="visible">
          <rect x="-2" y="-4" width="4" height="16" className="hb-mark" />
        </svg>
      ) : null}
      {moved ? (
        <>
          <line x1={percent(along(moved.from))} x2={percent(along(moved.to))} y1={top - 11} y2={top - 11} className="hb-line" strokeDasharray="4 3" />
          <svg x={percent(along(moved.to))} y={top - 11} overflow="visible">
            <path d="M-9 -5L-1 0L-9 5" className="hb-line" />
          </svg>
        </>
      ) : null}
      {typeof stop.hours === 'number' ? (
        <svg x={percent(along(stop.hours))} y={top} overflow="visible">
          <rect x="-5" y="-12" width="10" height={height + 22} className={stop.certainty && stop.certainty !== 'known' ? 'hb-stop hb-stop-open' : 'hb-stop'} />
        </svg>
      ) : null}
      {need ? (
        <svg x={percent(along(need.hours))} y={top + height / 2} overflow="visible">
          <path d={`M0 ${-height / 2}V${height / 2 + 12}`} className="hb-line" />
          <path d="M0 -10L10 0L0 10L-10 0Z" className="hb-hollow" />
        </svg>
      ) : null}
    </svg>
  )
}
