/** A page that is posted without JavaScript: what is clear is saved, what is not is asked again, and one goes on to the right page. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noContent } from './answer-content.ts'
import { finishScan } from './finish.server.ts'
import { pageOf, type Page } from './flow.ts'
import { fieldNames } from './page-form.ts'
import { pageViewOf, postPage } from './page.server.ts'
import { visibleOnPage } from './page-view.ts'
import { removeScan } from './remove.server.ts'
import { saveAnswers } from './save.server.ts'
import { evidenceOf, storedAnswers, type Scan } from './scan.server.ts'
import { begin, rowOf, saveOf, testWorld } from './test-scan.ts'

const { world, ready } = testWorld()
let scan: Scan
const crisis = { kind: 'theme', theme: 'crisis' } as const
const row = (question: string) => rowOf(world.database.reader, scan, question)

/** The form of a page as the browser posts it, with these answers chosen. */
async function formOf(page: Page, chosen: Record<string, string | string[]> = {}): Promise<FormData> {
  const stored = await storedAnswers(world, scan.assessment.id)
  const view = pageViewOf(scan, stored, evidenceOf(scan.assessment, stored), page, 'nl')
  const form = new FormData()
  const answers = Object.fromEntries(Object.entries(view.contents).map(([id, content]) => [id, content.answer]))
  for (const question of visibleOnPage(view, answers)) {
    form.append(fieldNames.version(question.id), String(view.versions[question.id]))
    for (const value of [chosen[question.id] ?? []].flat()) form.append(fieldNames.answer(question.id), value)
  }
  return form
}
const post = async (page: Page, chosen: Record<string, string | string[]> = {}, more: Record<string, string> = {}) => {
  const form = await formOf(page, chosen)
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return postPage(world, scan, page, form)
}

beforeAll(async () => {
  await ready()
})
beforeEach(async () => {
  scan = (await begin(world)).scan
})

