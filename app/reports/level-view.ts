/** Level, points and the basics in words, and the must that holds the level down. */
import { explain } from '#app/core/explain.ts'
import { points } from '#app/core/numbers.ts'
import type { Level } from '#app/core/result.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { answerWords } from './answer-words.ts'
import { measureWith } from './measure-view.ts'
import { nameOf, type Told } from './told.ts'

export type LevelView = {
  readonly level: Level | null
  readonly title: string
  readonly text: string | null
  readonly points: string | null
  readonly basics: string
  /** the musts that are not met: with `heldDown` they are what keeps the level where it is */
  readonly missing: readonly string[]
  readonly missingLead: string | null
  readonly capped: boolean
}
export type MustView = { readonly name: string; readonly answer: string; readonly fix: string | null }

export const levelNames: Record<Level, () => string> = {
  1: () => m.report_level_1(),
  2: () => m.report_level_2(),
  3: () => m.report_level_3(),
  4: () => m.report_level_4(),
  5: () => m.report_level_5(),
}
const levelTexts: Record<Level, () => string> = {
  1: () => m.report_level_1_text(),
  2: () => m.report_level_2_text(),
  3: () => m.report_level_3_text(),
  4: () => m.report_level_4_text(),
  5: () => m.report_level_5_text(),
}

export function levelView(told: Told): LevelView {
  const { score, level, capped, unmetMusts, musts } = told.result.overall
  const unmet = unmetOf(told).map(id => nameOf(told, told.question(id)))
  return {
    level,
    title: level === null ? m.report_no_level() : m.report_level({ n: level, name: levelNames[level]() }),
    text: level === null ? null : levelTexts[level](),
    points: score === null ? null : m.report_points({ n: points(score) }),
    basics: musts === 0 ? m.report_basics_none() : m.report_basics({ met: musts - unmetMusts, all: musts }),
    missing: unmet,
    missingLead: unmet.length === 0 ? null : capped && level !== null ? m.report_holds_down({ n: level }) : m.report_still_missing(),
    capped,
  }
}

/** Every unmet must with what was answered and the first measure that puts it right. */
export function unmetMustViews(told: Told): MustView[] {
  return unmetOf(told).map(id => {
    const question = told.question(id)
    const fix = told.result.measures.find(
      measure => measure.open && measure.fixesMust && measureWith(told, measure.id).lifts.some(lift => lift.question === id),
    )
    const measure = fix === undefined ? undefined : measureWith(told, fix.id)
    return {
      name: nameOf(told, question),
      answer: m.report_your_answer({ answer: answerWords(told, question) }),
      fix: measure === undefined ? null : m.report_fix({ measure: told.words(measure.title, measure.sizeOne) }),
    }
  })
}

function unmetOf(told: Told): string[] {
  return explain(told.questionnaire, told.evidence).themes.flatMap(theme => theme.questions.filter(question => question.unmet).map(question => question.id))
}
