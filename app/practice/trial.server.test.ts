/** Trial hours: planned once, never overwritten silently, and what they leave in answers. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { trialHours } from '#db/plan-tables.ts'
import { answers, assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { evidenceOf, storedAnswers, storedResult, type Scan } from '#app/assessments/scan.server.ts'
import { answerAll, begin, rowOf, scanFor, testWorld } from '#app/assessments/test-scan.ts'
import type { Answers } from '#app/core/answers.ts'
import { dutchDayAndTime } from '#app/core/dutch-clock.ts'
import { readOutcome } from './trial-form.ts'
import { askedAfterwards, mostQuestions } from './trial-questions.ts'
import { holdTrial, type Outcome } from './trial-hold.server.ts'
import { cancelTrial, changeTrial, mostTrials, planTrial, putTrialBack, tickTrial, trialOf, trialsOf, type TrialFields } from './trial.server.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

async function finished(given: Parameters<typeof begin>[1] = {}): Promise<{ key: string; scan: Scan }> {
  const { key, scan } = await begin(world, given)
  await answerAll(world, scan)
  await finishScan(world, scan, true)
  return { key, scan: await scanFor(world, key, scan.assessment.id) }
}

const fields: TrialFields = { day: '2026-02-10', time: '10:00', tell: null, keepOn: 'De server' }
async function planned(scan: Scan, given: Partial<TrialFields> = {}) {
  const done = await planTrial(world, scan, { ...fields, ...given }, randomUUID())
  if (!done.ok) throw new Error(done.reason)
  return done.trial
}
/** One that begins now. */
const begun = async (scan: Scan) => await planned(scan, dutchDayAndTime(clock.at))
const questionsOf = async ({ questionnaire, assessment }: Scan) => askedAfterwards(questionnaire, evidenceOf(assessment, await storedAnswers(world, assessment.id)))

describe('planning a trial hour', () => {
  it('makes one of fifty copies of one form', async () => {
    const { scan } = await finished()
    const once = randomUUID()
    const all = await Promise.all(Array.from({ length: 50 }, () => planTrial(world, scan, fields, once)))
    expect(new Set(all.map(one => one.ok && one.trial.id)).size).toBe(1)
    expect(await trialsOf(database.reader, scan.assessment)).toHaveLength(1)
  })

  it('does not find the form of another company', async () => {
    const [{ scan }, other] = [await finished(), await finished()]
    const once = randomUUID()
    await planTrial(world, scan, fields, once)
    await expect(planTrial(world, other.scan, fields, once)).rejects.toMatchObject({ status: 404 })
  })

  it(`is refused where there are ${mostTrials}`, async () => {
    const { scan } = await finished()
    for (let n = 0; n < mostTrials; n++) await planned(scan)
    expect(await planTrial(world, scan, fields, randomUUID())).toEqual({ ok: false, reason: 'full' })
  })

  it('is nobody else’s', async () => {
    const [{ scan }, other] = [await finished(), await finished()]
    const trial = await planned(scan)
    expect(await trialOf(database.reader, other.scan.assessment, trial.id)).toBeNull()
    expect(await trialOf(database.reader, { ...scan.assessment, site: 'loods' }, trial.id)).toBeNull()
    expect(await cancelTrial(world, other.scan, trial.id, 1)).toEqual({ ok: false, reason: 'notFound' })
  })
})

describe('changing a trial hour', () => {
  it('tells a diary of another time, of cancelling and of putting back, and not of ticks', async () => {
    const { scan } = await finished()
    const { id } = await planned(scan)
    expect(await changeTrial(world, scan, id, 1, { ...fields, time: '14:00' })).toMatchObject({ ok: true, trial: { time: '14:00', sequence: 1, version: 2 } })
    expect(await tickTrial(world, scan, id, 2, ['sla-werk-op'])).toMatchObject({ ok: true, trial: { ticked: ['sla-werk-op'], sequence: 1, version: 3 } })
    expect(await cancelTrial(world, scan, id, 3)).toMatchObject({ ok: true, trial: { cancelledAt: clock.at, sequence: 2, version: 4 } })
    expect(await putTrialBack(world, scan, id, 4)).toMatchObject({ ok: true, trial: { cancelledAt: null, sequence: 3, version: 5 } })
  })

  it('never overwrites what somebody else saved: the second is shown what stands there', async () => {
    const { scan } = await finished()
    const { id } = await planned(scan)
    await tickTrial(world, scan, id, 1, ['sla-werk-op'])
    expect(await tickTrial(world, scan, id, 1, ['lift-leeg'])).toMatchObject({ ok: false, reason: 'changed', now: { ticked: ['sla-werk-op'], version: 2 } })
    expect(await changeTrial(world, scan, id, 1, { ...fields, time: '14:00' })).toMatchObject({ ok: false, reason: 'changed', now: { time: '10:00' } })
  })

  it('has one effect from fifty copies', async () => {
    const { scan } = await finished()
    const { id } = await planned(scan)
    const all = await Promise.all(Array.from({ length: 50 }, () => cancelTrial(world, scan, id, 1)))
    expect(all.every(one => one.ok)).toBe(true)
    expect(await trialOf(database.reader, scan.assessment, id)).toMatchObject({ version: 2, sequence: 1 })
  })
})

