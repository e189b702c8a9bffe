/** Numbers, dates and durations as people write them, in Dutch and in British English. */
import type { Hours, Language, Text } from '#app/core/questionnaire.ts'
import { m } from './paraglide/messages.js'
import { getLocale } from './language.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const
const timeZone = 'Europe/Amsterdam'

/** The language of the page that is being made. */
export function language(): Language {
  return getLocale()
}

/** A text of the questionnaire in the language of the page. */
export function say(text: Text): string {
  return text[language()]
}

/** Making a formatter costs far more than using it, so each is made once for a process. */
function once<K extends string, F>(make: (key: K) => F): (key: K) => F {
  const made = new Map<K, F>()
  return key => {
    const formatter = made.get(key) ?? make(key)
    made.set(key, formatter)
    return formatter
  }
}

const numbers = once((key: `${Language} ${number}`) => {
  const [language, digits] = key.split(' ') as [Language, string]
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: Number(digits) })
})
const dates = once((language: Language) => new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }))
const shortDates = once((language: Language) => new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone }))
const times = once((language: Language) => new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }))

/** 1234.5 → 1.234,5 / 1,234.5 */
export function number(value: number, digits = 0): string {
  return numbers(`${language()} ${digits}`).format(value)
}

/** One decimal, always: 3 → 3,0 / 3.0 */
export function oneDecimal(value: number): string {
  return value.toFixed(1).replace('.', language() === 'nl' ? ',' : '.')
}

/** Epoch milliseconds → 24 november 2026 / 24 November 2026; `of`: the language of a letter, where it is not that of the page */
export function date(at: number, of: Language = language()): string {
  return dates(of).format(at)
}

/** Epoch milliseconds → 24 nov 2026 / 24 Nov 2026 */
export function shortDate(at: number): string {
  return shortDates(language()).format(at).replace('.', '')
}

/** Epoch milliseconds → 14:32 */
export function time(at: number): string {
  return times(language()).format(at)
}

/** Hours in the words of a baker: "4 uur", "3 dagen", "1 week", "2 weken of langer". */
export function duration(hours: Hours): string {
  if (hours === 'unlimited') return m.hours_unlimited()
  if (hours >= 336 && hours % 168 === 0) return m.hours_weeks({ n: number(hours / 168) })
  if (hours === 168) return m.hours_week()
  if (hours >= 72 && hours % 24 === 0) return m.hours_days({ n: number(hours / 24) })
  return inHours(hours)
}

/** Hours, always as hours: "48 uur". */
export function inHours(hours: number): string {
  return hours === 1 ? m.hours_hour() : m.hours_hours({ n: number(hours, 1) })
}

/** Minutes or hours of effort: 0.5 → "een half uur", 1 → "1 uur", 8 → "8 uur". */
export function effort(hours: number): string {
  return hours === 0.5 ? m.hours_half() : inHours(hours)
}
