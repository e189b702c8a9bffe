/**
 * The hour bar ("uurbalk"): the picture that carries Paraat. One line of time, what falls away along it, and three marks: you stop, you
 * need, the disruption ends.
 *
 * `<HourBar id picture words sentence caption? table?>`
 * - `picture`: see hour-bar-picture.ts; with `before` it is a what-if (before above, after below).
 * - `sentence`: the whole picture in one sentence; always there for a screen reader, visible with `caption`.
 * - `table`: "details" (opens under the picture; the default), "hidden" (for a screen reader only), "print" (that, and on paper) or "none".
 * `<HourBarSmall id hours need? end? sentence>`: the bar alone, for a row of a list; unlimited and null are drawn too.
 * The answer field of an endurance question is HourBarField in hour-bar-field.tsx.
 */
import type { CSSProperties, ReactNode } from 'react'
import type { Hours } from '#app/core/questionnaire.ts'
import { along, HourBarBand } from './hour-bar-band.tsx'
import { groupSteps, tableRows, type HourBarPicture, type HourBarWords } from './hour-bar-picture.ts'
import { placeLabels, type Label } from './hour-bar-layout.ts'
import { classes } from './binding.ts'
import { Disclosure } from './disclosure.tsx'

/** Width of the ruler in ems of a label: on the narrowest phone (n), from 33em up (w), from 46em up and on paper (x); behind its end is 3rem. */
const widths = { n: 14.6, w: 34, x: 50 }
const tail = 3.4
/** Mean width of a character in ems, and of one of the large value; where words turn out wider they wrap. */
const em = 0.46
const large = { n: 1.05, w: 1.3, x: 1.3 }

/** A label and where it hangs; `loose` ones have no leader, because nothing stands there. */
type Words = {
  readonly key: string
  readonly at: Hours
  readonly chars: number
  /** characters of the large value above the words */
  readonly value?: number
  readonly kind?: 'stop' | 'need' | 'end' | 'before'
  readonly loose?: boolean
  /** not certain: a broken leader */
  readonly open?: boolean
  readonly children: ReactNode
}
const percent = (part: number) => `${Math.round(part * 10000) / 100}%`

/** Labels above or below the ruler, each on a leader; a row is as high as its words, so nothing overlaps at any size of type. */
function Labels({ labels, above }: { labels: readonly Words[]; above: boolean }) {
  const container: Record<string, string | number> = {}
  const items: Record<string, string | number>[] = labels.map(label => ({ '--p': along(label.at) }))
  for (const key of ['n', 'w', 'x'] as const) {
    const ruler = widths[key]
    const measured: Label[] = labels.map(label => ({ position: along(label.at), width: (Math.max(label.chars * em, (label.value ?? 0) * large[key]) + 0.7) / ruler }))
    const placed = placeLabels(measured, 1 + tail / ruler)
    const rows = Math.max(...placed.map(one => one.row)) + 1
    container[`--rows-${key}`] = rows
    for (const [i, { row, side, from, to }] of placed.entries()) {
      // Below, a row is two grid rows: the first line of its words, where a leader ends, and the rest of them.
      const line = above ? rows - row : row * 2 + 1
      Object.assign(items[i]!, {
        [`--row-${key}`]: above ? line : `${line} / span 2`,
        [`--lead-${key}`]: above ? `${line} / -1` : `1 / ${labels[i]?.kind === 'stop' ? line + 2 : line + 1}`,
        [`--from-${key}`]: percent(from),
        [`--to-${key}`]: to > 1 ? '-3rem' : percent(1 - to),
        [`--side-${key}`]: side,
      })
    }
  }
  return (
    <div className={above ? 'hb-labels hb-above' : 'hb-labels hb-below'} style={container}>
      {labels.map((label, i) => (
        <div key={label.key} className="hb-item" style={items[i] as CSSProperties}>
          {label.loose ? null : <span className={classes('hb-lead', label.kind && `hb-lead-${label.kind}`, label.open && 'hb-lead-open')} />}
          <span className={classes('hb-text', label.kind && `hb-${label.kind}`)}>
            <span>{label.children}</span>
          </span>
        </div>
      ))}
    </div>
  )
}

