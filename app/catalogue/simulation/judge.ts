/** The rules a questionnaire must keep over all invented companies, and in words what breaks them. */
import { compareNumbers } from '#app/core/numbers.ts'
import type { Mode, Questionnaire } from '#app/core/questionnaire.ts'
import type { Level } from '#app/core/result.ts'
import { mustEffort } from '../checks/measures.ts'
import { quoted } from '../failure.ts'
import { fillings } from './filling.ts'
import type { Leaning, Observation } from './observe.ts'

/** Where a rule is broken (a module, or a sector and size), how, and what the writer can do about it. */
export type Finding = { readonly where: string; readonly message: string; readonly advice: string }

/** One line: `bouw, size 2-9: level 5 is never reached … — look at …`. */
export function inWords({ where, message, advice }: Finding): string {
  return `${where}: ${message} — ${advice}`
}

/** Our judgement, all of it: what a questionnaire may do to a company before we call it unfair. */
export const limits = {
  /** a leaning company of more strength than this is strong */
  strong: 0.8,
  /** the largest share of the strong whose level a must may lower */
  capped: 0.5,
  /** points: the largest mean difference between a quick and a full scan */
  difference: 8,
  /** the largest share whose level differs between a quick and a full scan */
  otherLevel: 0.3,
} as const

const allLevels: readonly Level[] = [1, 2, 3, 4, 5]

/** Quick against full: the mean difference in points, and the share (0..1) with another level; null without any quick scan. */
export function quickAgainstFull(leaning: readonly Leaning[]): { difference: number; otherLevel: number } | null {
  const both = leaning.flatMap(({ full, quick }) => (quick === null ? [] : [{ full, quick }]))
  if (both.length === 0) return null
  const sum = both.reduce((total, { full, quick }) => total + Math.abs(quick.points - full.points), 0)
  const other = both.filter(({ full, quick }) => full.level !== quick.level).length
  return { difference: sum / both.length, otherLevel: other / both.length }
}

/** The share (0..1) of the strong whose level a must lowered in the full scan; null where nobody is strong. */
export function cappedShare(leaning: readonly Leaning[]): number | null {
  const strong = leaning.filter(({ strength }) => strength > limits.strong)
  return strong.length === 0 ? null : strong.filter(({ full }) => full.capped).length / strong.length
}

/**
 * Every rule that is broken.
 * Whether a question is ever shown and a measure ever open is decided for each module over all sizes of all sectors that it is
 * asked in: the core serves them all, and a question may well be for one size. A question for the quick scan has to be shown
 * there too.
 * Everything else is decided for each sector and size by itself, since that is what one company meets: points 0 and 100 and the
 * five levels (in the full and in the quick scan, after the musts), what holds down the strong, quick against full. Points and
 * levels have to be reached by outright answers: "weet ik niet" scores 0 and `notApplicable` leaves the sums in any questionnaire.
 * A must is fixed and a scenario has an endurance question for each single company: nobody is told of a basic measure without a
 * way out, nor of a scenario without a moment.
 */
export function judge(questionnaires: readonly Questionnaire[], observations: readonly Observation[]): Finding[] {
  return [...judgeModules(questionnaires, observations), ...observations.flatMap((seen) => judgeSize(questionnaires, seen))]
}

function judgeModules(questionnaires: readonly Questionnaire[], observations: readonly Observation[]): Finding[] {
  const modules = new Set(questionnaires.flatMap((one) => one.modules.map(({ id }) => id)))
  return [...modules].flatMap((module) => {
    const asking = questionnaires.filter((one) => one.modules.some(({ id }) => id === module))
    const sectors = asking.map((one) => one.sector.id)
    const seen = observations.filter(({ sector }) => sectors.includes(sector))
    const where = `${module}, all sizes${sectors.length > 1 ? ' and sectors' : ''}`
    const among = `of ${count(seen.reduce((sum, one) => sum + one.companies * fillings.length, 0))}`
    const own = <One extends { id: string; module: string }>(list: (one: Questionnaire) => readonly One[]): One[] => [
      ...new Map(asking.flatMap(list).flatMap((one) => (one.module === module ? [[one.id, one] as const] : []))).values(),
    ]
    const questions = own((one) => one.questions).flatMap(({ id, quick }): Finding[] => {
      if (!seen.some(({ shown }) => shown.full.has(id))) {
        const message = `question ${quoted(id)} is shown to none ${among}`
        return [{ where, message, advice: 'widen its showIf, or take the question out' }]
      }
      if (!quick || seen.some(({ shown }) => shown.quick.has(id))) return []
      const advice = 'let its showIf name quick questions, or take quick out'
      return [{ where, message: `question ${quoted(id)} is quick, but in a quick scan shown to none ${among}`, advice }]
    })
    const measures = own((one) => one.measures).flatMap(({ id }): Finding[] => {
      if (seen.some(({ open }) => open.has(id))) return []
      const advice = 'its showIf has to leave somebody whose answer the lift still raises: change the showIf or the lifts'
      return [{ where, message: `measure ${quoted(id)} is open for none ${among}`, advice }]
    })
    return [...questions, ...measures]
  })
}

