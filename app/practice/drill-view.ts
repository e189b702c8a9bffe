/** A drill in the words of its page: the script of core with the texts of the questionnaire. */
import { drillClock, type DrillScript, type Inject } from '#app/core/drill.ts'
import { wording, type Question, type Questionnaire, type Text } from '#app/core/questionnaire.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export type AskedView = { readonly id: string; readonly text: string; readonly answer: string; readonly find: string | null }
export type StepView = {
  readonly id: string
  readonly clock: string
  readonly minutes: string
  readonly heading: string
  readonly texts: readonly string[]
  readonly asked: readonly AskedView[]
  /** what to talk about */
  readonly talk: readonly string[]
}
export type DrillView = {
  readonly title: string
  readonly lead: string
  readonly day: string | null
  readonly opening: { readonly clock: string; readonly minutes: string; readonly texts: readonly string[] }
  readonly steps: readonly StepView[]
  /** the answers that it can have exercised */
  readonly answered: readonly AskedView[]
  readonly closing: { readonly minutes: string }
}

/** As it reads inside a sentence; an abbreviation that it begins with stays as it is. */
function middle(words: string): string {
  return /^\p{Lu}{2}/u.test(words) ? words : words.slice(0, 1).toLowerCase() + words.slice(1)
}

/** The title of a scenario's drill: "Een half uur oefenen: zonder stroom". */
export function drillTitle(opening: Text): string {
  return m.drill_title({ opening: middle(say(opening)) })
}

export function clockWords(at: number): string {
  const { day, hour, minute } = drillClock(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return m.drill_clock({ day, time: `${two(hour)}:${two(minute)}` })
}

/** The answer to a question as it was given in the scan. */
export function answerGiven(question: Question, evidence: Evidence): string {
  const answer = evidence.answers[question.id]
  const { size } = evidence.profile
  if (answer === undefined || 'notApplicable' in answer) return m.drill_answer_none()
  if ('unknown' in answer) return m.drill_answer_unknown()
  if ('items' in answer) {
    const held = (question.items ?? []).filter(item => answer.items.includes(item.id))
    return held.length === 0 ? m.drill_answer_nothing() : held.map(item => say(wording(item.label, item.sizeOne, size))).join(' · ')
  }
  const option = question.options?.find(one => one.id === answer.option)
  return option === undefined ? m.drill_answer_none() : say(wording(option.label, option.sizeOne, size))
}

/** The page of a drill. `script`: of this questionnaire, evidence and result. */
export function drillView(questionnaire: Questionnaire, evidence: Evidence, result: Result, script: DrillScript): DrillView {
  const scenario = questionnaire.scenarios.find(one => one.id === script.scenario)!
  const { size } = evidence.profile
  const alone = size === '1'
  const known = result.scenarios.find(one => one.id === script.scenario)?.known ?? true
  const without = (id: string | null) => {
    const resource = questionnaire.resources.find(one => one.id === id)
    return resource === undefined ? middle(say(scenario.opening)) : middle(say(resource.without))
  }
  const asked = (id: string): AskedView => {
    const question = questionnaire.questions.find(one => one.id === id)!
    return {
      id,
      text: say(wording(question.text, question.sizeOne, size)),
      answer: m.drill_answer({ answer: answerGiven(question, evidence) }),
      find: question.ask === undefined ? null : m.drill_find({ find: middle(say(wording(question.ask, question.askSizeOne, size))) }),
    }
  }
  const words = (inject: Inject): Pick<StepView, 'heading' | 'texts'> & { readonly ask: string } => {
    switch (inject.kind) {
      case 'falls': {
        const first = alone ? m.drill_falls_ask_one() : m.drill_falls_ask()
        return { heading: m.drill_falls(), texts: inject.falls.map(n => say(scenario.timeline[n]!.text)), ask: inject.at === 0 ? first : m.drill_falls_later() }
      }
      case 'stops': {
        const words = { without: without(inject.resource) }
        const stop = alone ? m.drill_stops_ask_one() : m.drill_stops_ask()
        if (known) return { heading: m.drill_stops(words), texts: [m.drill_stops_text()], ask: stop }
        return { heading: m.drill_stops_unknown(words), texts: [m.drill_stops_unknown_text()], ask: stop }
      }
      case 'lasts':
        return { heading: m.drill_lasts(), texts: [m.drill_lasts_text()], ask: alone ? m.drill_lasts_ask_one() : m.drill_lasts_ask() }
      case 'must':
        return { heading: m.drill_must(), texts: [], ask: m.drill_must_ask() }
      case 'unknown':
        return { heading: alone ? m.drill_unknown_one() : m.drill_unknown(), texts: [], ask: m.drill_unknown_ask() }
      case 'check':
        return { heading: m.drill_check(), texts: [], ask: m.drill_check_ask() }
      case 'over':
        return { heading: m.drill_over(), texts: [m.drill_over_text()], ask: m.drill_over_ask() }
    }
  }
  const minutes = (from: number, to: number) => m.drill_minutes({ from, to })
  const first = script.injects[0]?.minute ?? script.closing
  return {
    title: drillTitle(scenario.opening),
    lead: alone ? m.drill_lead_one() : m.drill_lead(),
    day: scenario.day === undefined ? null : say(scenario.day),
    opening: { clock: clockWords(0), minutes: minutes(0, first), texts: [say(scenario.summary), alone ? m.drill_opening_roles_one() : m.drill_opening_roles()] },
    steps: script.injects.map(inject => {
      const { ask, ...told } = words(inject)
      const scene = inject.scene === null ? undefined : scenario.drill?.[inject.scene]
      return {
        id: inject.id,
        clock: clockWords(inject.at),
        minutes: minutes(inject.minute, inject.minute + inject.minutes),
        ...told,
        asked: inject.questions.map(asked),
        talk: [...(scene === undefined ? [] : [say(scene)]), ask],
      }
    }),
    answered: script.answered.map(asked),
    closing: { minutes: minutes(script.closing, script.minutes) },
  }
}
