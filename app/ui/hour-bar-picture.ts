/** The one shape every hour bar is drawn from, and the words and numbers a reader finds in it. */
import type { Hours } from '#app/core/questionnaire.ts'

/** One mark of the ruler: 4 · "4" · "uur"; the last one 336 · "2" · "weken". */
export type Tick = { readonly hours: number; readonly value: string; readonly unit: string }
export type HourBarWords = {
  /** 0 · 4 · 8 · 24 · 48 · 72 · 168 · 336 */
  readonly ticks: readonly Tick[]
  /** "niet op schaal" */
  readonly notToScale: string
  /** the table: its summary ("In een tabel") and its two heads ("Wanneer", "Wat") */
  readonly table: { readonly summary: string; readonly when: string; readonly what: string }
}
/** A moment with its words: "48 uur" · "moet je volhouden". */
export type TimeMark = { readonly hours: number; readonly value: string; readonly text: string }
/**
 * The moment you stop: "4 uur" · "hier stop je".
 * `hours` null: not known at all, nothing is drawn as running. `unknown`: counted as 0 hours until it is known. `atMost`: an upper bound,
 * because questions are still open.
 */
export type StopMark = {
  readonly hours: Hours | null
  readonly value: string
  readonly text: string
  readonly certainty?: 'known' | 'unknown' | 'atMost'
}
/** What falls away at an hour; `when` is that hour in words ("na 2 uur", "meteen"). */
export type FallenStep = { readonly at: number; readonly when: string; readonly label: string }
export type HourBarPicture = {
  readonly stop: StopMark
  readonly need?: TimeMark
  readonly end?: TimeMark
  readonly steps?: readonly FallenStep[]
  /** what-if: how it was before; drawn as a thinner bar above */
  readonly before?: StopMark
}

/** Steps of the same hour stand together, in order of time. */
export function groupSteps(steps: readonly FallenStep[]): { readonly at: number; readonly when: string; readonly labels: readonly string[] }[] {
  const groups = new Map<number, { at: number; when: string; labels: string[] }>()
  for (const { at, when, label } of steps) {
    const group = groups.get(at) ?? { at, when, labels: [] }
    group.labels.push(label)
    groups.set(at, group)
  }
  return [...groups.values()].sort((a, b) => a.at - b.at)
}

/** The rows of the table beside the picture: every moment in order of time, with what it is. */
export function tableRows(picture: HourBarPicture): { readonly when: string; readonly what: string }[] {
  const rows = groupSteps(picture.steps ?? []).map(step => ({ at: step.at, when: step.when, what: step.labels.join(', ') }))
  for (const mark of [picture.before, picture.stop, picture.need, picture.end]) {
    if (!mark) continue
    rows.push({ at: typeof mark.hours === 'number' ? mark.hours : Infinity, when: mark.value, what: mark.text })
  }
  return rows.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ when, what }) => ({ when, what }))
}

/** What a what-if moved: from where it stopped before to where it stops after; null where it moves nowhere, or either is not known. */
export function movedOf({ stop, before }: HourBarPicture): { readonly from: Hours; readonly to: Hours } | null {
  if (!before || before.hours === null || stop.hours === null || before.hours === stop.hours) return null
  return { from: before.hours, to: stop.hours }
}
