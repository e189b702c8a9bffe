/** What the catalogue hands out: composed questionnaires that stay the same as long as the content does. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Condition } from '#app/core/questionnaire.ts'
import { contentHash, canonicalJson } from './canonical.ts'
import { loadCatalogue } from './catalogue.server.ts'
import { smallCatalogue, writeSmallCatalogue } from './fixtures/small-catalogue.ts'
import { durationLabel } from './marks.ts'
import { fewestScored, mostScored, reach } from './reach.ts'
import { readFolder } from './read.server.ts'
import { minutesFor } from './reading-time.ts'
import { checkVersions, freeze, versionsOf } from './versions.ts'

const folder = writeSmallCatalogue()
const catalogue = loadCatalogue(folder)
const general = catalogue.questionnaire('algemeen')
const bouw = catalogue.questionnaire('bouw')

describe('the catalogue', () => {
  it('offers the sectors with questions of their own, and something else', () => {
    expect(catalogue.sectors.map((sector) => sector.id)).toEqual(['bouw', 'algemeen'])
    expect(catalogue.allSectors).toHaveLength(17)
  })

  it('lets a sector without questions of its own be served by the general ones', () => {
    expect(catalogue.servedBy('chemie')).toBe('algemeen')
    expect(catalogue.questionnaire('chemie').hash).toBe(general.hash)
    expect(catalogue.servedBy('bouw')).toBe('bouw')
  })

  it('knows no sector that does not exist', () => {
    expect(catalogue.servedBy('mijnbouw')).toBeUndefined()
    expect(() => catalogue.questionnaire('mijnbouw')).toThrow('there is no sector mijnbouw')
  })

  it('refuses to start on content that fails a check, and names each failure', () => {
    const core = (smallCatalogue['core.yaml'] ?? '').replace('score: 0.5', 'score: 1.2').replace('effort: 2', 'effort: 0')
    expect(() => loadCatalogue(writeSmallCatalogue({ 'core.yaml': core }))).toThrow(
      /questionnaires\/core\.yaml:\d+:\d+ option "half" of "noodplan" has score 1\.2[^]*has effort 0/,
    )
  })

  it('reads trades whose sector is not built yet', () => {
    expect(catalogue.trades).toContainEqual({ nl: 'kapper', en: 'hairdresser', sector: 'persoonlijke-diensten' })
    expect(catalogue.municipalities[0]?.name).toBe('Nuenen, Gerwen en Nederwetten')
  })
})

describe('a composed questionnaire', () => {
  it('asks the core first and then the sector', () => {
    expect(bouw.modules).toEqual([
      { id: 'core', version: '1.0.0' },
      { id: 'bouw', version: '1.0.0' },
    ])
    const modules = bouw.questions.map((question) => question.module)
    expect(modules.slice(0, -5)).toEqual(general.questions.map(() => 'core'))
    expect(modules.slice(-5)).toEqual(['bouw', 'bouw', 'bouw', 'bouw', 'bouw'])
    expect(general.sector.title.nl).toBe('Iets anders')
  })

  it("takes over the sector's own options, weights, resources and timeline steps", () => {
    expect(bouw.questions[0]?.options?.map((option) => option.id)).toEqual(['dak', 'anders'])
    expect(general.questions[0]?.options?.map((option) => option.id)).toEqual(['werk', 'anders'])
    expect(bouw.themes.map((theme) => theme.weight)).toEqual([1.5, 1])
    expect(general.themes.map((theme) => theme.weight)).toEqual([1, 2])
    expect(bouw.resources.map((resource) => resource.id)).toEqual(['power', 'telecom', 'bemaling'])
    expect(bouw.scenarios[0]?.timeline.map((step) => step.resource)).toEqual(['power', 'bemaling', 'telecom'])
    expect(bouw.suggestedTolerance?.hours).toBe(24)
  })

  it('names only the sources that something in it rests on', () => {
    expect(general.sources.map((source) => source.id)).toEqual(['oordeel', 'meting'])
  })

  it('gives an endurance question the usual hours, worded in both languages', () => {
    const question = general.questions.find((entry) => entry.id === 'zonder-stroom')
    expect(question?.target).toBe(72)
    expect(question?.options?.map((option) => option.id)).toEqual(['h0', 'h4', 'h8', 'h24', 'h48', 'h72', 'h168', 'unlimited'])
    expect(question?.options?.[0]).toEqual({
      id: 'h0',
      hours: 0,
      label: { nl: 'Meteen, of binnen 4 uur', en: 'At once, or within 4 hours' },
    })
    expect(question?.options?.at(-1)?.label).toEqual({ nl: '2 weken of langer', en: '2 weeks or longer' })
    expect(durationLabel(48)).toEqual({ nl: '48 uur (2 dagen)', en: '48 hours (2 days)' })
    expect(durationLabel(1)).toEqual({ nl: '1 uur', en: '1 hour' })
    expect(durationLabel(1.5)).toEqual({ nl: '1,5 uur', en: '1.5 hours' })
  })

  it('keeps its hash when only the layout of a file changes, and gets another when a word does', () => {
    const core = smallCatalogue['core.yaml'] ?? ''
    const laidOut = loadCatalogue(
      writeSmallCatalogue({
        'core.yaml': `# a remark\n${core
          .replace('    must: true\n    short: ', '    short: ')
          .replace('    quick: true\n', '    quick: true\n    must: true\n')}`,
      }),
    )
    expect(laidOut.questionnaire('bouw').hash).toBe(bouw.hash)
    const reworded = loadCatalogue(
      writeSmallCatalogue({
        'core.yaml': core.replace('"Tekst"', '"Anders"').replace('text: { nl: "Tekst"', 'text: { nl: "Anders"'),
      }),
    )
    expect(reworded.questionnaire('bouw').hash).not.toBe(bouw.hash)
  })

  it('is hashed over all of it but the hash, in canonical JSON', () => {
    const { hash, ...rest } = bouw
    expect(hash).toBe(contentHash(rest))
    expect(canonicalJson({ b: [1, 'é', null], a: undefined, A: { d: 0.5, c: true } })).toBe(
      '{"A":{"c":true,"d":0.5},"b":[1,"é",null]}',
    )
  })
})

describe('what a company can come to see', () => {
  it('depends on its size for certain and on its answers perhaps', () => {
    expect(reach(bouw, 'full', '1').get('bouw-vraag1')).toBe('no')
    expect(reach(bouw, 'full', '2-9').get('bouw-vraag1')).toBe('yes')
    expect(reach(bouw, 'full', undefined).get('bouw-vraag1')).toBe('maybe')
    expect(reach(bouw, 'full', '1').get('voorraad')).toBe('maybe')
  })

  it('is at most the quick questions in a quick scan', () => {
    expect(mostScored(bouw, 'quick', '2-9')).toBe(12)
    expect(mostScored(bouw, 'full', '2-9')).toBe(28)
    expect(mostScored(bouw, 'full', '1')).toBe(22)
  })

  it('never holds what hangs on different answers to one info question', () => {
    const on = (option: string) => ({ answer: { question: 'wat-door', in: [option] } })
    const questions = general.questions.map((question) =>
      question.id === 'vraag1'
        ? { ...question, showIf: on('werk') }
        : question.id === 'vraag2'
        ? { ...question, showIf: on('anders') }
        : question,
    )
    expect(mostScored({ ...general, questions }, 'full', '2-9')).toBe(22)
    expect(mostScored(general, 'full', '2-9')).toBe(23)
  })

  it('is at least what is certain, whatever is answered to an info question', () => {
    const on = (condition: Condition, id: string) => ({
      ...general,
      questions: general.questions.map((question) => (question.id === id ? { ...question, showIf: condition } : question)),
    })
    const isWork: Condition = { answer: { question: 'wat-door', in: ['werk'] } }
    // voorraad hangs on a scored question, so it is never certain
    expect(fewestScored(general, 'full', '2-9')).toBe(22)
    expect(fewestScored(general, 'full', '1')).toBe(21)
    expect(fewestScored(general, 'quick', '1')).toBe(11)
    expect(fewestScored(on(isWork, 'vraag1'), 'full', '2-9')).toBe(21)
    expect(fewestScored(on({ not: isWork }, 'vraag1'), 'full', '2-9')).toBe(21)
    const always: Condition = { any: [isWork, { not: isWork }] }
    expect(fewestScored(on(always, 'vraag1'), 'full', '2-9')).toBe(22)
  })

  it('counts one of two questions that an info answer chooses between, also while that is left open', () => {
    const isWork: Condition = { answer: { question: 'wat-door', in: ['werk'] } }
    const withBoth = (second: Condition) =>
      general.questions.map((question) =>
        question.id === 'vraag1'
          ? { ...question, showIf: isWork }
          : question.id === 'vraag2'
          ? { ...question, showIf: second }
          : question,
      )
    expect(fewestScored({ ...general, questions: withBoth({ not: isWork }) }, 'full', '2-9')).toBe(21)
    const anders: Condition = { answer: { question: 'wat-door', in: ['anders'] } }
    expect(fewestScored({ ...general, questions: withBoth(anders) }, 'full', '2-9')).toBe(20)
  })

  it('never hangs on a question that cannot be seen', () => {
    const questions = general.questions.map((question) => (question.id === 'noodplan' ? { ...question, quick: false } : question))
    expect(reach({ ...general, questions }, 'quick', '2-9').get('voorraad')).toBe('no')
  })
})

describe('the minutes a scan takes', () => {
  it('are the words at 200 a minute and seven seconds a question, rounded up', () => {
    // quick: 12 questions of 1 word, an hour bar of 19 words in Dutch or English, 21 options, 2 items, 2 themes of 1 word;
    // 84 seconds
    expect(minutesFor(general, 'quick', '2-9')).toBe(2)
    const long = { nl: Array(400).fill('woord').join(' '), en: 'word' }
    const questions = general.questions.map((question) => (question.id === 'noodplan' ? { ...question, text: long } : question))
    expect(minutesFor({ ...general, questions }, 'quick', '2-9')).toBe(4)
  })

  it('are fewer where fewer questions can be seen', () => {
    // 30 questions in a full scan, 12 in a quick one
    expect(minutesFor(bouw, 'full', '2-9')).toBe(5)
    expect(minutesFor(bouw, 'quick', '2-9')).toBe(2)
  })
})

describe('freezing', () => {
  const changed = { 'core.yaml': (smallCatalogue['core.yaml'] ?? '').replace('score: 0.5', 'score: 0.6') }
  const contentOf = (files: Record<string, string> = {}) => {
    const { content } = readFolder(writeSmallCatalogue(files), 'any')
    if (content === undefined) throw new Error('the small catalogue cannot be read')
    return content
  }

  it('asks for every version to be frozen before it is published', () => {
    expect(readFolder(folder, 'unchanged').failures).toEqual([])
    expect(readFolder(folder, 'frozen').failures).toContainEqual({
      file: 'questionnaires/core.yaml',
      line: 2,
      column: 10,
      message: 'core@1.0.0 is not frozen',
      advice: 'run npm run questionnaires -- freeze',
    })
  })

  it('refuses a file that changed under a version that is frozen', () => {
    const other = writeSmallCatalogue(changed)
    writeFileSync(path.join(other, 'versions.json'), JSON.stringify(versionsOf(contentOf())))
    expect(readFolder(other, 'unchanged').failures).toEqual([
      {
        file: 'questionnaires/core.yaml',
        line: 2,
        column: 10,
        message: 'the core (with themes, scenarios and sources) changed since core@1.0.0 was frozen',
        advice:
          'give it a higher version and run npm run questionnaires -- freeze (freeze --replace only if this version was never published)',
      },
    ])
  })

  it('counts a change of a source as a change of the core, and of no sector', () => {
    const content = contentOf({
      'sources.yaml': (smallCatalogue['sources.yaml'] ?? '').replace('Een meting', 'Een andere meting'),
    })
    const messages: string[] = []
    checkVersions(content, versionsOf(contentOf()), 'frozen', (_, __, message) => messages.push(message))
    expect(messages).toEqual(['the core (with themes, scenarios and sources) changed since core@1.0.0 was frozen'])
  })

  it('never overwrites a frozen version, unless it was never published', () => {
    const frozen = versionsOf(contentOf())
    expect(freeze(contentOf(changed), frozen, false)).toEqual({ ok: false, refused: ['core@1.0.0'] })
    expect(freeze(contentOf(changed), frozen, true)).toMatchObject({ ok: true, added: ['core@1.0.0'] })
  })

  it('adds a new version beside the old ones', () => {
    const frozen = versionsOf(contentOf())
    const next = contentOf({ 'core.yaml': (changed['core.yaml'] ?? '').replace('version: 1.0.0', 'version: 1.1.0') })
    const result = freeze(next, frozen, false)
    expect(result).toMatchObject({ ok: true, added: ['core@1.1.0'], versions: frozen })
  })
})
