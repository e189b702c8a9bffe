/** What the writer is told about the language of a text, and what may be written. */
import { describe, expect, it } from 'vitest'
import { contentFolder } from '../catalogue.server.ts'
import type { Content } from '../content.ts'
import { written } from '../failure.ts'
import { smallCatalogue, writeSmallCatalogue } from '../fixtures/small-catalogue.ts'
import { readFolder } from '../read.server.ts'
import { checkLanguage } from './language.ts'
import { meanLine } from './lengths.ts'

const text = '{ nl: "Tekst", en: "Text" }'
/** Places of the small catalogue: what stands before the text, in which file. */
const places = {
  'a question': ['core.yaml', `type: choice\n    text: `],
  'an endurance question': ['core.yaml', 'type: endurance, resource: power, text: '],
  'an option': ['core.yaml', 'id: half, label: '],
  'an item': ['core.yaml', 'id: lamp, label: '],
  'a why': ['core.yaml', `    why: `],
  'an example': ['core.yaml', `    example: `],
  'a measure': ['core.yaml', '    title: '],
  'a first step': ['core.yaml', '    firstStep: '],
  'a summary': ['scenarios.yaml', 'summary: '],
  'a step': ['scenarios.yaml', 'resource: telecom, text: '],
  'an intro': ['themes.yaml', 'intro: '],
  'a topic': ['themes.yaml', 'id: ict, title: '],
  'a question from size 2 up': ['sectors/bouw.yaml', 'type: choice, text: '],
  'the first question of the core': ['core.yaml', 'type: info, text: '],
} as const
type Place = keyof typeof places

function contentWith(changed: Readonly<Record<string, string>>): Content {
  const { content, failures } = readFolder(writeSmallCatalogue(changed), 'any')
  expect(failures.map(written)).toEqual([])
  if (content === undefined) throw new Error('the small catalogue cannot be read')
  return content
}

/** The failures once the text in this place is another. `more` stands after it. */
function failuresOf(place: Place, nl: string, en: string, more = '') {
  const [file, before] = places[place]
  const whole = smallCatalogue[file] ?? ''
  if (!whole.includes(before + text)) throw new Error(`${file} does not hold ${before}`)
  const changed = whole.replace(before + text, () => `${before}{ nl: ${JSON.stringify(nl)}, en: ${JSON.stringify(en)} }${more}`)
  return checkLanguage(contentWith({ [file]: changed })).failures
}
const messagesOf = (place: Place, nl: string, en: string, more = '') =>
  failuresOf(place, nl, en, more).map(({ message }) => message)

const short = { nl: 'Is dit geregeld?', en: 'Is this arranged?' }
const words = (count: number) => `Ik ${Array.from({ length: count - 1 }, () => 'werk').join(' ')}`

describe('The content of Paraat', () => {
  it('passes', () => {
    const { content } = readFolder(contentFolder(), 'any')
    expect(content === undefined ? ['it cannot be read'] : checkLanguage(content).failures.map(written)).toEqual([])
  })
})

describe('The length of sentences', () => {
  it('lets a sentence of 22 words pass and refuses one of 23, at its place', () => {
    expect(failuresOf('a why', words(22), 'Short')).toEqual([])
    const line = (smallCatalogue['core.yaml'] ?? '').split('\n').findIndex((one) => one === `    why: ${text}`) + 1
    expect(failuresOf('a why', words(23), 'Short')).toEqual([
      {
        file: 'questionnaires/core.yaml',
        line,
        column: 16,
        message: `a sentence of 23 words: "${words(23).slice(0, 56)}…"`,
        advice: 'cut it in two: at most 22 words',
      },
    ])
  })

  it.each(['a question', 'an option', 'an item', 'an example', 'a measure', 'a first step', 'a summary', 'a step', 'an intro'] as const)(
    'is kept in %s, in both languages',
    (place) => {
      expect(messagesOf(place, words(23), 'Short')).toContainEqual(expect.stringMatching('a sentence of 23 words'))
      expect(messagesOf(place, 'Kort', words(23))).toContainEqual(expect.stringMatching('a sentence of 23 words'))
      expect(messagesOf(place, `${words(13)}. ${words(13)}.`, 'Short')).toEqual([])
    },
  )

  it('is 13 words on average over the questions and options of a module', () => {
    const changed = (smallCatalogue['core.yaml'] ?? '').replaceAll('nl: "Tekst"', `nl: "${words(14)}"`)
    expect(checkLanguage(contentWith({ 'core.yaml': changed })).failures).toMatchObject([
      {
        file: 'questionnaires/core.yaml',
        message: 'the Dutch sentences of the questions and options have 14.0 words on average',
        advice: 'shorten the longest ones: at most 13 on average',
      },
    ])
    const allowed = (smallCatalogue['core.yaml'] ?? '').replaceAll('nl: "Tekst"', `nl: "${words(13)}"`)
    const { failures, means } = checkLanguage(contentWith({ 'core.yaml': allowed }))
    expect(failures).toEqual([])
    expect(meanLine(means)).toBe('words in a sentence (nl/en): core 13.0/1.0 · bouw 1.0/1.0')
  })
})

