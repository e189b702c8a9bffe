/** Calls to the stateless interface for tests: the real questionnaires, and a limit of the test's own. */
import pino from 'pino'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import type { Answer } from '#app/core/answers.ts'
import type { Question, Questionnaire } from '#app/core/questionnaire.ts'
import type { Problem } from './problem.ts'
import type { ApiWorld, Call } from './respond.server.ts'

export const catalogue = loadCatalogue()

/** A world with its own count of calls. */
export function apiWorld(perMinute = 100_000): ApiWorld {
  return { environment: { API_RATE_LIMIT: perMinute }, catalogue, log: pino({ level: 'silent' }) }
}

export function call(path: string, init: RequestInit = {}, address = '192.0.2.1'): Call {
  return { request: new Request(`https://paraat.example${path}`, init), context: { address, requestId: 'r-1' } }
}

/** A POST with a JSON body; a string goes as it is. */
export function post(path: string, body: unknown, headers: Record<string, string> = { 'Content-Type': 'application/json' }): Call {
  return call(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers })
}

/** The problem that an answer tells. Throws where it tells none. */
export async function problemOf(response: Response): Promise<Problem> {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) throw new Error(`no problem but ${response.status} ${await response.text()}`)
  const told: unknown = await response.json()
  return told as Problem
}

/** The first question like this in a questionnaire. Throws where there is none. */
export function questionLike(questionnaire: Questionnaire, fits: (question: Question) => boolean): Question {
  const found = questionnaire.questions.find(fits)
  if (found === undefined) throw new Error('the questionnaire has no such question')
  return found
}

/** An answer to every question: the option in the middle, every other item. */
export function answersTo(questionnaire: Questionnaire): Record<string, Answer> {
  return Object.fromEntries<Answer>(
    questionnaire.questions.map(({ id, options = [], items = [] }) =>
      items.length > 0
        ? [id, { items: items.filter((_, position) => position % 2 === 0).map(item => item.id) }]
        : [id, { option: options[Math.floor(options.length / 2)]?.id ?? '' }],
    ),
  )
}
