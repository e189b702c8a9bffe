/** What the writer is told when every file has the right form, but the content does not hold together. */
import { describe, expect, it } from 'vitest'
import type { Break } from '../fixtures/small-catalogue.ts'
import { broken, writeSmallCatalogue } from '../fixtures/small-catalogue.ts'
import { readFolder } from '../read.server.ts'

const trialHour: Readonly<Record<string, Break>> = {
  'a sector of the trial hour that is missing': {
    file: 'trial-hour.yaml',
    change: ['  - { id: chemie,', '  - { id: chemies,'],
    at: '- { id: bouw,',
    message: 'sector "chemie" is missing',
    advice: 'write what it must never switch off',
  },
  'a sector of the trial hour that does not exist': {
    file: 'trial-hour.yaml',
    change: ['  - { id: chemie,', '  - { id: chemies,'],
    at: 'chemies,',
    message: 'sector "chemies" does not exist',
    advice: 'did you mean chemie?',
  },
  'a point of the trial hour that is there twice': {
    file: 'trial-hour.yaml',
    change: ['id: chemie-niet', 'id: chemie-nooit'],
    at: 'chemie-nooit, text: { nl: "Tekst", en: "Text" } }] }\n  - { id: algemeen',
    message: 'point "chemie-nooit" is there twice',
    advice: 'give one of them another id',
  },
  'a source of the trial hour that does not exist': {
    file: 'trial-hour.yaml',
    change: ['{ id: tijdens,', '{ id: tijdens, sources: [metin],'],
    at: 'metin]',
    message: 'point "tijdens" names source "metin", which does not exist',
    advice: 'did you mean meting?',
  },
}

const names: Readonly<Record<string, Break>> = {
  'a question id that is used twice': {
    file: 'core.yaml',
    change: ['id: vraag2,', 'id: vraag1,'],
    at: 'vraag1, theme: crisis, type: choice, text: { nl: "Tekst", en: "Text" }, why: { nl: "Tekst", en: "Text" }, example: { nl: "Tekst", en: "Text" }, ask: { nl: "Tekst", en: "Text" }, sources: [oordeel], topics: [ict], scenarios: [stroom], options: [{ id: nee, label: { nl: "Tekst", en: "Text" }, score: 0 }, { id: ja, label: { nl: "Tekst", en: "Text" }, score: 1 }] }\n  - { id: vraag3',
    message: 'there are two of question "vraag1"; the first stands in questionnaires/core.yaml:40',
    advice: 'give one of them another id',
  },
  'an option id that is used twice in a question': {
    file: 'core.yaml',
    change: ['id: half', 'id: nee'],
    at: 'nee, label: { nl: "Tekst", en: "Text" }, score: 0.5',
    message: 'there are two of option "nee"; the first stands in questionnaires/core.yaml:22',
    advice: 'give one of them another id',
  },
  'a theme that does not exist': {
    file: 'core.yaml',
    change: ['theme: crisis', 'theme: crisi'],
    at: 'crisi\n',
    message: 'question "noodplan" names theme "crisi", which does not exist',
    advice: 'did you mean crisis?',
  },
  'a topic that does not exist': {
    file: 'core.yaml',
    change: ['topics: [ict]', 'topics: [ict, leverancier]'],
    at: 'leverancier',
    message: 'question "noodplan" names topic "leverancier", which does not exist',
    advice: 'choose one of ict',
  },
  'a resource that does not exist': {
    file: 'core.yaml',
    change: ['resource: power', 'resource: pwoer'],
    at: 'pwoer',
    message: 'question "zonder-stroom" names resource "pwoer", which does not exist',
    advice: 'did you mean power?',
  },
  'a scenario that does not exist': {
    file: 'core.yaml',
    change: ['sources: [oordeel], topics: [ict], scenarios: [stroom]', 'sources: [oordeel], scenarios: [brand], topics: [ict]'],
    at: 'brand',
    message: 'question "vraag1" names scenario "brand", which does not exist',
    advice: 'choose one of stroom',
  },
  'a source that does not exist': {
    file: 'scenarios.yaml',
    change: ['[meting]', '[metin]'],
    at: 'metin]',
    message: 'step 2 of scenario "stroom" names source "metin", which does not exist',
    advice: 'did you mean meting?',
  },
  'a sector that is called otherwise than its file': {
    file: 'sectors/bouw.yaml',
    change: ['id: bouw', 'id: chemie'],
    at: 'chemie',
    message: 'the file is called bouw.yaml and its id is "chemie"',
    advice: 'make them the same',
  },
  'a sector that there is no name for': {
    file: 'sectors/bouw.yaml',
    change: ['id: bouw', 'id: bouwe'],
    at: 'bouwe',
    message: 'there is no sector "bouwe"',
    advice: 'did you mean bouw?',
  },
  "a title that is not the sector's": {
    file: 'sectors/bouw.yaml',
    change: ['"Bouw, dak en onderhoud"', '"Bouw"'],
    at: '"Bouw"',
    message: 'the title "Bouw" is not the sector\'s',
    advice: 'write "Bouw, dak en onderhoud"',
  },
  'a sector question whose id does not say so': {
    file: 'sectors/bouw.yaml',
    change: ['id: bouw-vraag5', 'id: vraag5x'],
    at: 'vraag5x',
    message: 'question "vraag5x" of a sector does not say so in its id',
    advice: 'begin the id with bouw-',
  },
  'theme weights that leave a theme out': {
    file: 'sectors/bouw.yaml',
    change: ['energie: 1.5, crisis: 1', 'energie: 1.5'],
    at: '{ energie: 1.5',
    message: 'the theme weights leave out crisis',
    advice: 'weigh every theme or none',
  },
  'theme weights without a reason': {
    file: 'sectors/bouw.yaml',
    change: ['themeWeightReason: { nl: "Tekst", en: "Text" }\n', ''],
    at: '{ energie: 1.5',
    message: 'the themes are weighed without a reason',
    advice: 'add themeWeightReason in both languages',
  },
  'options that replace those of a question that is no info question': {
    file: 'sectors/bouw.yaml',
    change: ['question: wat-door', 'question: noodplan'],
    at: 'noodplan',
    message: 'options are replaced of "noodplan", which is no info question of the core',
    advice: 'choose one of wat-door',
  },
  'replaced options that do not end with own words': {
    file: 'sectors/bouw.yaml',
    change: [', ownWords: true', ''],
    at: '[{ id: dak',
    message: 'the options for "wat-door" do not end with own words',
    advice: 'make the last one { id: anders, label: { … }, ownWords: true }',
  },
}