function marksOf({ stop, need, end }: HourBarPicture): Words[] {
  const marks: Words[] = [
    {
      key: 'stop',
      at: stop.hours ?? 0,
      chars: stop.text.length,
      value: stop.value.length,
      kind: 'stop',
      loose: typeof stop.hours !== 'number',
      open: stop.certainty === 'unknown' || stop.certainty === 'atMost',
      children: (
        <>
          <b className="hb-value">{stop.value}</b>
          <span className="hb-what">{stop.text}</span>
        </>
      ),
    },
  ]
  for (const [kind, mark] of [['need', need], ['end', end]] as const) {
    if (!mark) continue
    marks.push({
      key: kind,
      at: mark.hours,
      chars: mark.value.length + mark.text.length + 4,
      kind,
      children: (
        <>
          <Glyph kind={kind} />
          <b>{mark.value}</b> {mark.text}
        </>
      ),
    })
  }
  return marks
}

/** The sign of a mark, again in front of its words. */
function Glyph({ kind }: { kind: 'need' | 'end' }) {
  return (
    <svg className="hb-glyph" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
      {kind === 'need' ? <path d="M0 -6L6 0L0 6L-6 0Z" className="hb-hollow" /> : <path d="M-2.5 -6.5V6.5M2.5 -6.5V6.5" className="hb-line" />}
    </svg>
  )
}

function aboveOf({ steps = [], before }: HourBarPicture): Words[] {
  const labels: Words[] = groupSteps(steps).map(group => {
    const names = group.labels.join(', ')
    return {
      key: `at-${group.at}`,
      at: group.at,
      chars: group.when.length + names.length + 1,
      children: (
        <>
          <b>{group.when}</b> {names}
        </>
      ),
    }
  })
  if (before) {
    labels.push({
      key: 'before',
      at: before.hours ?? 0,
      chars: before.value.length + before.text.length + 1,
      kind: 'before',
      children: (
        <>
          <b>{before.value}</b> {before.text}
        </>
      ),
    })
  }
  return labels
}

export type HourBarProps = {
  readonly id: string
  readonly picture: HourBarPicture
  readonly words: HourBarWords
  readonly sentence: string
  readonly caption?: boolean
  readonly table?: 'details' | 'hidden' | 'print' | 'none'
}

export function HourBar({ id, picture, words, sentence, caption = false, table = 'details' }: HourBarProps) {
  const top = picture.before ? 16 : 0
  const above = aboveOf(picture)
  return (
    <figure className="hb">
      <div className="hb-picture" role="img" {...(caption ? { 'aria-labelledby': `${id}-sentence` } : { 'aria-label': sentence })}>
        <div className="hb-track">
          {above.length > 0 ? <Labels labels={above} above /> : null}
          <div className="hb-ruler" style={{ '--top': `${top}px` } as CSSProperties}>
            <HourBarBand id={id} picture={picture} ticks={words.ticks} top={top} />
            {words.ticks.map(tick => (
              <span key={tick.hours} className="hb-ticktext" style={{ '--p': along(tick.hours) } as CSSProperties}>
                <b>{tick.value}</b>
                <span>{tick.unit}</span>
              </span>
            ))}
          </div>
          <Labels labels={marksOf(picture)} above={false} />
        </div>
        <div className="hb-scale">{words.notToScale}</div>
      </div>
      {caption ? (
        <figcaption id={`${id}-sentence`} className="hb-caption">
          {sentence}
        </figcaption>
      ) : null}
      {table === 'none' ? null : <HourBarTable picture={picture} words={words} sentence={sentence} shown={table} />}
    </figure>
  )
}

type TableProps = { picture: HourBarPicture; words: HourBarWords; sentence: string; shown: 'details' | 'hidden' | 'print' }

function HourBarTable({ picture, words, sentence, shown }: TableProps) {
  const rows = (
    <table>
      <caption className="sr-only">{sentence}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.when}</th>
          <th scope="col">{words.table.what}</th>
        </tr>
      </thead>
      <tbody>
        {tableRows(picture).map((row, index) => (
          <tr key={index}>
            <th scope="row">{row.when}</th>
            <td>{row.what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (shown === 'details') return <Disclosure summary={words.table.summary}>{rows}</Disclosure>
  return <div className={classes('sr-only', shown === 'print' && 'on-paper')}>{rows}</div>
}

export function HourBarSmall({ id, hours, need, end, sentence }: { id: string; hours: Hours | null; need?: number; end?: number; sentence: string }) {
  const mark = (at: number | undefined) => (at === undefined ? undefined : { hours: at, value: '', text: '' })
  const picture: HourBarPicture = { stop: { hours, value: '', text: '' }, need: mark(need), end: mark(end) }
  return (
    <span className="hb-small" role="img" aria-label={sentence}>
      <HourBarBand id={id} picture={picture} ticks={[]} />
    </span>
  )
}
