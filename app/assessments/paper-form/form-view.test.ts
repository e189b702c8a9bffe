/** Tests that the form asks what the screens ask, in their order and words. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { mostSeen, reach } from '#app/catalogue/reach.ts'
import type { Answers } from '#app/core/answers.ts'
import type { Language, Question, Questionnaire } from '#app/core/questionnaire.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { keepLanguageIn, withLanguage } from '#app/i18n/language.ts'
import type { FormVariant } from '#app/paths.ts'
import { pageOf, isSamePage } from '../flow.ts'
import { codesOf, letteredPages } from './codes.ts'
import { askedOnPaper, paperFormView, sizesOf, type HourRow, type PaperFormView } from './form-view.ts'

keepLanguageIn(new AsyncLocalStorage<Language>())

const catalogue = loadCatalogue()
const sectors = catalogue.sectors.map(sector => sector.id)
const variants: readonly FormVariant[] = [false, true].flatMap(alone => [false, true].map(quick => ({ alone, quick })))
const modeOf = ({ quick }: FormVariant) => (quick ? ('quick' as const) : ('full' as const))

const viewOf = (sector: string, variant: FormVariant, language: Language = 'nl') =>
  withLanguage(language, () => paperFormView(catalogue.questionnaire(sector), variant, language))

/** All that is on the form, in order, with its words for when. */
function entries(view: PaperFormView): Pick<HourRow, 'id' | 'code' | 'help' | 'when'>[] {
  return view.sections.flatMap((section): Pick<HourRow, 'id' | 'code' | 'help' | 'when'>[] => (section.kind === 'hours' ? section.tables.flatMap(table => table.rows) : [...section.questions]))
}

describe('The questions on paper', () => {
  it.each(sectors)('are all that a company can come to see, for each size and scan, and no others: %s', sector => {
    const questionnaire = catalogue.questionnaire(sector)
    for (const variant of variants) {
      const onPaper = new Set(entries(viewOf(sector, variant)).map(entry => entry.id))
      for (const size of sizesOf(variant)) for (const question of mostSeen(questionnaire, modeOf(variant), size)) expect(onPaper).toContain(question.id)
      const possible = sizesOf(variant).flatMap(size => [...reach(questionnaire, modeOf(variant), size)].filter(([, chance]) => chance !== 'no').map(([id]) => id))
      expect([...onPaper].sort()).toEqual([...new Set(possible)].sort())
    }
  })

  it.each(sectors)('stand in the order of the screens: %s', sector => {
    const questionnaire = catalogue.questionnaire(sector)
    for (const variant of variants) {
      const asked = askedOnPaper(questionnaire, variant)
      const inOrder = letteredPages(questionnaire).flatMap(({ page }) => asked.filter(question => isSamePage(pageOf(question), page)))
      expect(entries(viewOf(sector, variant)).map(entry => entry.id)).toEqual(inOrder.map(question => question.id))
    }
  })

  it('have the codes that they have on every form of the sector', () => {
    const codes = codesOf(catalogue.questionnaire('bouw'))
    for (const variant of variants) {
      for (const language of ['nl', 'en'] as const) for (const entry of entries(viewOf('bouw', variant, language))) expect(entry.code).toBe(codes.get(entry.id))
    }
  })

  it('say when they are to be answered exactly where that hangs on an answer or a size that the form does not know', () => {
    for (const sector of sectors) {
      const questionnaire = catalogue.questionnaire(sector)
      for (const variant of variants) {
        const sure = sizesOf(variant).map(size => reach(questionnaire, modeOf(variant), size))
        for (const entry of entries(viewOf(sector, variant))) {
          expect([sector, entry.id, entry.when === null]).toEqual([sector, entry.id, sure.every(chances => chances.get(entry.id) === 'yes')])
        }
      }
    }
  })

  it('name an earlier question on the same form', () => {
    for (const sector of sectors) {
      for (const variant of variants) {
        const before = new Set<string>()
        for (const entry of entries(viewOf(sector, variant))) {
          for (const [code] of entry.when?.matchAll(/\b[A-K]\d+\b/g) ?? []) expect(before, `${sector} ${entry.code}: ${entry.when}`).toContain(code)
          before.add(entry.code)
        }
      }
    }
  })

  it('hold for what a builder chose: what the form says to answer is what the screens ask', () => {
    const questionnaire = catalogue.questionnaire('bouw')
    const kind = questionnaire.questions.find(question => question.id === 'bouw-werk')!
    for (const option of kind.options ?? []) {
      const seen = screenQuestions(questionnaire, { 'bouw-werk': { option: option.id } })
      const label = option.label.nl.split(':')[0]!.replace(/, namelijk$/, '')
      for (const entry of entries(viewOf('bouw', { alone: false, quick: false }))) {
        if (entry.when === null || !entry.when.includes('A5')) continue
        const named = entry.when.includes(`‘${label}’`)
        const turned = entry.when.includes('Sla over') !== entry.when.includes('iets anders koos dan')
        expect([label, entry.code, turned ? !named : named]).toEqual([label, entry.code, seen.some(question => question.id === entry.id)])
      }
    }
  })
})

function screenQuestions(questionnaire: Questionnaire, answers: Answers): Question[] {
  return visibleQuestions(questionnaire, { mode: 'full', profile: { sector: questionnaire.sector.id, size: '10-49' }, answers })
}

describe('The form itself', () => {
  it('says which questionnaire it is, as the report does', () => {
    const { version, hash } = viewOf('bouw', { alone: false, quick: false })
    const questionnaire = catalogue.questionnaire('bouw')
    expect(version).toBe(questionnaire.modules.map(module => `${module.id} ${module.version}`).join(' + '))
    expect(questionnaire.hash.startsWith(hash)).toBe(true)
    expect(hash).toHaveLength(12)
  })

  it('speaks to one person where it is one', () => {
    const rowOf = (alone: boolean) => entries(viewOf('algemeen', { alone, quick: false })).find(entry => entry.id === 'zonder-staff')?.help
    expect(rowOf(true)).toBe('Jij kunt zelf niet werken.')
    expect(rowOf(false)).toBe('Een op de drie mensen komt niet.')
  })

  it('offers "weet ik niet" on every question, and what else can be answered', () => {
    const view = viewOf('zorg-welzijn', { alone: false, quick: false })
    const questionnaire = catalogue.questionnaire('zorg-welzijn')
    for (const section of view.sections) {
      if (section.kind === 'hours') continue
      for (const question of section.questions) {
        const asked = questionnaire.questions.find(one => one.id === question.id)!
        expect(question.apart).toContain('Weet ik niet')
        expect(question.apart.includes('Geen van deze')).toBe(asked.type === 'checklist')
        expect(question.apart.includes('Niet van toepassing')).toBe(asked.allowNotApplicable)
        expect(question.options).toHaveLength((asked.options ?? asked.items ?? []).length)
      }
    }
  })

  it('puts rows with the same marks in one table and those with marks of their own in another', () => {
    for (const sector of sectors) {
      for (const section of viewOf(sector, { alone: false, quick: false }).sections) {
        if (section.kind !== 'hours') continue
        for (const { marks, rows } of section.tables) {
          for (const row of rows) {
            const asked = catalogue.questionnaire(sector).questions.find(question => question.id === row.id)!
            expect(asked.options?.map(option => option.hours)).toEqual(marks.map(mark => mark.hours))
          }
        }
      }
    }
  })
})
