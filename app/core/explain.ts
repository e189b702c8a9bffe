/** How each number of a result is made: weights, contributions, shares and caps, and a company's strengths. */
import { count, inSums, needed } from './counted.ts'
import { compareNumbers, levelOf, points, round9 } from './numbers.ts'
import { isUnmetMust, scoresOf, themeSums, unmetMusts } from './score.ts'
import { standing } from './visibility.ts'
import type { Counted } from './counted.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import type { Evidence, Level, OverallResult, ThemeResult } from './result.ts'

export type QuestionExplanation = {
  readonly id: string
  readonly standing: 'open' | 'notApplicable' | 'unknown' | 'answered'
  readonly weight: number
  readonly must: boolean
  readonly unmet: boolean
  /** 0..1; null where the question is in no sum */
  readonly s: number | null
  /** the share of its theme that it weighs, 0..1; null where it is in no sum */
  readonly share: number | null
  /** points of the theme score that it brings: 100 · share · s */
  readonly points: number | null
  /** points of the overall score that it brings, and that s = 1 would bring */
  readonly overallPoints: number | null
  readonly overallPossible: number | null
  /** endurance questions: hours that are needed for s = 1 */
  readonly needed?: number
}
export type ThemeExplanation = ThemeResult & {
  /** the share of the overall score that it weighs, 0..1; null without a score */
  readonly share: number | null
  /** points of the overall score that it brings: share · score; these add up to the overall score */
  readonly contribution: number | null
  /** the level by points alone */
  readonly uncapped: Level | null
  /** visible scored questions, in questionnaire order */
  readonly questions: readonly QuestionExplanation[]
}
export type Explanation = {
  /** hours */
  readonly tolerance: number
  readonly overall: OverallResult & {
    /** the level by points alone */
    readonly uncapped: Level | null
    /** the unmet musts that hold the level down; empty where nothing was lowered */
    readonly heldDownBy: readonly string[]
  }
  readonly themes: readonly ThemeExplanation[]
}

/** Explains every number of the scores, in the order of the questionnaire. */
export function explain(questionnaire: Questionnaire, evidence: Evidence): Explanation {
  const counted = count(questionnaire, evidence)
  const { overall, themes } = scoresOf(counted)
  const { weights } = themeSums(counted)
  const total = themes.reduce((sum, theme) => (theme.score === null ? sum : sum + theme.weight), 0)
  return {
    tolerance: counted.tolerance,
    overall: {
      ...overall,
      uncapped: levelBy(overall.score),
      heldDownBy: overall.capped ? unmetMusts(counted) : [],
    },
    themes: themes.map((theme, position) => {
      const share = theme.score === null ? null : theme.weight / total
      return {
        ...theme,
        share,
        contribution: share === null ? null : share * theme.score!,
        uncapped: levelBy(theme.score),
        questions: counted.prepared.questions
          .filter((one) => one.theme === position && counted.standings[one.index] !== standing.hidden)
          .map((one) => explainQuestion(counted, one.index, weights[position]!, share)),
      }
    }),
  }
}

function explainQuestion(
  counted: Counted,
  index: number,
  themeWeight: number,
  themeShare: number | null,
): QuestionExplanation {
  const question = counted.prepared.questions[index]!
  const counts = inSums(counted, index)
  const s = counts ? counted.s[index]! : null
  const share = counts ? question.weight / themeWeight : null
  const possible = share === null || themeShare === null ? null : 100 * share * themeShare
  return {
    id: question.id,
    standing: (['open', 'open', 'notApplicable', 'unknown', 'answered'] as const)[counted.standings[index]!]!,
    weight: question.weight,
    must: question.must,
    unmet: isUnmetMust(counted, index),
    s,
    share,
    points: share === null || s === null ? null : 100 * share * s,
    overallPoints: possible === null || s === null ? null : possible * s,
    overallPossible: possible,
    ...(question.type === 'endurance' ? { needed: needed(question.target, counted.tolerance) } : {}),
  }
}

function levelBy(score: number | null): Level | null {
  return score === null ? null : levelOf(points(score))
}

/** A company's strengths: the questions in the sums with s(q) = 1, by weight, high to low, then in questionnaire order. */
export function strengths(questionnaire: Questionnaire, evidence: Evidence): Question[] {
  const counted = count(questionnaire, evidence)
  return questionnaire.questions
    .filter((_, index) => inSums(counted, index) && round9(counted.s[index]!) >= 1)
    .sort((a, b) => compareNumbers(b.weight, a.weight))
}