describe('Words that we do not use', () => {
  it.each([
    ['nl', 'De continuïteit van je werk', 'continuïteit'],
    ['nl', 'Wij borgen de afspraken', 'borgen'],
    ['nl', 'Waarborging van de levering', 'Waarborging'],
    ['nl', 'Het middel dient daarvoor te werken', 'dient daarvoor te'],
    ['nl', 'Indien de stroom uitvalt', 'Indien'],
    ['nl', 'Heeft u een lamp?', 'u'],
    ['nl', 'Alles staat klaar!', '!'],
    ['nl', 'Wat is je RTO?', 'RTO'],
    ['nl', 'Je bent weerbaarder', 'weerbaarder'],
    ['en', 'All stakeholders are told', 'stakeholders'],
    ['en', 'Ensure that it works', 'Ensure'],
    ['en', 'In the event of fire', 'In the event of'],
    ['en', 'Leave prior to the fire', 'prior to'],
    ['en', 'Utilise the lamp', 'Utilise'],
    ['en', 'Three trucks wait', 'trucks'],
  ])('are refused: %s "%s"', (language, sentence, found) => {
    const [nl, en] = language === 'nl' ? [sentence, 'Short'] : ['Kort', sentence]
    expect(messagesOf('a why', nl, en)).toContain(`"${found}" is a word that we do not use`)
  })

  it.each([
    ['Wie indient, krijgt de borg terug', 'The pallet trucks are charged'],
    ['Ook de handreiking weerbaarheid noemt sla en augurken', 'The resilience guide names salad'],
    ['De bediende dient koffie', 'The robin hops'],
    ['Kijk uw-achtige woorden na', 'Assure yourself'],
  ])('are not seen in "%s"', (nl, en) => {
    expect(messagesOf('a why', nl, en)).toEqual([])
  })

  it('are refused with what to write', () => {
    expect(failuresOf('a why', 'Teneinde te werken', 'Short')).toMatchObject([{ advice: 'write om' }])
  })
})

describe('Both languages', () => {
  it('may share a name, not a sentence', () => {
    expect(messagesOf('an option', 'Van Gend en Loos', 'Van Gend en Loos')).toEqual([
      '"Van Gend en Loos" is the same in both languages',
    ])
    expect(messagesOf('an option', 'Bank en notaris', 'Bank, notary')).toEqual([])
    expect(messagesOf('an option', 'Hotel Terminus', 'Hotel Terminus')).toEqual([])
  })

  it('do not hold small words of each other', () => {
    expect(messagesOf('an option', 'De lamp and de radio', 'The lamp')).toEqual(['"and" is English'])
    expect(messagesOf('an option', 'De lamp', 'The lamp en the radio')).toEqual(['"en" is Dutch'])
    expect(messagesOf('an option', 'Hotel of bed and breakfast', 'We were in a van over the dike')).toEqual([])
  })
})

describe('A question that says no', () => {
  it.each([
    ['Is er niemand die nooit oefent?', 'Is there nobody who never practises?'],
    ['Kun je niets zonder lamp?', "Can't you do anything without a lamp?"],
  ])('says it once in a sentence: "%s"', (nl, en) => {
    expect(messagesOf('a question', nl, en)).toHaveLength(2)
  })

  it.each([
    ['Wie kan niet zonder stroom werken?', 'Who works without power?'],
    ['Kun je niet bellen? Kies dan: niet nodig.', 'Can you not ring? Then choose: not needed.'],
    ['Wat kun je niet missen?', 'What can you not do?'],
  ])('may say it so: "%s"', (nl, en) => {
    expect(messagesOf('a question', nl, en).filter((message) => message.includes('in one sentence'))).toEqual([])
  })

  it('may answer no to what is not there', () => {
    expect(messagesOf('an option', 'Nee, dat is er niet', 'No, we have none')).toEqual([])
    expect(messagesOf('an option', 'Niemand weet niets', 'Nobody knows nothing')).toHaveLength(2)
  })

  it('may be about the time without something', () => {
    const asked = ['Wat kan een dag niet door zonder stroom?', 'What cannot go on without power?'] as const
    expect(messagesOf('an endurance question', ...asked)).toEqual([])
    expect(messagesOf('a question', ...asked)).toHaveLength(2)
  })
})

