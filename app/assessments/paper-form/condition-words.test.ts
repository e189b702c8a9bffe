/** Tests that the words on the form say when a question is to be answered, for every kind of condition. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import type { Condition, Language, Size } from '#app/core/questionnaire.ts'
import { keepLanguageIn, withLanguage } from '#app/i18n/language.ts'
import { shortLabel, whenInWords, type Naming } from './condition-words.ts'
import { remaining } from './known-condition.ts'

keepLanguageIn(new AsyncLocalStorage<Language>())

const options = ['Dak', 'Gevel: ook van hout', 'Vloer', 'Kelder', 'Iets anders, namelijk'].map((label, index) => ({ id: 'abcde'[index]!, label }))
const naming: Naming = question => ({ code: question === 'werk' ? 'A5' : 'A2', options })
const together: readonly Size[] = ['2-9', '10-49', '50-249', '250+']

const chose = (...of: string[]): Condition => ({ answer: { question: 'werk', in: of } })
const other = (...of: string[]): Condition => ({ answer: { question: 'deel', in: of } })
const size = (...of: Size[]): Condition => ({ profile: { field: 'size', in: of } })
const region = (...of: string[]): Condition => ({ profile: { field: 'region', in: of } })

function said(condition: Condition, sizes: readonly Size[] = together, language: Language = 'nl'): string | boolean {
  const left = remaining(condition, { sector: 'bouw', sizes, asked: question => question !== 'weg' })
  return typeof left === 'boolean' ? left : withLanguage(language, () => whenInWords(left, naming))
}

describe('When a question on paper is to be answered', () => {
  it('names the options of the earlier question, with its code', () => {
    expect(said(chose('a'))).toBe('Alleen als je bij A5 ‘Dak’ koos.')
    expect(said(chose('a', 'b'))).toBe('Alleen als je bij A5 ‘Dak’ of ‘Gevel’ koos.')
    expect(said(chose('a', 'b'), together, 'en')).toBe('Only if you chose ‘Dak’ or ‘Gevel’ at A5.')
  })

  it('names the few that do not count where most do', () => {
    expect(said(chose('a', 'b', 'c', 'd'))).toBe('Alleen als je bij A5 iets anders koos dan ‘Iets anders’.')
    expect(said(chose('a', 'b', 'c', 'd', 'e'))).toBe('Alleen als je bij A5 iets koos.')
  })

  it('says to skip where not is meant', () => {
    expect(said({ not: chose('a', 'c') })).toBe('Sla over als je bij A5 ‘Dak’ of ‘Vloer’ koos.')
    expect(said({ not: { not: chose('a') } })).toBe('Alleen als je bij A5 ‘Dak’ koos.')
  })

  it('decides on sector and size where it can, and says the rest', () => {
    expect(said(size('1'))).toBe(false)
    expect(said({ not: size('1') })).toBe(true)
    expect(said({ not: size('1') }, ['1'])).toBe(false)
    expect(said(size('1', '2-9'), ['1'])).toBe(true)
    expect(said({ profile: { field: 'sector', in: ['bouw'] } })).toBe(true)
    expect(said(size('10-49', '50-249', '250+'))).toBe('Alleen als je werkt met 10 mensen of meer.')
    expect(said({ not: size('10-49', '50-249', '250+') })).toBe('Alleen als je werkt met 2 tot en met 9 mensen.')
    expect(said(size('1', '2-9', '50-249'))).toBe('Alleen als je werkt met 2 tot en met 9 mensen of 50 tot en met 249 mensen.')
  })

  it('takes an answer to a question that is not on the form as never given', () => {
    const gone: Condition = { answer: { question: 'weg', in: ['a'] } }
    expect(said(gone)).toBe(false)
    expect(said({ not: gone })).toBe(true)
    expect(said({ any: [gone, chose('a')] })).toBe('Alleen als je bij A5 ‘Dak’ koos.')
    expect(said({ all: [gone, chose('a')] })).toBe(false)
  })

  it('says all of several', () => {
    expect(said({ all: [{ not: size('1') }, chose('a')] })).toBe('Alleen als je bij A5 ‘Dak’ koos.')
    expect(said({ all: [chose('a'), other('d')] })).toBe('Alleen als je bij A5 ‘Dak’ koos en je bij A2 ‘Kelder’ koos.')
    expect(said({ all: [size('250+'), { not: chose('a') }] })).toBe('Alleen als je werkt met 250 mensen of meer. Sla over als je bij A5 ‘Dak’ koos.')
    expect(said({ all: [] })).toBe(true)
  })

  it('says any of several, and puts options of one question together', () => {
    expect(said({ any: [chose('a'), other('d')] })).toBe('Alleen als je bij A5 ‘Dak’ koos of je bij A2 ‘Kelder’ koos.')
    expect(said({ any: [chose('a'), { all: [{ not: size('1') }, chose('c')] }] })).toBe('Alleen als je bij A5 ‘Dak’ of ‘Vloer’ koos.')
    expect(said({ any: [chose('a'), { all: [{ not: size('1') }, chose('c')] }] }, ['1'])).toBe('Alleen als je bij A5 ‘Dak’ koos.')
    expect(said({ any: [] })).toBe(false)
  })

  it('keeps what belongs together in brackets', () => {
    expect(said({ any: [size('250+'), { all: [chose('a'), other('d')] }] })).toBe(
      'Alleen als je werkt met 250 mensen of meer of (je bij A5 ‘Dak’ koos en je bij A2 ‘Kelder’ koos).',
    )
    expect(said({ not: { all: [chose('a'), other('d')] } })).toBe('Alleen als je bij A5 niet ‘Dak’ koos of je bij A2 niet ‘Kelder’ koos.')
    expect(said({ not: { any: [chose('a'), other('d')] } })).toBe('Sla over als je bij A5 ‘Dak’ koos. Sla over als je bij A2 ‘Kelder’ koos.')
  })

  it('names a region, which the form does not know', () => {
    expect(said(region('zeeland', 'groningen'))).toBe('Alleen als je bedrijf in Groningen of Zeeland zit.')
    expect(said({ any: [{ not: region('zeeland') }, chose('a')] })).toBe('Alleen als je bedrijf niet in Zeeland zit of je bij A5 ‘Dak’ koos.')
  })

  it('shortens a label only where it still tells the option from the others', () => {
    expect(shortLabel({ label: 'Dieren: koeien' }, [{ label: 'Dieren: koeien' }, { label: 'Kas' }])).toBe('Dieren')
    expect(shortLabel({ label: 'Dieren: koeien' }, [{ label: 'Dieren: koeien' }, { label: 'Dieren: vissen' }])).toBe('Dieren: koeien')
  })
})
