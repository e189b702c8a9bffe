/** Links to a report: what they promise to who makes them, and what leaves with them. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { shareLinks } from '#db/plan-tables.ts'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { hashSecret, newSecret } from '#app/auth/secret.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { answerAll, begin, day, scanFor, testWorld } from '#app/assessments/test-scan.ts'
import type { Scan } from '#app/assessments/scan.server.ts'
import { shareParts, type SharePart } from './parts.ts'
import { endShareLink, makeShareLink, mostLinks, openShareLink, shareLinksOf } from './share.server.ts'
import { sharedView, withoutOwnWords } from './shared-view.ts'
import { company, withLanguage } from '../test-companies.ts'
import { reportView } from '../report-view.ts'

const { world, database, clock, ready } = testWorld()
beforeAll(ready)

async function finished(): Promise<Scan> {
  const { key, scan } = await begin(world)
  await answerAll(world, scan)
  await finishScan(world, scan, true)
  return await scanFor(world, key, scan.assessment.id)
}
const share = (token: string, parts: readonly SharePart[] = ['owner']) => ({ token, parts, label: 'De verzekeraar', days: 30 })

describe('a share link', () => {
  it('is made once from fifty copies of one form, and only its hash is stored', async () => {
    const scan = await finished()
    const token = newSecret()
    const all = await Promise.all(Array.from({ length: 50 }, () => makeShareLink(world, scan, share(token))))
    expect(all.every(one => one.ok)).toBe(true)
    const rows = await shareLinksOf(world, scan.assessment.id)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]!.hash).toBe(hashSecret(token))
  })

  it('opens the chosen parts until its last day, and not after', async () => {
    const scan = await finished()
    const token = newSecret()
    await makeShareLink(world, scan, share(token, ['scenarios', 'themes']))
    expect(await openShareLink(world, token)).toMatchObject({ assessment: { id: scan.assessment.id }, parts: ['scenarios', 'themes'] })
    expect(await openShareLink(world, newSecret())).toBeNull()
    clock.at += 30 * day - 1
    expect(await openShareLink(world, token)).not.toBeNull()
    clock.at += 1
    expect(await openShareLink(world, token)).toBeNull()
    expect(await shareLinksOf(world, scan.assessment.id)).toEqual([])
  })

  it('opens nothing once it is deleted, and nobody deletes that of another scan', async () => {
    const [scan, other] = [await finished(), await finished()]
    const token = newSecret()
    await makeShareLink(world, scan, share(token))
    const [row] = await shareLinksOf(world, scan.assessment.id)
    await endShareLink(world, other, row!.id)
    expect(await openShareLink(world, token)).not.toBeNull()
    await endShareLink(world, scan, row!.id)
    expect(await openShareLink(world, token)).toBeNull()
    expect(await database.reader.$count(shareLinks, eq(shareLinks.assessmentId, scan.assessment.id))).toBe(0)
  })

  it('opens nothing while its scan is deleted', async () => {
    const scan = await finished()
    const token = newSecret()
    await makeShareLink(world, scan, share(token))
    await transact(database, async writer => void (await writer.update(assessments).set({ removedAt: clock.at }).where(eq(assessments.id, scan.assessment.id))))
    expect(await openShareLink(world, token)).toBeNull()
  })

  it('notes the day on which it was last opened, and no more', async () => {
    const scan = await finished()
    const token = newSecret()
    await makeShareLink(world, scan, share(token))
    await openShareLink(world, token)
    const [row] = await shareLinksOf(world, scan.assessment.id)
    expect(row!.openedAt).toBe(clock.at - (clock.at % day))
    clock.at += 1000
    await openShareLink(world, token)
    expect((await shareLinksOf(world, scan.assessment.id))[0]!.openedAt).toBe(row!.openedAt)
  })

  it(`is refused where ${mostLinks} work already`, async () => {
    const scan = await finished()
    for (let n = 0; n < mostLinks; n++) expect((await makeShareLink(world, scan, share(newSecret()))).ok).toBe(true)
    expect(await makeShareLink(world, scan, share(newSecret()))).toEqual({ ok: false, reason: 'tooMany' })
  })
})

describe('what leaves with a link', () => {
  const one = company('bakkerij-de-korenaar')
  const [info] = one.questionnaire.questions.filter(question => question.options?.some(option => option.ownWords === true))
  const own = info!.options!.find(option => option.ownWords === true)!
  const given = company('bakkerij-de-korenaar', { [info!.id]: { option: own.id } })
  const context = { ...given.context, ownWords: { [info!.id]: 'het geheime recept' }, marks: { noodplan: { firmness: 'paper' as const, evidence: 'https://intern.example/map' } } }
  const shared = (parts: readonly SharePart[]) =>
    JSON.stringify(withLanguage('nl', () => sharedView(reportView(given.questionnaire, given.evidence, given.result, withoutOwnWords(context)), parts)))
  const whole = withLanguage('nl', () => reportView(given.questionnaire, given.evidence, given.result, context))

  it('holds no own words and no link to evidence, whatever is chosen', () => {
    expect(JSON.stringify(whole)).toContain('het geheime recept')
    expect(shared(shareParts)).not.toContain('het geheime recept')
    expect(shared(shareParts)).not.toContain('intern.example')
  })

  it('holds nothing of a part that was not chosen', () => {
    const measures = whole.measures.themes.flatMap(theme => theme.measures.map(measure => measure.title))
    const inOwner = [...whole.thisWeek, ...whole.thisMonth].map(measure => measure.title)
    const elsewhere = measures.filter(title => !inOwner.includes(title))
    expect(elsewhere.length).toBeGreaterThan(5)
    for (const title of elsewhere) {
      expect(shared(['measures'])).toContain(title)
      expect(shared(['themes', 'owner'])).not.toContain(title)
    }
    expect(shared(['themes'])).not.toContain(whole.level.title)
    const others = whole.campaign.filter(scenario => scenario.id !== whole.worst).map(scenario => scenario.finding.heading)
    for (const heading of others) expect(shared(['owner'])).not.toContain(heading)
  })
})
