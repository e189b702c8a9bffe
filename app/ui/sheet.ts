/** The foot of every printed sheet: what stands at its left, and the word before its page number. */
import type { CSSProperties } from 'react'

/** CSS text of a string: quotes, backslashes and line ends cannot end it. */
function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`
}

/**
 * The style attribute for the <html> element of a page that prints: `left` is company, date and questionnaire version in one line,
 * `page` the word "bladzijde"; the number and the total follow it.
 */
export function sheetStyle(left: string, page: string): CSSProperties {
  return { '--sheet-left': cssString(left), '--sheet-page': cssString(`${page} `) } as CSSProperties
}