const conditions: Readonly<Record<string, Break>> = {
  'a condition on a question that does not exist': {
    file: 'core.yaml',
    change: ['question: noodplan, in', 'question: noodplna, in'],
    at: 'noodplna',
    message: 'the condition of question "voorraad" names question "noodplna", which does not exist',
    advice: 'did you mean noodplan?',
  },
  'a condition on a question that is asked later': {
    file: 'core.yaml',
    change: ['question: noodplan, in: [half', 'question: vraag1, in: [nee'],
    at: 'vraag1, in',
    message: 'the condition of question "voorraad" names question "vraag1", which is not asked earlier',
    advice: 'name an earlier question, or move this one down',
  },
  'a condition on an answer that does not exist': {
    file: 'core.yaml',
    change: ['in: [half', 'in: [halve'],
    at: 'halve',
    message: 'the condition of question "voorraad" names "halve", which is no answer to "noodplan"',
    advice: 'did you mean half?',
  },
  'a condition on a size that does not exist': {
    file: 'sectors/bouw.yaml',
    change: ['in: ["1"]', 'in: ["1-9"]'],
    at: '"1-9"',
    message: 'the condition of question "bouw-vraag1" names size "1-9", which does not exist',
    advice: 'did you mean 2-9?',
  },
}

const questions: Readonly<Record<string, Break>> = {
  'a scored question without its reason': {
    file: 'core.yaml',
    change: ['    why: { nl: "Tekst", en: "Text" }\n', ''],
    at: 'id: noodplan',
    message: 'question "noodplan" has no why',
    advice: 'add why: { nl: "…", en: "…" }, why this is asked',
  },
  'a scored question without an example': {
    file: 'core.yaml',
    change: ['    example: { nl: "Tekst", en: "Text" }\n', ''],
    at: 'id: noodplan',
    message: 'question "noodplan" has no example',
    advice: 'add example: { nl: "…", en: "…" }, an example',
  },
  'a scored question without whom to ask': {
    file: 'core.yaml',
    change: ['    ask: { nl: "Tekst", en: "Text" }\n', ''],
    at: 'id: noodplan',
    message: 'question "noodplan" has no ask',
    advice: 'add ask: { nl: "…", en: "…" }, whom to ask when one does not know',
  },
  'a scored question without a source': {
    file: 'core.yaml',
    change: ['    sources: [oordeel]\n', ''],
    at: 'id: noodplan',
    message: 'question "noodplan" has no source',
    advice: 'name at least one id from sources.yaml (oordeel for our own judgement)',
  },
  'a must without a short name': {
    file: 'core.yaml',
    change: ['    short: { nl: "Tekst", en: "Text" }\n', ''],
    at: 'id: noodplan',
    message: 'must "noodplan" has no short',
    advice: 'add short: { nl: "…", en: "…" }, the few words it is called by in the report',
  },
  'a choice without an option that scores 1': {
    file: 'core.yaml',
    change: ['score: 1 }\n  - id: voorraad', 'score: 0.9 }\n  - id: voorraad'],
    at: '- { id: nee, label: { nl: "Tekst", en: "Text" }, score: 0 }\n',
    message: 'choice "noodplan" has no option with score 1',
    advice: 'give one option score: 1',
  },
  'hours that do not go up': {
    file: 'core.yaml',
    change: ['[0, 4, 24]', '[0, 24, 4]'],
    at: '4]',
    message: 'the hours of "stilstand" do not go up at 4',
    advice: 'put them in order, each above the one before',
  },
  'a tolerance without end': {
    file: 'core.yaml',
    change: ['[0, 4, 24]', '[0, 4, unlimited]'],
    at: 'unlimited',
    message: 'tolerance "stilstand" offers unlimited',
    advice: 'give a finite number of hours',
  },
  'a second tolerance': {
    file: 'core.yaml',
    change: ['measures:', '  - { id: nog-een, theme: energie, type: tolerance, text: { nl: a, en: b } }\nmeasures:'],
    at: '{ id: nog-een',
    message: 'question "nog-een" asks for the tolerance once more',
    advice: 'ask for it once, in the core',
  },
  'an endurance that cannot be 0 hours': {
    file: 'core.yaml',
    change: ['resource: power,', 'resource: power, marks: [4, 24, unlimited],'],
    at: '[4, 24',
    message: 'endurance "zonder-stroom" has no option of 0 hours',
    advice: 'begin with 0',
  },
  'an endurance that cannot reach its target': {
    file: 'core.yaml',
    change: ['resource: power,', 'resource: power, target: 96, marks: [0, 24, 72],'],
    at: '[0, 24, 72',
    message: 'endurance "zonder-stroom" has no option that reaches its target of 96 hours',
    advice: 'add an option of 96 hours or more, or unlimited',
  },
  'an endurance question that is a must': {
    file: 'core.yaml',
    change: ['resource: power,', 'resource: power, must: true, short: { nl: a, en: b },'],
    at: 'true, short',
    message: 'endurance "zonder-stroom" is a must',
    advice: 'only a choice or a checklist can be a must; take must out',
  },
}

