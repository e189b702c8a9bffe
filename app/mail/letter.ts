/** Writes a letter: plain text and simple HTML with the same content, in the language of the words it is given. */
import type { Language } from '#app/core/questionnaire.ts'

/** A paragraph; a link that stands alone with the words that say what it does; or a code to be typed over. */
export type LetterPart = string | { readonly label: string; readonly link: string } | { readonly code: string }

export type LetterWords = {
  readonly language: Language
  /** one line */
  readonly subject: string
  /** in the order they are read, greeting and closing included */
  readonly parts: readonly LetterPart[]
}
export type Letter = { readonly subject: string; readonly text: string; readonly html: string; readonly language: Language }

/** Throws when a link is not an absolute http or https address. */
export function writeLetter({ language, subject, parts }: LetterWords): Letter {
  return {
    language,
    subject: oneLine(subject),
    text: parts.map(partAsText).join('\n\n') + '\n',
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(oneLine(subject))}</title></head>`,
      '<body style="margin:0 auto;padding:24px;max-width:36em;font:17px/1.5 sans-serif;overflow-wrap:anywhere">',
      ...parts.map(partAsHtml),
      '</body></html>',
    ].join('\n'),
  }
}

function partAsText(part: LetterPart): string {
  if (typeof part === 'string') return part
  if ('code' in part) return part.code
  return `${part.label}\n${webAddress(part.link)}`
}

function partAsHtml(part: LetterPart): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part)}</p>`
  if ('code' in part) return `<p style="font:bold 24px/1.3 monospace;letter-spacing:2px">${escapeHtml(part.code)}</p>`
  const address = escapeHtml(webAddress(part.link))
  return `<p><strong>${escapeHtml(part.label)}</strong><br><a href="${address}">${address}</a></p>`
}

function webAddress(link: string): string {
  const { protocol } = new URL(link)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`A letter cannot link to ${protocol}`)
  return link
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