function judgeSize(questionnaires: readonly Questionnaire[], seen: Observation): Finding[] {
  const where = `${seen.sector}, size ${seen.size}`
  const questionnaire = questionnaires.find((one) => one.sector.id === seen.sector)
  const musts = questionnaire?.questions.flatMap(({ id, must }) => (must ? [id] : [])) ?? []
  const findings = [
    ...(['full', 'quick'] as const).flatMap((mode) => judgeReached(seen, mode)),
    ...musts.flatMap((id) => {
      const { seen: unmet, failed } = seen.musts.get(id) ?? { seen: 0, failed: 0 }
      if (failed === 0) return []
      const missing = `for ${failed} of ${count(unmet)} that miss it`
      const message = `must ${quoted(id)} is fixed by no measure of at most ${mustEffort} hours ${missing}`
      return [{ message, advice: 'let one measure that exists for them bring it to half its score or more on its own' }]
    }),
    ...[...seen.scenarios].flatMap(([id, { seen: all, failed }]) => {
      if (failed === 0) return []
      const missing = `for ${failed} of ${count(all)}`
      const message = `scenario ${quoted(id)} has no endurance question for any resource of its timeline ${missing}`
      return [{ message, advice: 'ask them how long they last without one of these, or add a step that they are asked about' }]
    }),
    ...judgeLeaning(seen),
  ]
  return findings.map((finding) => ({ where, ...finding }))
}

type Told = Omit<Finding, 'where'>

function judgeReached({ points, levels }: Observation, mode: Mode): Told[] {
  const among = `by nobody who knows every answer in a ${mode} scan`
  const missing = allLevels.filter((level) => !levels[mode].has(level))
  const extremes = ([[0, 'bad'], [100, 'good']] as const).flatMap(([extreme, kind]): Told[] => {
    if (points[mode].has(extreme)) return []
    const advice = `give each question an answer that scores ${extreme / 100}, also one that is shown only after a ${kind} answer`
    return [{ message: `${extreme} points can be reached ${among}`, advice }]
  })
  if (missing.length === 0) return extremes
  const message = `${missing.length === 1 ? 'level' : 'levels'} ${missing.join(', ')} can be reached ${among}`
  const advice = 'see which weights or scores leave a gap; one unmet must leaves level 4 at most, two or more level 3'
  return [...extremes, { message, advice }]
}

function judgeLeaning({ leaning }: Observation): Told[] {
  const told: Told[] = []
  const capped = cappedShare(leaning)
  if (capped !== null && compareNumbers(capped, limits.capped) > 0) {
    const message = `of the strong (strength over ${limits.strong}) ${percent(capped)} are held down by a must`
    const advice = `keep it to ${percent(limits.capped)}: make fewer questions a must, or give one a middle answer that scores half`
    told.push({ message, advice })
  }
  const against = quickAgainstFull(leaning)
  if (against === null) return told
  const advice = 'choose quick questions from each theme whose answers tell most of the whole theme, or change their weights'
  if (compareNumbers(against.difference, limits.difference) > 0) {
    const message = `quick and full differ by ${against.difference.toFixed(1)} points in the mean, over ${limits.difference}`
    told.push({ message, advice })
  }
  if (compareNumbers(against.otherLevel, limits.otherLevel) > 0) {
    const message = `quick and full give ${percent(against.otherLevel)} another level, over ${percent(limits.otherLevel)}`
    told.push({ message, advice })
  }
  return told
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`
}

function count(companies: number): string {
  return `${companies} ${companies === 1 ? 'company' : 'companies'}`
}
