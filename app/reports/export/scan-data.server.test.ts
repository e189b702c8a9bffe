/** The data of one scan: all of it, nothing of another, in a file for programs and in a sheet that Dutch Excel opens. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeAction } from '#db/plan-makers.ts'
import { schema } from '#db/open.server.ts'
import { transact } from '#db/transact.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { evidenceOf, findScan, type Scan } from '#app/assessments/scan.server.ts'
import { answerAll, begin, requestOf, testWorld } from '#app/assessments/test-scan.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { withLanguage } from '../test-companies.ts'
import { scanData } from './scan-data.server.ts'
import { scanSheet } from './scan-sheet.ts'

const { world, database, ready } = testWorld()

async function finished(): Promise<Scan> {
  const { key, scan } = await begin(world)
  await answerAll(world, scan)
  await finishScan(world, (await findScan(world, requestOf(key), scan.assessment.id))!, true)
  return (await findScan(world, requestOf(key), scan.assessment.id))!
}

const taken = ({ assessment, questionnaire }: Scan) => scanData(world, { assessment, questionnaire, userId: null })

async function sheetOf(scan: Scan, language: 'nl' | 'en' = 'nl') {
  const data = (await taken(scan)).scan
  const evidence = evidenceOf(scan.assessment, data.answers.map(({ question, answer }) => ({ questionId: question, answer })))
  return { data, evidence, sheet: withLanguage(language, () => scanSheet(scan.questionnaire, evidence, data, language)) }
}

let own: Scan
let other: Scan
beforeAll(async () => {
  await ready()
  own = await finished()
  other = await finished()
})

describe('The data of a scan', () => {
  it('hold every answer, the result and the plan of the same company, and nothing of another', async () => {
    await transact(database, async writer => {
      await makeAction(writer, { organisationId: own.assessment.organisationId, title: 'Aggregaat testen' })
      await makeAction(writer, { organisationId: own.assessment.organisationId, site: 'elders', title: 'Van een vestiging' })
      await makeAction(writer, { organisationId: other.assessment.organisationId, title: 'Van een ander' })
    })
    const data = await taken(own)
    expect(data).toMatchObject({ format: 'paraat-scan', version: 1, scan: { id: own.assessment.id, result: { scoringVersion: expect.any(Number) } } })
    const stored = await database.reader.select().from(schema.answers).where(eq(schema.answers.assessmentId, own.assessment.id))
    expect(data.scan.answers.map(answer => answer.question).toSorted()).toEqual(stored.map(answer => answer.questionId).toSorted())
    expect(data.plan.map(action => action.title)).toEqual(['Aggregaat testen'])
    const text = JSON.stringify(data)
    expect(text).not.toContain(other.assessment.id)
    expect(text).not.toMatch(/onceKey|keyHash/)
  })

  it('are noted in the log each time they are taken', async () => {
    const entries = () => database.reader.select().from(schema.auditLog).where(eq(schema.auditLog.subjectId, other.assessment.id))
    const before = (await entries()).length
    await taken(other)
    await taken(other)
    expect((await entries()).slice(before).map(entry => entry.event)).toEqual(['exported', 'exported'])
  })
})

describe('The sheet of a scan', () => {
  it('has a row for each question that was asked, semicolons, the mark of UTF-8, and days and numbers as Dutch Excel reads them', async () => {
    const { sheet, evidence } = await sheetOf(own)
    expect(sheet.codePointAt(0)).toBe(0xfeff)
    const lines = sheet.slice(1).split('\r\n')
    expect(lines).toHaveLength(visibleQuestions(own.questionnaire, evidence).length + 2)
    expect(lines[0]).toBe('Thema;Vraag;Antwoord;Eigen woorden;Notitie;Hoe zeker;Waar te zien;Laatst bevestigd;Telt voor (%);Gewicht;Punten in het thema;Punten die kunnen')
    expect(sheet).toMatch(/;\d\d-\d\d-20\d\d;\d+(,\d+)?;\d+(,\d+)?;\d+(,\d+)?;\d+(,\d+)?\r\n/)
    expect(sheet).not.toMatch(/;\d+\.\d+;/)
  })

  it('says the same in English', async () => {
    const { sheet } = await sheetOf(own, 'en')
    expect(sheet.slice(1).split('\r\n')[0]).toMatch(/^Theme;Question;Answer;/)
  })

  it.each(['=1+1', '+31 6', '-5', '@SUM(A1)', '\tx', '\rx'])('leaves %j a text', async text => {
    const { data, evidence } = await sheetOf(own)
    const typed = { ...data, answers: data.answers.map((answer, index) => (index === 0 ? { ...answer, note: text, ownWords: text, evidence: text } : answer)) }
    const sheet = withLanguage('nl', () => scanSheet(own.questionnaire, evidence, typed, 'nl'))
    expect(sheet.split(`'${text}`)).toHaveLength(4)
  })

  it('adds up to the points of each theme', async () => {
    const { sheet, data } = await sheetOf(own)
    const rows = sheet.slice(1).split('\r\n').slice(1, -1).map(line => line.match(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)!.map(cell => cell.replace(/;$/, '')))
    for (const theme of data.result!.themes) {
      if (theme.score === null) continue
      const title = own.questionnaire.themes.find(one => one.id === theme.id)!.title.nl
      const sum = rows.filter(row => row[0]!.replaceAll('"', '') === title && row[10] !== '').reduce((all, row) => all + Number(row[10]!.replace(',', '.')), 0)
      expect(sum).toBeCloseTo(theme.score, 0)
    }
  })
})
