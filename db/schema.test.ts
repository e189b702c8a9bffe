/** What the tables themselves hold to. */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  makeAnswer,
  makeAssessment,
  makeBrowserKeyAssessment,
  makeOrganisation,
  makePassOnCode,
  makeQuestionnaire,
  makeResult,
  makersTime,
} from './makers.ts'
import { answers, assessments, browserKeyAssessments, browserKeys, organisations, passOnCodes, questionnaires, results } from './schema.ts'
import { testDatabase } from './test-database.ts'
import { transact } from './transact.server.ts'

const { database } = testDatabase()
const { reader } = database

describe('a scan', () => {
  it('is made once from fifty copies of one form, and every copy finds the same scan', async () => {
    const { organisationId, questionnaireHash } = await transact(database, writer => makeAssessment(writer))
    const once = eq(assessments.onceKey, 'one form')
    const send = (copy: number) =>
      transact(database, async writer => {
        const row = {
          id: `copy ${copy}`,
          organisationId,
          questionnaireHash,
          sector: 'algemeen',
          mode: 'quick',
          size: '1',
          scope: 'company',
          onceKey: 'one form',
          createdAt: makersTime,
          updatedAt: makersTime,
          openedAt: makersTime,
        } as const
        await writer.insert(assessments).values(row).onConflictDoNothing({ target: assessments.onceKey })
        const [scan] = await writer.select({ id: assessments.id }).from(assessments).where(once)
        return scan?.id
      })
    const found = await Promise.all(Array.from({ length: 50 }, (_, copy) => send(copy)))
    expect(new Set(found).size).toBe(1)
    expect(await reader.$count(assessments, once)).toBe(1)
  })

  it('takes its answers, result, codes and keys’ links along when it goes, and nothing else', async () => {
    const kept = await transact(database, writer => makeAnswer(writer))
    const scan = await transact(database, async writer => {
      const scan = await makeAssessment(writer)
      const mine = { assessmentId: scan.id }
      await makeAnswer(writer, mine)
      await makeResult(writer, { ...mine, questionnaireHash: scan.questionnaireHash })
      await makeBrowserKeyAssessment(writer, mine)
      await makePassOnCode(writer, mine)
      await makeAssessment(writer, { id: 'successor', organisationId: (await makeOrganisation(writer)).id, startedFrom: scan.id })
      return scan
    })
    await transact(database, async writer => void (await writer.delete(assessments).where(eq(assessments.id, scan.id))))
    expect(await reader.$count(answers, eq(answers.assessmentId, scan.id))).toBe(0)
    expect(await reader.$count(results)).toBe(0)
    expect(await reader.$count(browserKeyAssessments)).toBe(0)
    expect(await reader.$count(passOnCodes)).toBe(0)
    expect(await reader.$count(browserKeys)).toBe(1)
    expect(await reader.$count(answers, eq(answers.assessmentId, kept.assessmentId))).toBe(1)
    expect(await reader.select().from(assessments).where(eq(assessments.id, 'successor'))).toMatchObject([{ startedFrom: null }])
  })

  it('goes with its organisation, while its questionnaire stays', async () => {
    const scan = await transact(database, writer => makeAssessment(writer))
    await transact(database, async writer => void (await writer.delete(organisations).where(eq(organisations.id, scan.organisationId))))
    expect(await reader.$count(assessments, eq(assessments.id, scan.id))).toBe(0)
    expect(await reader.$count(questionnaires, eq(questionnaires.hash, scan.questionnaireHash))).toBe(1)
  })

  it('cannot point to a questionnaire that is not stored', async () => {
    const pointing = transact(database, writer => makeAssessment(writer, { questionnaireHash: 'none' }))
    await expect(pointing).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  })

  it('keeps a questionnaire that it is pinned to', async () => {
    const { questionnaireHash } = await transact(database, writer => makeAssessment(writer))
    const deleting = transact(database, async writer => void (await writer.delete(questionnaires).where(eq(questionnaires.hash, questionnaireHash))))
    await expect(deleting).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  })
})

describe('an answer', () => {
  it('comes back as it was given, also as nothing', async () => {
    const { id: assessmentId } = await transact(database, writer => makeAssessment(writer))
    const given = [{ option: 'yes' }, { items: ['a', 'b'] }, { items: [] }, { unknown: true as const }, { notApplicable: true as const }, null]
    await transact(database, async writer => {
      for (const [number, answer] of given.entries()) await makeAnswer(writer, { assessmentId, questionId: `q${number}`, answer })
    })
    const rows = await reader.select().from(answers).where(eq(answers.assessmentId, assessmentId)).orderBy(answers.questionId)
    expect(rows.map(row => row.answer)).toEqual(given)
  })

  it('takes 60 characters of own words and 4,000 of a note, and not one more', async () => {
    const { id: assessmentId } = await transact(database, writer => makeAssessment(writer))
    const save = (questionId: string, ownWords: string, note: string) =>
      transact(database, writer => makeAnswer(writer, { assessmentId, questionId, ownWords, note }))
    await expect(save('a', 'é'.repeat(60), 'ë'.repeat(4000))).resolves.toBeDefined()
    await expect(save('b', 'x'.repeat(61), '')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' })
    await expect(save('c', '', 'x'.repeat(4001))).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' })
  })

  it('exists once per scan and question', async () => {
    const answer = await transact(database, writer => makeAnswer(writer))
    await expect(transact(database, writer => makeAnswer(writer, answer))).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  })
})

describe('a questionnaire', () => {
  it('comes back as it was frozen', async () => {
    const stored = await transact(database, writer => makeQuestionnaire(writer))
    const [row] = await reader.select().from(questionnaires).where(eq(questionnaires.hash, stored.hash))
    expect(row).toEqual(stored)
  })
})