const timelines: Readonly<Record<string, Break>> = {
  'a timeline out of order': {
    file: 'scenarios.yaml',
    change: ['at: 0', 'at: 3'],
    at: '2, resource',
    message: 'step 2 of scenario "stroom" is at hour 2, after one at hour 3',
    advice: 'put the steps in order of at',
  },
  'a resource that falls away twice': {
    file: 'scenarios.yaml',
    change: ['resource: telecom', 'resource: power'],
    at: 'power, text: { nl: "Tekst", en: "Text" }, sources: [meting]',
    message: 'resource "power" falls away twice in scenario "stroom"',
    advice: 'keep the first of the two',
  },
  "a sector's own resource that never falls away": {
    file: 'sectors/bouw.yaml',
    change: ['resource: bemaling', 'resource: power'],
    at: '{ id: bemaling',
    message: 'resource "bemaling" stands in no timeline',
    advice: 'add a step for it to timelineSteps, with a source',
  },
  "a sector's step for a resource that is not its own": {
    file: 'sectors/bouw.yaml',
    change: ['resource: bemaling', 'resource: power'],
    at: 'power',
    message: 'a sector\'s step names resource "power", which is not its own',
    advice: 'choose one of bemaling',
  },
}

const whole = Object.entries({ ...names, ...conditions, ...questions, ...timelines, ...trialHour })

describe('content that does not hold together', () => {
  it.each(whole)('is refused for %s', (_, change) => {
    const { changed, failure } = broken(change)
    expect(readFolder(writeSmallCatalogue(changed), 'any').failures).toContainEqual(failure)
  })

  it('is nothing that the small catalogue suffers from', () => {
    expect(readFolder(writeSmallCatalogue(), 'any').failures).toEqual([])
  })
})