describe('what is asked afterwards', () => {
  it('is power first, and at most five answers in hours', async () => {
    const { scan } = await finished({ sector: 'land-tuinbouw' })
    const asked = await questionsOf(scan)
    expect(asked.map(one => one.question.resource).slice(0, 3)).toEqual(['power', 'telecom', 'ict'])
    expect(asked).toHaveLength(mostQuestions)
    for (const one of asked) expect(['staff', 'supplies', 'site']).not.toContain(one.question.resource)
  })

  it('is also what nobody knew: an hour is there to find out', async () => {
    const { key, scan } = await begin(world)
    await finishScan(world, scan, true)
    const [power, ...others] = await questionsOf(await scanFor(world, key, scan.assessment.id))
    expect(power).toMatchObject({ question: { resource: 'power' }, option: null })
    expect(others.every(one => one.option === null)).toBe(true)
  })

  it('is nothing that does not apply, or was not answered', async () => {
    const { questionnaire, assessment } = (await begin(world)).scan
    const power = questionnaire.questions.find(one => one.type === 'endurance' && one.resource === 'power')!
    const asked = (given: Answers) => askedAfterwards(questionnaire, { ...evidenceOf(assessment, []), answers: given }).map(one => one.question.id)
    expect(asked({})).toEqual([])
    expect(asked({ [power.id]: { notApplicable: true } })).toEqual([])
    expect(asked({ [power.id]: { unknown: true } })).toEqual([power.id])
  })

  it('takes no "right" for what nobody knew', () => {
    const form = new FormData()
    form.set('q.power', 'right')
    const question = { id: 'power', options: [{ id: 'h8' }] }
    expect(readOutcome(form, [{ ...question, answer: null }]).problems).toEqual([{ question: 'power', problem: 'nothing' }])
    expect(readOutcome(form, [{ ...question, answer: '4 uur' }])).toMatchObject({ problems: [], outcome: { power: 'right' } })
  })
})

describe('what a trial hour leaves in answers', () => {
  async function told() {
    const { key, scan } = await finished()
    const [power, telecom, ict] = await questionsOf(scan)
    const really = power!.question.options!.find(option => option.id !== power!.option)!.id
    const outcome: Outcome = { [power!.question.id]: { option: really }, [telecom!.question.id]: 'right' }
    const trial = await begun(scan)
    const hold = (given: Outcome = outcome) => holdTrial(world, key, scan, scan.questionnaire, trial.id, given, 'De poort ging niet open')
    return { key, scan, power: power!.question.id, telecom: telecom!.question.id, ict: ict!.question.id, really, outcome, trial, hold }
  }

  it('marks what was right as exercised, puts right what was not in one new scan, and leaves the finished scan and the rest alone', async () => {
    const { key, scan, power, telecom, ict, really, hold } = await told()
    const [before, untried, result] = [await rowOf(database.reader, scan, power), await rowOf(database.reader, scan, ict), await storedResult(world, scan.assessment.id)]
    const all = await Promise.all(Array.from({ length: 50 }, () => hold()))
    expect(all.every(one => one.ok)).toBe(true)
    expect(await storedResult(world, scan.assessment.id)).toEqual(result)
    expect(await rowOf(database.reader, scan, power)).toEqual(before)
    expect(await rowOf(database.reader, scan, ict)).toEqual(untried)
    expect(await rowOf(database.reader, scan, telecom)).toMatchObject({ firmness: 'exercised', confirmedAt: clock.at })
    const scans = await database.reader.select().from(assessments).where(eq(assessments.organisationId, scan.assessment.organisationId))
    expect(scans).toHaveLength(2)
    const next = await scanFor(world, key, scans.find(one => one.finishedAt === null)!.id)
    expect(await rowOf(database.reader, next, power)).toMatchObject({ answer: { option: really }, firmness: 'exercised', confirmedAt: clock.at })
    expect(await rowOf(database.reader, next, telecom)).toMatchObject({ firmness: 'exercised' })
    expect((await rowOf(database.reader, next, ict))?.firmness).toBe(untried?.firmness ?? null)
  })

  it('does not come back over an answer that was changed later', async () => {
    const { key, scan, power, hold } = await told()
    await hold()
    const [open] = (await database.reader.select().from(assessments).where(eq(assessments.startedFrom, scan.assessment.id))).map(one => one.id)
    await transact(database, async writer => void (await writer.update(answers).set({ answer: { unknown: true } }).where(eq(answers.assessmentId, open!))))
    expect(await hold()).toMatchObject({ ok: true })
    expect((await rowOf(database.reader, await scanFor(world, key, open!), power))?.answer).toEqual({ unknown: true })
  })

  it('is told once: other words later are refused', async () => {
    const { telecom, scan, trial, hold } = await told()
    expect(await hold()).toMatchObject({ ok: true, trial: { heldAt: clock.at, note: 'De poort ging niet open' } })
    expect(await hold({ [telecom]: 'right' })).toEqual({ ok: false, reason: 'held' })
    expect(await changeTrial(world, scan, trial.id, 2, fields)).toMatchObject({ ok: false, reason: 'held' })
  })

  it('is nothing before it began, when it is cancelled, or when an answer does not exist; then nothing is written', async () => {
    const { key, scan, power, telecom, trial, hold } = await told()
    expect(await hold({ [telecom]: 'right', [power]: { option: 'bestaat-niet' } })).toEqual({ ok: false, reason: 'badInput', question: power })
    expect((await rowOf(database.reader, scan, telecom))?.firmness).toBeNull()
    const later = await planned(scan, dutchDayAndTime(clock.at + 60_000))
    expect(await holdTrial(world, key, scan, scan.questionnaire, later.id, {}, null)).toEqual({ ok: false, reason: 'early' })
    await cancelTrial(world, scan, trial.id, 1)
    expect(await hold()).toEqual({ ok: false, reason: 'cancelled' })
    expect(await database.reader.$count(trialHours, eq(trialHours.organisationId, scan.assessment.organisationId))).toBe(2)
    expect(await database.reader.$count(assessments, eq(assessments.organisationId, scan.assessment.organisationId))).toBe(1)
  })
})
