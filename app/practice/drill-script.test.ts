/** The script of a drill, for every golden company and every scenario. */
import { describe, expect, it } from 'vitest'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { evidenceOf, readGolden } from '#app/catalogue/golden.server.ts'
import { drillClock, drillScript, fewestInjects, measuresAfterDrill, mostInjects, noteSteps, weakestScenario } from '#app/core/drill.ts'
import { evaluate } from '#app/core/evaluate.ts'
import type { Evidence } from '#app/core/result.ts'
import { visibleQuestions } from '#app/core/visibility.ts'

const catalogue = loadCatalogue()
const companies = readGolden(contentFolder()).map(({ content }) => {
  const questionnaire = catalogue.questionnaire(content.sector)
  const evidence = evidenceOf(content)
  return { name: content.name, questionnaire, evidence, result: evaluate(questionnaire, evidence) }
})

describe.each(companies)('the drill of $name', ({ questionnaire, evidence, result }) => {
  const quick: Evidence = { ...evidence, mode: 'quick' }
  const both = [{ evidence, result }, { evidence: quick, result: evaluate(questionnaire, quick) }]
  const scripts = both.flatMap(scan => questionnaire.scenarios.map(scenario => ({ ...scan, scenario, script: drillScript(questionnaire, scan.evidence, scan.result, scenario.id) })))

  it('fills half an hour with five to seven injects, whatever the scenario and the scan', () => {
    for (const { script } of scripts) {
      expect(script.minutes).toBe(30)
      expect(script.injects.length).toBeGreaterThanOrEqual(fewestInjects)
      expect(script.injects.length).toBeLessThanOrEqual(mostInjects)
      let minute = script.injects[0]?.minute
      for (const inject of script.injects) {
        expect(inject.minute).toBe(minute)
        expect(inject.minutes).toBeGreaterThanOrEqual(3)
        minute = inject.minute + inject.minutes
      }
      expect(minute).toBe(script.closing)
    }
  })
  it('runs one way by the clock of the scenario, and ends with its end', () => {
    for (const { script } of scripts) {
      const hours = script.injects.map(({ at }) => at)
      expect(hours).toEqual(hours.toSorted((a, b) => a - b))
      expect(script.injects.at(-1)?.kind).toBe('over')
    }
  })
  it('asks what this company sees only, each question once', () => {
    for (const { script, evidence: given } of scripts) {
      const visible = new Set(visibleQuestions(questionnaire, given).map(({ id }) => id))
      expect(script.questions.length).toBeGreaterThan(0)
      expect(script.questions.filter(id => !visible.has(id))).toEqual([])
      expect(script.injects.flatMap(({ questions }) => questions)).toEqual(script.questions)
      expect(script.answered).toEqual(script.questions.filter(id => 'option' in (given.answers[id] ?? {}) || 'items' in (given.answers[id] ?? {})))
      expect(new Set(noteSteps(script)).size).toBe(noteSteps(script).length)
    }
  })
  it('tells what falls away and asks the questions of the sector from its own scenario', () => {
    for (const { script, scenario } of scripts) {
      const falls = script.injects.flatMap(inject => inject.falls)
      expect(falls.every(position => scenario.timeline[position] !== undefined)).toBe(true)
      expect(new Set(falls).size).toBe(falls.length)
      const scenes = script.injects.flatMap(({ scene }) => (scene === null ? [] : [scene]))
      expect(scenes).toEqual(scenes.map((_, n) => n))
      expect(scenes.length).toBeLessThanOrEqual(scenario.drill?.length ?? 0)
    }
  })
  it('stops at the moment that the report tells', () => {
    for (const { script, scenario, result: of } of scripts) {
      const outcome = of.scenarios.find(({ id }) => id === scenario.id)!
      const stops = script.injects.filter(({ kind }) => kind === 'stops')
      if (typeof outcome.endurance === 'number' && outcome.endurance < scenario.target) expect(stops).toMatchObject([{ at: outcome.endurance, resource: outcome.weakest }])
      else expect(stops).toEqual([])
    }
  })
  it('is the same every time, and begins with the scenario that is covered least', () => {
    for (const { script, evidence: given, result: of } of scripts) expect(drillScript(questionnaire, given, of, script.scenario)).toEqual(script)
    const chosen = result.scenarios.find(({ id }) => id === weakestScenario(questionnaire, result.scenarios))
    for (const { coverage } of result.scenarios) expect(coverage ?? 2).toBeGreaterThanOrEqual(chosen?.coverage ?? 2)
  })
  it('ends in measures that are open and put right what it asked about', () => {
    for (const { script, result: of } of scripts) {
      for (const id of measuresAfterDrill(questionnaire, of, script)) {
        expect(of.measures.find(one => one.id === id)?.open).toBe(true)
        const lifts = questionnaire.measures.find(one => one.id === id)?.lifts ?? []
        expect(lifts.some(({ question }) => script.questions.includes(question))).toBe(true)
      }
    }
  })
})

describe('the clock of the scenario', () => {
  it.each([[0, 1, 9, 0], [2, 1, 11, 0], [14.75, 1, 23, 45], [15, 2, 0, 0], [72, 4, 9, 0]])('stands %s hours in on day %s at %s:%s', (at, day, hour, minute) => {
    expect(drillClock(at)).toEqual({ day, hour, minute })
  })
})
