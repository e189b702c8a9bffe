/** A scan for measuring: made through the pages like any other, every question answered. */
import { noContent } from '#app/assessments/answer-content.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { repeating } from '#app/catalogue/simulation/random.ts'
import { save, startGuest } from '../guest.ts'
import type { Guest, Line } from '../guest.ts'
import { companyOf } from './sample-answers.ts'

/** Starts a scan of a company of 10–49 people and answers everything. */
export async function answeredScan(line: Line, questionnaire: Questionnaire): Promise<Guest> {
  const guest = await startGuest(line, { sector: questionnaire.sector.id, size: '10-49' })
  const { answers } = companyOf(questionnaire, repeating(3), '10-49')
  const saves = Object.entries(answers).map(([question, answer]) => ({ ...noContent, question, version: 0, answer }))
  const result = await save(line, guest, saves)
  if (!result.ok || result.saves.some(saved => !saved.ok)) throw new Error(`Answers were refused: ${JSON.stringify(result)}`)
  return guest
}
