/** Tests the codes of the questions on paper. */
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { codesOf, letteredPages } from './codes.ts'

const catalogue = loadCatalogue()
const questionnaires = catalogue.sectors.map(sector => catalogue.questionnaire(sector.id))
const general = codesOf(catalogue.questionnaire('algemeen'))

describe('The codes on the paper form', () => {
  it.each(questionnaires.map(one => [one.sector.id, one] as const))('are one for each question and no two the same: %s', (_, questionnaire) => {
    const codes = codesOf(questionnaire)
    expect([...codes.keys()].sort()).toEqual(questionnaire.questions.map(question => question.id).sort())
    expect(new Set(codes.values()).size).toBe(codes.size)
    for (const code of codes.values()) expect(code).toMatch(/^[A-HJ-NP-Z][1-9]\d?$/)
  })

  it('are the same in every sector for what everybody is asked', () => {
    for (const questionnaire of questionnaires) {
      const codes = codesOf(questionnaire)
      for (const [id, code] of general) expect(`${questionnaire.sector.id} ${id} ${codes.get(id)}`).toBe(`${questionnaire.sector.id} ${id} ${code}`)
    }
  })

  it('run from A for what must go on, over B for how long, through the themes', () => {
    expect(general.get('wat-door')).toBe('A1')
    expect(general.get('zonder-power')).toBe('B1')
    const { themes } = catalogue.questionnaire('algemeen')
    expect(letteredPages(catalogue.questionnaire('algemeen')).map(({ letter }) => letter).join('')).toBe('ABCDEFGHJK'.slice(0, themes.length + 2))
  })

  it('stay the same for what was there when a question is added at the end', () => {
    const questionnaire = catalogue.questionnaire('bouw')
    const last = questionnaire.questions.at(-1)!
    const grown = codesOf({ ...questionnaire, questions: [...questionnaire.questions, { ...last, id: 'bouw-nieuw' }] })
    for (const [id, code] of codesOf(questionnaire)) expect(grown.get(id)).toBe(code)
    expect(grown.has('bouw-nieuw')).toBe(true)
  })
})
