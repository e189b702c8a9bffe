/** The sheets open in a spreadsheet, and nothing in them becomes a formula. */
import { expect, it } from 'vitest'
import { withLanguage } from '../test-companies.ts'
import type { CompanyData, ScanData } from './company-data.server.ts'
import { answersSheet, scansSheet } from './sheets.ts'

const answer: ScanData['answers'][number] = {
  question: 'q', theme: 'kern', text: { nl: 'Ja of nee?', en: 'Yes or no?' }, answer: { option: 'yes' }, words: { nl: 'Ja; zeker', en: 'Yes' }, ownWords: null,
  note: null, firmness: 'exercised', evidence: null, savedBy: null, savedAt: '2026-07-01T12:00:00.000Z', confirmedAt: '2026-07-01T12:00:00.000Z', version: 1, history: [],
}
const scan = {
  id: 'a', name: 'Haven', sectorTitle: { nl: 'Bouw', en: 'Construction' }, size: '2-9', region: null, scope: 'site', mode: 'full', questionnaire: { hash: 'ab', modules: [] },
  createdAt: '2026-01-06T08:00:00.000Z', finishedAt: null, archivedAt: null, removedAt: null, result: null, answers: [answer],
} as unknown as ScanData
const dataOf = (...scans: ScanData[]) => ({ scans }) as unknown as CompanyData
const rowsOf = (sheet: string) => sheet.slice(1).split('\r\n')

it.each(['=1+1', '+31 6', '-5', '@SUM(A1)', '\tx', '\rx'])('%j stays text', text => {
  const sheet = withLanguage('nl', () => answersSheet(dataOf({ ...scan, name: text, answers: [{ ...answer, note: text, ownWords: text }] }), 'nl'))
  expect(sheet.split(`'${text}`)).toHaveLength(4)
  expect(sheet.replaceAll(`'${text}`, '')).not.toContain(text)
})

it('begins with the mark of UTF-8 and has a semicolon between the columns, so that a Dutch spreadsheet opens it', () => {
  const sheet = withLanguage('nl', () => answersSheet(dataOf(scan), 'nl'))
  expect(sheet.codePointAt(0)).toBe(0xfeff)
  expect(rowsOf(sheet)).toEqual([
    'Scan;Naam;Thema;Vraag;Tekst van de vraag;Antwoord;Eigen woorden;Notitie;Hoe zeker;Waar te zien;Opgeslagen door;Opgeslagen op',
    'a;Haven;kern;q;Ja of nee?;"Ja; zeker";;;geoefend;;;2026-07-01 14:00',
    '',
  ])
})

it('says a size in words, which is not a day in September', () => {
  expect(rowsOf(withLanguage('en', () => scansSheet(dataOf(scan), 'en')))[1]).toBe('a;Haven;Construction;2 to 9;;one site;full scan;2026-01-06 09:00;;;;;;ab')
})
