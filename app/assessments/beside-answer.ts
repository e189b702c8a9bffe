/**
 * The fields that stand beside an answer, note, how firm, where to see it, as HTML. They stand folded under every question of a page, so
 * they are written out by hand: as elements of React they would cost a page a sixth of its speed.
 */
import { firmnesses, longestEvidence, longestNote, type Firmness } from '#app/core/answers.ts'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Content } from './answer-content.ts'
import { fieldNames } from './page-form.ts'

/** What stands beside an answer. */
type Beside = Pick<Content, 'note' | 'firmness' | 'evidence'>

/** How firm an answer is, in words. */
export function firmnessInWords(firmness: Firmness): string {
  return { said: m.scan_firm_said(), paper: m.scan_firm_paper(), exercised: m.scan_firm_exercised() }[firmness]
}

/** The fields with nothing in them, by language and question: most stand so, and each is made once. */
const empty = new Map<string, string>()

/** The fields of one question with what they start with; `problem` stands at the link. */
export function besideAnswer(question: string, content: Beside, problem?: string): string {
  if (content.note !== null || content.firmness !== null || content.evidence !== null || problem !== undefined) return draw(question, content, problem)
  const key = `${language()} ${question}`
  const known = empty.get(key) ?? draw(question, content)
  empty.set(key, known)
  return known
}

/** What the fields of a question say in the browser now. */
export function typedBeside(question: string): Beside {
  const valueOf = (id: string) => {
    const field = document.getElementById(id)
    const value = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : ''
    return value === '' ? null : value
  }
  const firmness = valueOf(fieldNames.firmness(question))
  return {
    note: valueOf(fieldNames.note(question)),
    firmness: firmnesses.find(one => one === firmness) ?? null,
    evidence: valueOf(fieldNames.evidence(question)),
  }
}

function draw(question: string, { note, firmness, evidence }: Beside, problem?: string): string {
  const [n, f, e] = [fieldNames.note(question), fieldNames.firmness(question), fieldNames.evidence(question)].map(escaped) as [string, string, string]
  const choices = firmnesses.map(one => `<option value="${one}"${one === firmness ? ' selected=""' : ''}>${escaped(firmnessInWords(one))}</option>`)
  const error = problem === undefined ? '' : `<p id="${e}-error" class="error"><span>${escaped(problem)}</span></p>`
  const invalid = problem === undefined ? '' : ` ${e}-error" aria-invalid="true`
  return (
    `<div class="field">${labelFor(n, m.scan_note())}${helpOf(n, m.scan_note_help())}` +
    `<textarea id="${n}" class="input" aria-describedby="${n}-help" name="${n}" rows="3" maxlength="${longestNote}">${escaped(note ?? '')}</textarea></div>` +
    `<div class="field">${labelFor(f, m.scan_firm())}` +
    `<span class="select"><select id="${f}" class="input" name="${f}"><option value="">${escaped(m.scan_firm_none())}</option>${choices.join('')}</select></span></div>` +
    `<div class="field">${labelFor(e, m.scan_evidence())}${helpOf(e, m.scan_evidence_help())}${error}` +
    `<input id="${e}" class="input" aria-describedby="${e}-help${invalid}" name="${e}" inputmode="url" autocomplete="off"` +
    ` maxlength="${longestEvidence}" value="${escaped(evidence ?? '')}"/></div>`
  )
}

function labelFor(id: string, words: string): string {
  return `<label class="label" for="${id}">${escaped(words)}</label>`
}

function helpOf(id: string, words: string): string {
  return `<div id="${id}-help" class="help">${escaped(words)}</div>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character]!)
}
