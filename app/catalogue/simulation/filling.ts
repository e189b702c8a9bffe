/** Invents how companies answer: a whole questionnaire filled in, question by question, as one sees it on the screen. */
import { prepare } from '#app/core/prepared.ts'
import type { Answer, Answers } from '#app/core/answers.ts'
import type { Condition, Profile, Questionnaire, Size } from '#app/core/questionnaire.ts'
import { regions } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { holds } from '#app/core/visibility.ts'
import type { Facts } from '#app/core/visibility.ts'
import { pick, seeded } from './random.ts'
import type { Random } from './random.ts'

/**
 * How the scored questions are answered: at random; all best; all worst; all `unknown`; or leaning, as a company of a
 * strength between 0 and 1 would. Questions that are not scored (what must go on, the tolerance, …) are answered at random in
 * each of them, since they decide what is seen and what is needed.
 */
export const fillings = ['random', 'best', 'worst', 'unknown', 'leaning'] as const
export type Filling = (typeof fillings)[number]

/** The share of random answers that are `unknown`, and the share that are `notApplicable` where that is allowed. */
export const randomShare = { unknown: 0.05, notApplicable: 0.05 } as const

type Asked = {
  readonly id: string
  readonly scored: boolean
  readonly showIf: Condition | undefined
  readonly allowNotApplicable: boolean
  readonly checklist: boolean
  /** the items of a checklist; else the options, worst first where they are scored */
  readonly choices: readonly string[]
}

/** A questionnaire with the options of each question from worst to best: by score, or by hours. */
export type Sheet = { readonly sector: string; readonly asked: readonly Asked[] }

/** Makes the sheet that companies fill in. Options of the same score keep their order. */
export function sheetOf(questionnaire: Questionnaire): Sheet {
  const { questions, sector } = prepare(questionnaire)
  const asked = questionnaire.questions.map((question, index): Asked => {
    const { values, scored, itemIds } = questions[index]!
    const options = [...values.keys()]
    if (scored) options.sort((a, b) => order(values.get(a)!, values.get(b)!))
    return {
      id: question.id,
      scored,
      showIf: question.showIf,
      allowNotApplicable: question.allowNotApplicable,
      checklist: question.type === 'checklist',
      choices: question.type === 'checklist' ? itemIds : options,
    }
  })
  return { sector, asked }
}

/** An invented company in a full scan; `strength` (0..1) matters to `leaning` only. */
export type Company = { readonly filling: Filling; readonly strength: number; readonly evidence: Evidence }

/**
 * `number` companies of this size for each filling, filling by filling, in regions at random. The chance follows from sector,
 * size and filling alone, so that another sector's content does not change what is seen here.
 */
export function* companies(questionnaire: Questionnaire, size: Size, number: number): Generator<Company> {
  const sheet = sheetOf(questionnaire)
  for (const filling of fillings) {
    const random = seeded(`${sheet.sector} ${size} ${filling}`)
    for (let made = 0; made < number; made++) {
      const strength = random()
      const profile: Profile = { sector: sheet.sector, size, region: pick(random, regions) }
      yield { filling, strength, evidence: { mode: 'full', profile, answers: fill(sheet, profile, filling, strength, random) } }
    }
  }
}

/** Two `unlimited` are the same, where a difference would be no number. */
function order(a: number, b: number): number {
  return a === b ? 0 : a - b
}

/**
 * Answers for one company in a full scan, in the order of the questions: each question that is visible after the answers
 * before it gets one, any other none.
 */
export function fill(sheet: Sheet, profile: Profile, filling: Filling, strength: number, random: Random): Answers {
  const answers: Record<string, Answer> = {}
  const facts: Facts = {
    sector: sheet.sector,
    size: profile.size,
    region: profile.region,
    answerOf: (question) => answers[question],
  }
  for (const question of sheet.asked) {
    if (question.showIf !== undefined && !holds(question.showIf, facts)) continue
    answers[question.id] = answerTo(question, question.scored ? filling : 'random', strength, random)
  }
  return answers
}

function answerTo(question: Asked, filling: Filling, strength: number, random: Random): Answer {
  const { choices, checklist } = question
  switch (filling) {
    case 'best':
      return checklist ? { items: choices } : { option: choices.at(-1)! }
    case 'worst':
      return checklist ? { items: [] } : { option: choices[0]! }
    case 'unknown':
      return { unknown: true }
    case 'leaning':
      if (checklist) return { items: choices.filter(() => random() < strength) }
      return { option: choices[leaningPosition(strength, choices.length, random)]! }
    case 'random': {
      const chance = question.scored ? random() : 1
      if (chance < randomShare.unknown) return { unknown: true }
      if (question.allowNotApplicable && chance < randomShare.unknown + randomShare.notApplicable) return { notApplicable: true }
      return checklist ? { items: choices.filter(() => random() < 0.5) } : { option: pick(random, choices) }
    }
  }
}

/** Which of `k` options, worst first, a company leans to: floor((strength + U(−0.25, 0.25)) · k), kept within 0..k−1. */
export function leaningPosition(strength: number, k: number, random: Random): number {
  return Math.min(k - 1, Math.max(0, Math.floor((strength + random() / 2 - 0.25) * k)))
}
