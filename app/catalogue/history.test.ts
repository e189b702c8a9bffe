/** The history that stands on the accountability page names every version that is asked, and no other than those that were published. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './catalogue.server.ts'
import { written } from './failure.ts'
import { writeSmallCatalogue } from './fixtures/small-catalogue.ts'
import { readFolder } from './read.server.ts'
import { versionsOf } from './versions.ts'

const text = '{ nl: "Tekst", en: "Text" }'
const entry = (versions: string, date: string) => `  - { versions: [${versions}], date: "${date}", what: ${text}, why: ${text} }\n`

/** The failures of the small catalogue, frozen as it is, with this history. */
function failuresWith(history: string | null, strictness: 'frozen' | 'unchanged' = 'frozen'): string[] {
  const folder = writeSmallCatalogue({ 'history.yaml': history })
  const { content } = readFolder(folder, 'any')
  if (content === undefined) throw new Error('the small catalogue cannot be read')
  writeFileSync(path.join(folder, 'versions.json'), JSON.stringify(versionsOf(content)))
  return readFolder(folder, strictness).failures.map(written)
}

describe('the history of the questionnaires', () => {
  it('may name each module, or all of one version at once', () => {
    expect(failuresWith(`history:\n${entry('"core@1.0.0", "bouw@1.0.0"', '2026-11-24')}`)).toEqual([])
    expect(failuresWith(`history:\n${entry('"all@1.0.0"', '2026-11-24')}`)).toEqual([])
  })

  it('fails while a version that is asked has no entry', () => {
    expect(failuresWith(`history:\n${entry('"core@1.0.0"', '2026-11-24')}`)).toEqual([
      'questionnaires/sectors/bouw.yaml:2:10 bouw@1.0.0 has no entry in history.yaml — say there what changed and why',
    ])
  })

  it('fails on a version that was never frozen, of one module or of all', () => {
    const history = `history:\n${entry('"core@1.1.0", "all@2.0.0"', '2026-12-01')}${entry('"all@1.0.0"', '2026-11-24')}`
    const advice = 'is not in versions.json — name a version that is frozen, or run npm run questionnaires -- freeze'
    expect(failuresWith(history)).toEqual([
      `questionnaires/history.yaml:2:18 "core@1.1.0" ${advice}`,
      `questionnaires/history.yaml:2:32 "all@2.0.0" ${advice}`,
    ])
    expect(failuresWith(history, 'unchanged')).toEqual([])
  })

  it('fails when the newest does not stand first, or a version is named twice', () => {
    const history = `history:\n${entry('"core@1.0.0", "bouw@1.0.0"', '2026-11-24')}${entry('"core@1.0.0"', '2026-12-01')}`
    expect(failuresWith(history)).toEqual([
      'questionnaires/history.yaml:3:18 "core@1.0.0" is named twice — keep the entry of the day on which it was published',
      'questionnaires/history.yaml:3:39 "2026-12-01" stands under "2026-11-24" — put the newest entry first',
    ])
  })

  it('fails when it is missing, or a day is no day', () => {
    expect(failuresWith(null)).toEqual(['questionnaires/history.yaml:1:1 the file is missing — write it as questionnaires/README.md says'])
    expect(failuresWith(`history:\n${entry('"all@1.0.0"', '2026-02-30')}`)).toEqual([
      'questionnaires/history.yaml:2:38 history 1 has date "2026-02-30" — see questionnaires/README.md for what may stand here',
    ])
  })

  it('is handed out newest first, with both languages', () => {
    const { history } = loadCatalogue()
    expect(history.length).toBeGreaterThan(0)
    expect(history.at(-1)?.versions).toEqual(['all@1.0.0'])
    for (const { what, why } of history) expect(what.nl !== what.en && why.nl !== why.en).toBe(true)
  })
})
