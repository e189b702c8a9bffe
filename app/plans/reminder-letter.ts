/** The letter that tells somebody what is due: today, and within a week. */
import type { Language } from '#app/core/questionnaire.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { writeLetter, type Letter, type LetterPart } from '#app/mail/letter.ts'

/** `company`: where there is a name; `link`: an absolute address. */
export type DueItem = { readonly title: string; readonly company: string | null; readonly dueOn: string; readonly kind: 'week' | 'day'; readonly link: string }

/** So many actions stand in one letter. */
const mostItems = 20

/** `off`: the absolute address that turns reminders off. */
export function reminderLetter(language: Language, items: readonly DueItem[], off: string): Letter {
  const say = { locale: language }
  const today = items.filter(({ kind }) => kind === 'day')
  const later = items.filter(({ kind }) => kind === 'week')
  const shown = new Set([...today, ...later].slice(0, mostItems))
  const more = items.length - shown.size
  const part = ({ title, company, dueOn, link }: DueItem): LetterPart => {
    const words = { title, date: date(Date.parse(`${dueOn}T12:00:00Z`), language) }
    return { label: company === null ? m.calendar_letter_item(words, say) : m.calendar_letter_item_of({ ...words, company }, say), link }
  }
  const group = (heading: string, list: readonly DueItem[]) => (list.length === 0 ? [] : [heading, ...list.filter(item => shown.has(item)).map(part)])
  return writeLetter({
    language,
    subject: subjectOf(today.length, later.length, say),
    parts: [
      m.auth_letter_hello({}, say),
      ...group(today.length === 1 ? m.calendar_letter_today_one({}, say) : m.calendar_letter_today({ n: today.length }, say), today),
      ...group(later.length === 1 ? m.calendar_letter_week_one({}, say) : m.calendar_letter_week({ n: later.length }, say), later),
      ...(more === 0 ? [] : [m.calendar_letter_more({ n: more }, say)]),
      m.calendar_letter_then({}, say),
      m.auth_letter_close({}, say),
      { label: m.calendar_letter_off({}, say), link: off },
    ],
  })
}

/** Says how many, and not what: a subject is read by more people than a letter. */
function subjectOf(today: number, later: number, say: { readonly locale: Language }): string {
  if (today === 0) return later === 1 ? m.calendar_letter_subject_week_one({}, say) : m.calendar_letter_subject_week({ n: later }, say)
  return today === 1 ? m.calendar_letter_subject_today_one({}, say) : m.calendar_letter_subject_today({ n: today }, say)
}