describe('A posted page', () => {
  it('is saved and leads to the next one, and from the last to the check', async () => {
    expect(await post({ kind: 'first' }, { 'wat-door': 'lekkage', tolerantie: 'h24' })).toEqual({ kind: 'saved', next: { kind: 'howLong' } })
    expect(await row('wat-door')).toMatchObject({ answer: { option: 'lekkage' }, version: 1 })
    expect(await row('minimum')).toBeUndefined()
    expect(await post(crisis, { noodplan: ':unknown' })).toMatchObject({ kind: 'saved', next: null })
  })

  it('can be posted again unchanged without a second effect', async () => {
    const form = await formOf(crisis, { noodplan: ':unknown' })
    await postPage(world, scan, crisis, form)
    expect(await postPage(world, scan, crisis, form)).toMatchObject({ kind: 'saved' })
    expect((await row('noodplan'))?.version).toBe(1)
  })

  it('comes back at a question that appeared meanwhile, and not again once that was on the page', async () => {
    const page = pageOf(scan.questionnaire.questions.find(({ id }) => id === 'bouw-open-dak')!)
    await saveAnswers(world, scan, [saveOf('bouw-werk', { option: 'afbouw' })])
    const form = await formOf(page)
    await saveAnswers(world, scan, [saveOf('bouw-werk', { option: 'dak' }, 1)])
    const posted = await postPage(world, scan, page, form)
    expect(posted).toMatchObject({ kind: 'saved', next: page })
    expect(form.has(fieldNames.version(posted.kind === 'saved' ? (posted.again ?? '') : ''))).toBe(false)
    const whole = await postPage(world, scan, page, await formOf(page))
    expect(whole.kind === 'saved' && whole.again).toBeUndefined()
  })

  it('clears an answer with the button beside it, keeps its note, and comes back to it', async () => {
    await saveAnswers(world, scan, [saveOf('noodplan', { unknown: true }, 0, { note: 'zoek op' })])
    const cleared = await post(crisis, { noodplan: ':unknown' }, { [fieldNames.note('noodplan')]: 'zoek op', clear: 'noodplan' })
    expect(cleared).toEqual({ kind: 'saved', next: crisis, again: 'noodplan' })
    expect(await row('noodplan')).toMatchObject({ answer: null, note: 'zoek op' })
  })

  it.each(['verzonnen', 'wat-door', '', 'x\r\nSet-Cookie: a=b', '€'])('clears nothing where the button was forged: %j', async forged => {
    expect(await post(crisis, { noodplan: ':unknown' }, { clear: forged })).toMatchObject({ kind: 'saved', next: null })
    expect(await row('noodplan')).toMatchObject({ answer: { unknown: true } })
  })

  it('names what is unclear, and has saved the rest', async () => {
    const posted = await post(crisis, { noodplan: ['ja', 'nee'], geoefend: ':unknown' })
    if (posted.kind !== 'again') throw new Error(posted.kind)
    expect(posted.posted.errors).toEqual([{ id: 'noodplan', message: expect.stringContaining('Vraag 1') as unknown }])
    expect(await row('geoefend')).toMatchObject({ version: 1 })
    expect(await row('noodplan')).toBeUndefined()
  })

  it('shows both where another window changed an answer, and saves mine when it is posted once more', async () => {
    const form = await formOf(crisis, { noodplan: ':unknown' })
    await saveAnswers(world, scan, [saveOf('noodplan', { option: 'nee' })])
    const posted = await postPage(world, scan, crisis, form)
    if (posted.kind !== 'again') throw new Error(posted.kind)
    const mine = { ...noContent, answer: { unknown: true } }
    expect(posted.posted.conflicts).toEqual({
      noodplan: { mine, theirs: { ...noContent, answer: { option: 'nee' } }, by: { name: null, you: false, at: world.now() }, seen: world.now() },
    })
    expect(posted.posted.typed).toEqual({ noodplan: mine })
    expect(await row('noodplan')).toMatchObject({ answer: { option: 'nee' } })
    form.set(fieldNames.version('noodplan'), String(posted.posted.versions['noodplan']))
    expect(await postPage(world, scan, crisis, form)).toMatchObject({ kind: 'saved' })
    expect(await row('noodplan')).toMatchObject({ answer: { unknown: true }, version: 2 })
  })

  it.each(['http://bedrijf.example/plan', 'de kast', 'https://', 'https://piet:geheim@bedrijf.example'])('asks again for a link that is none, keeps what was typed, and has saved the rest: %s', async typed => {
    const posted = await post(crisis, { noodplan: ':unknown', geoefend: ':unknown' }, { [fieldNames.evidence('noodplan')]: typed, [fieldNames.firmness('noodplan')]: 'said' })
    if (posted.kind !== 'again') throw new Error(posted.kind)
    expect(posted.posted.errors).toEqual([{ id: fieldNames.evidence('noodplan'), message: expect.stringContaining('https://') as unknown }])
    expect(posted.posted.typed).toEqual({ noodplan: { ...noContent, answer: { unknown: true }, firmness: 'said', evidence: typed } })
    expect(await row('geoefend')).toMatchObject({ version: 1 })
    expect(await row('noodplan')).toBeUndefined()
  })

  it('writes nothing with a forged option, and nothing for a question of another page', async () => {
    expect(await post(crisis, { noodplan: 'verzonnen', geoefend: ':unknown' })).toEqual({ kind: 'badInput' })
    const form = await formOf(crisis)
    form.append(fieldNames.version('eerst-dit'), '0')
    form.append(fieldNames.answer('eerst-dit'), ':unknown')
    await postPage(world, scan, crisis, form)
    expect(await storedAnswers(world, scan.assessment.id)).toEqual([])
  })

  it('says that the scan is finished, or gone', async () => {
    const form = await formOf(crisis, { noodplan: ':unknown' })
    await finishScan(world, scan, true)
    expect(await postPage(world, scan, crisis, form)).toEqual({ kind: 'finished' })
    await removeScan(world, scan)
    expect(await postPage(world, scan, crisis, form)).toEqual({ kind: 'gone' })
  })
})
