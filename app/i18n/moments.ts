/** Hours as pictures and findings say them: in hours as long as the hour bar does, in days and weeks beyond. */
import type { Hours } from '#app/core/questionnaire.ts'
import { duration, inHours } from './format.ts'
import { m } from './paraglide/messages.js'

/** "4 uur", "72 uur", "13 dagen", "13 dagen en 20 uur", "2 weken of langer". */
export function moment(hours: Hours): string {
  if (hours === 'unlimited' || (hours > 72 && hours % 24 === 0)) return duration(hours)
  if (hours < 96) return inHours(hours)
  const rest = hours % 24
  return m.report_days_and_hours({ days: duration(hours - rest), hours: moment(rest) })
}

/** "meteen", "na 4 uur". */
export function afterMoment(hours: number): string {
  return hours === 0 ? m.report_at_once() : m.report_after({ moment: moment(hours) })
}

/** Begins a sentence: "Na 2 uur …". */
export function atStart(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Fits in the middle of a sentence: "zonder stroom". */
export function inMiddle(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}