describe('A question', () => {
  it.each([
    ['Weet je wie en/of wat er komt?', 'Do you know?', '"en/of" asks two things: "Weet je wie en/of wat er komt?"'],
    ['Weet je het?', 'Do you know who comes and when?', '"and when" asks two things: "Do you know who comes and when?"'],
    ['Is het klaar? Ligt het er?', 'Is it ready?', 'two questions in one: "Is het klaar? Ligt het er?"'],
  ])('asks one thing, not "%s"', (nl, en, message) => {
    expect(messagesOf('a question', nl, en)).toEqual([message])
  })

  it('may name two things and explain itself', () => {
    const more = '\n    help: { nl: "Geen lamp? Kies dan wat je wel hebt.", en: "No lamp? Choose what you do have." }'
    expect(messagesOf('a question', 'Werken lamp en radio?', 'Do lamp and radio work?', more)).toEqual([])
  })
})

describe('A question to talk through', () => {
  const scenes = (drill: string) =>
    `scenes:\n  - { scenario: stroom, day: ${text}, drill: [${text}, ${text}, { nl: ${JSON.stringify(drill)}, en: "Short?" }] }\n`
  const told = (drill: string) => checkLanguage(contentWith({ 'core.yaml': `${smallCatalogue['core.yaml']}${scenes(drill)}` })).failures

  it('asks one thing as well', () => {
    expect(told('Wie belt en wanneer?')).toMatchObject([{ message: '"en wanneer" asks two things: "Wie belt en wanneer?"' }])
    expect(told('Wie belt de bank en de buren?')).toEqual([])
  })

  it('is read by every size', () => {
    expect(told('Wie van de medewerkers belt?')).toMatchObject([{ advice: 'write je, or mensen: a scene is read by every size' }])
  })
})

describe('Somebody who works alone', () => {
  it.each([
    ['Bel je collega', 'Ring your colleague', ['"je collega" is shown to a company of one person', '"your colleague" is shown to a company of one person']],
    ['Vraag de afdeling inkoop', 'Ask the buyer', ['"afdeling" is shown to a company of one person']],
    ['Bel samen', 'Call the crisis team', ['"crisis team" is shown to a company of one person']],
  ])('does not read "%s"', (nl, en, messages) => {
    expect(messagesOf('a first step', nl, en)).toEqual(messages)
  })

  it('may read of customers, of other people in the trade, and of the staff of somebody else', () => {
    const nl = 'Bel een collega-bakker of de klant met het meeste personeel'
    expect(messagesOf('a first step', nl, 'Ring the client with the most staff')).toEqual([])
  })

  it('reads his own wording where there is one', () => {
    const sizeOne = `\n    sizeOne: { nl: "${short.nl}", en: "${short.en}" }`
    const asked = ['Weten de medewerkers het?', 'Do the employees know?'] as const
    expect(messagesOf('a question', ...asked)).toHaveLength(2)
    expect(messagesOf('a question', ...asked, sizeOne)).toEqual([])
    expect(messagesOf('a question', short.nl, short.en, '\n    sizeOne: { nl: "De afdeling", en: "The shop" }')).toEqual([
      '"afdeling" is shown to a company of one person',
    ])
  })

  it('is thought of in the advice: another word where there is no other wording', () => {
    const advice = (key: string) =>
      failuresOf('a question', short.nl, short.en, `\n    ${key}: { nl: "De afdeling", en: "The shop" }`).map((one) => one.advice)
    expect(advice('sizeOne')).toEqual(['write who or where it is'])
    expect(advice('help')).toEqual(['write who or where it is: the line under a question is read by every size'])
    expect(failuresOf('a why', 'De afdeling', 'The shop')).toMatchObject([
      { advice: 'write who or where it is, or give it a wording for one person' },
    ])
  })

  it('does not see what is asked from two people up, nor what the guide calls its topics', () => {
    const asked = ['Weten je medewerkers het?', 'Do your employees know?'] as const
    expect(messagesOf('a question from size 2 up', ...asked)).toEqual([])
    expect(messagesOf('a topic', ...asked)).toEqual([])
    expect(messagesOf('the first question of the core', ...asked)).toHaveLength(2)
  })

  it('does not see a measure for two people up', () => {
    const more = '\n    showIf: { not: { profile: { field: size, in: ["1"] } } }'
    const core = smallCatalogue['core.yaml'] ?? ''
    const renamed = core.replace(`firstStep: ${text}`, 'firstStep: { nl: "Bel je collega", en: "Ring a friend" }')
    const another = `  - id: alleen-doen\n    theme: crisis\n    title: ${text}\n    firstStep: ${text}\n    minutes: 5\n    effort: 2\n    cost: none\n    sources: [oordeel]\n    lifts: [{ question: noodplan, option: ja }, { question: voorraad, items: [lamp] }, { question: zonder-stroom, option: h24 }]\n`
    expect(checkLanguage(contentWith({ 'core.yaml': renamed })).failures).toHaveLength(1)
    const hidden = renamed.replace('    minutes: 20', `${more.slice(1)}\n    minutes: 20`).replace('measures:\n', `measures:\n${another}`)
    expect(checkLanguage(contentWith({ 'core.yaml': hidden })).failures).toEqual([])
  })
})
