/** What is sent to a browser to score with scores like the whole questionnaire, for every golden company. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '#app/core/evaluate.ts'
import { openMusts } from '#app/core/fix-musts.ts'
import { planFor, whatIf } from '#app/core/plan.ts'
import { scoringOnly } from '#app/core/scoring-only.ts'
import { contentFolder, loadCatalogue } from './catalogue.server.ts'
import { evidenceOf, readGolden } from './golden.server.ts'

const catalogue = loadCatalogue()
const companies = readGolden(contentFolder())
const asSent = <T>(what: T): T => JSON.parse(JSON.stringify(what)) as T

describe('a questionnaire without its words', () => {
  it.each(companies.map(golden => [golden.content.name, golden] as const))('scores as the whole one: %s', (_, golden) => {
    const whole = catalogue.questionnaire(golden.content.sector)
    const evidence = evidenceOf(golden.content)
    const bare = asSent(scoringOnly(whole))
    const open = evaluate(whole, evidence).measures.filter(measure => measure.open).map(measure => measure.id)
    for (const hours of [2, 4, 8, 24]) expect(planFor(bare, evidence, hours)).toEqual(planFor(whole, evidence, hours))
    const campaign = whole.scenarios.flatMap(scenario => (scenario.campaign ? [scenario.id] : []))
    const needed = asSent(scoringOnly(whole, { scenarios: campaign, measures: open }))
    for (const chosen of [[], open.slice(0, 3), open.filter((_, place) => place % 2 === 0), open]) {
      const expected = whatIf(whole, evidence, chosen)
      expect(whatIf(bare, evidence, chosen)).toEqual(expected)
      expect(whatIf(needed, evidence, chosen)).toEqual({ ...expected, scenarios: expected.scenarios.filter(({ id }) => campaign.includes(id)) })
      expect(openMusts(needed, evidence, chosen)).toEqual(openMusts(whole, evidence, chosen))
    }
  })
  it('is a fraction of the whole', () => {
    const whole = catalogue.questionnaire('bouw')
    expect(JSON.stringify(scoringOnly(whole)).length).toBeLessThan(JSON.stringify(whole).length / 4)
  })
})
