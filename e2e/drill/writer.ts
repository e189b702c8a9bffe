/** One who fills in a scan, and remembers exactly what the server promised to have saved. */
import { noContent, type Content } from '#app/assessments/answer-content.ts'
import type { Question, Questionnaire } from '#app/core/questionnaire.ts'
import { openLine, save, startGuest } from '../guest.ts'
import type { Guest, Line } from '../guest.ts'

/** How one question stands for its writer. */
export type Remembered = { version: number; content: Content; underWay: Content | null }

export type Writer = {
  readonly guest: Guest
  readonly line: Line
  readonly answers: Map<string, Remembered>
  /** saves that the server acknowledged */
  acknowledged: number
  /** number of the next thing it writes */
  next: number
}

/** Starts so many writers, each with a scan and a connection of its own. */
export async function startWriters(port: number, count: number, questionnaire: Questionnaire): Promise<Writer[]> {
  return await Promise.all(
    Array.from({ length: count }, async (): Promise<Writer> => {
      const line = openLine(port, 1)
      const guest = await startGuest(line, { sector: questionnaire.sector.id })
      return { guest, line, answers: new Map(), acknowledged: 0, next: 0 }
    }),
  )
}

/** What the writer fills in next: every time another question, another option, and a note that was never written before. */
export function nextEdit(writer: Writer, questions: readonly Question[]): { question: string; content: Content } {
  const turn = writer.next++
  const question = questions[turn % questions.length]!
  const choices = question.options ?? question.items!
  const id = choices[turn % choices.length]!.id
  const answer = question.type === 'checklist' ? { items: [id] } : { option: id }
  return { question: question.id, content: { ...noContent, answer, note: `${writer.guest.scan} ${turn}` } }
}

/** Saves one edit once. Resolves when it is acknowledged; rejects when the server cannot be reached, fails or refuses. */
export async function saveEdit(writer: Writer, { question, content }: { question: string; content: Content }): Promise<void> {
  const stands = writer.answers.get(question) ?? { version: 0, content: noContent, underWay: null }
  writer.answers.set(question, stands)
  stands.underWay = content
  const result = await save(writer.line, writer.guest, [{ question, version: stands.version, ...content }])
  const saved = result.ok ? result.saves[0] : undefined
  if (saved?.ok !== true) throw new RefusedError(`a save of ${question} came to ${JSON.stringify(result)}`)
  stands.version = saved.version
  stands.content = content
  stands.underWay = null
  writer.acknowledged++
}

/** The server answered, but did not save. */
export class RefusedError extends Error {
  override name = 'RefusedError'
}
