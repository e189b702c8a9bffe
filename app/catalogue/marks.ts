/** The marks of an hour bar as options, worded in both languages. */
import type { Hours, Option, Text } from '#app/core/questionnaire.ts'

/** What an endurance question offers when it names no options or marks of its own. */
export const usualMarks: readonly Hours[] = [0, 4, 8, 24, 48, 72, 168, 'unlimited']

/**
 * Each mark as an option: ids `h0 h4 … unlimited`, a half hour as `h0-5`. Each means *at least*, so for endurance 0 means that it ends
 * before the next mark; for tolerance that it may not lie still at all.
 */
export function optionsOfMarks(marks: readonly Hours[], type: 'endurance' | 'tolerance'): Option[] {
  return marks.map((hours, index) => {
    const id = hours === 'unlimited' ? 'unlimited' : `h${String(hours).replace('.', '-')}`
    if (hours !== 0) return { id, label: durationLabel(hours), hours }
    if (type === 'tolerance') return { id, label: { nl: 'Helemaal niet', en: 'Not at all' }, hours }
    const next = durationLabel(marks[index + 1] ?? 'unlimited')
    return { id, label: { nl: `Meteen, of binnen ${inside(next.nl)}`, en: `At once, or within ${inside(next.en)}` }, hours }
  })
}

/** A duration in the middle of a sentence: "een half uur". */
function inside(duration: string): string {
  return duration.charAt(0).toLowerCase() + duration.slice(1)
}

/** Hours in words: "4 uur", "48 uur (2 dagen)", "1 week", "2 weken of langer". */
export function durationLabel(hours: Hours): Text {
  if (hours === 'unlimited') return { nl: '2 weken of langer', en: '2 weeks or longer' }
  if (hours % 168 === 0 && hours > 0) {
    const weeks = hours / 168
    return weeks === 1 ? { nl: '1 week', en: '1 week' } : { nl: `${weeks} weken`, en: `${weeks} weeks` }
  }
  if (hours === 0.5) return { nl: 'Een half uur', en: 'Half an hour' }
  const english = hours === 1 ? '1 hour' : `${hours} hours`
  if (hours % 24 !== 0 || hours === 0) return { nl: `${String(hours).replace('.', ',')} uur`, en: english }
  const days = hours / 24
  return {
    nl: `${hours} uur (${days} ${days === 1 ? 'dag' : 'dagen'})`,
    en: `${english} (${days} ${days === 1 ? 'day' : 'days'})`,
  }
}
