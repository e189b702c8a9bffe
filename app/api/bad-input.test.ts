/** What the stateless interface refuses, and that it names the field. */
import { describe, expect, it } from 'vitest'
import { answerPlans, answerScores } from './endpoints.server.ts'
import { apiWorld, catalogue, post, problemOf, questionLike } from './test-calls.ts'

const world = apiWorld()
const questionnaire = catalogue.questionnaire('algemeen')
const checklist = questionLike(questionnaire, ({ type }) => type === 'checklist')
const choice = questionLike(questionnaire, ({ type, allowNotApplicable }) => type === 'choice' && !allowNotApplicable)
const [item] = checklist.items ?? []
const good = { sector: 'algemeen', profile: {}, answers: {} }
const answering = (id: string, answer: unknown) => ({ ...good, answers: { [id]: answer } })
const path = (id: string, rest = '') => `answers.${id}${rest}`

const cases: readonly (readonly [name: string, body: unknown, field: string, reason: string])[] = [
  ['a body that is a list', [], 'body', 'wrongType'],
  ['a body that is null', null, 'body', 'wrongType'],
  ['a body that is a number', 7, 'body', 'wrongType'],
  ['no sector', { answers: {} }, 'sector', 'missing'],
  ['a sector that is no text', { ...good, sector: 4 }, 'sector', 'wrongType'],
  ['no answers', { sector: 'algemeen' }, 'answers', 'missing'],
  ['answers in a list', { ...good, answers: [] }, 'answers', 'wrongType'],
  ['answers that are null', { ...good, answers: null }, 'answers', 'wrongType'],
  ['a mode that does not exist', { ...good, mode: 'slow' }, 'mode', 'unknownValue'],
  ['a mode that is null', { ...good, mode: null }, 'mode', 'unknownValue'],
  ['a profile that is a text', { ...good, profile: 'bouw' }, 'profile', 'wrongType'],
  ['a size that does not exist', { ...good, profile: { size: '10' } }, 'profile.size', 'unknownValue'],
  ['a size that is a number', { ...good, profile: { size: 1 } }, 'profile.size', 'unknownValue'],
  ['a region that does not exist', { ...good, profile: { region: 'Zeeland' } }, 'profile.region', 'unknownValue'],
  ['a field of the profile that does not exist', { ...good, profile: { name: 'x' } }, 'profile.name', 'unknownField'],
  ['a sector in the profile', { ...good, profile: { sector: 'algemeen' } }, 'profile.sector', 'unknownField'],
  ['a field that does not exist', { ...good, score: 100 }, 'score', 'unknownField'],
  ['a budget, which is for plans', { ...good, budgetHours: 8 }, 'budgetHours', 'unknownField'],
  ['a question that does not exist', answering('bestaat-niet', { unknown: true }), path('bestaat-niet'), 'unknownQuestion'],
  ['a question called constructor', answering('constructor', { unknown: true }), path('constructor'), 'unknownQuestion'],
  ['an option that does not exist', answering(choice.id, { option: 'bestaat-niet' }), path(choice.id, '.option'), 'unknownOption'],
  ['an option that is no text', answering(choice.id, { option: 3 }), path(choice.id, '.option'), 'notText'],
  ['an option on a checklist', answering(checklist.id, { option: item?.id }), path(checklist.id, '.option'), 'optionNotAllowed'],
  ['items on a choice', answering(choice.id, { items: [] }), path(choice.id, '.items'), 'itemsNotAllowed'],
  ['items that are a text', answering(checklist.id, { items: 'a' }), path(checklist.id, '.items'), 'notAList'],
  ['an item that does not exist', answering(checklist.id, { items: ['bestaat-niet'] }), path(checklist.id, '.items.0'), 'unknownItem'],
  ['an item that is no text', answering(checklist.id, { items: [1] }), path(checklist.id, '.items.0'), 'notText'],
  ['an item twice', answering(checklist.id, { items: [item?.id, item?.id] }), path(checklist.id, '.items.1'), 'repeatedItem'],
  ['an answer without a key', answering(choice.id, {}), path(choice.id), 'notOneKey'],
  ['an answer with two keys', answering(choice.id, { unknown: true, option: choice.options?.[0]?.id }), path(choice.id), 'notOneKey'],
  ['an answer that is a text', answering(choice.id, 'ja'), path(choice.id), 'notAnObject'],
  ['an answer that is null', answering(choice.id, null), path(choice.id), 'notAnObject'],
  ['an answer with a key that does not exist', answering(choice.id, { score: 1 }), path(choice.id, '.score'), 'unknownKey'],
  ['unknown: false', answering(choice.id, { unknown: false }), path(choice.id, '.unknown'), 'notTrue'],
  ['unknown: "true"', answering(choice.id, { unknown: 'true' }), path(choice.id, '.unknown'), 'notTrue'],
  ['notApplicable where the question does not allow it', answering(choice.id, { notApplicable: true }), path(choice.id, '.notApplicable'), 'notApplicableNotAllowed'],
]

describe('POST /api/v1/scores refuses with 400 and names the field', () => {
  it.each(cases)('%s', async (_, body, field, reason) => {
    const response = await answerScores(post('/api/v1/scores', body), world)
    expect(response.status).toBe(400)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400, field, reason })
    expect(problem.detail).toContain(field === 'body' ? 'body' : field)
  })

  it('names every field that is wrong where it is more than one', async () => {
    const response = await answerScores(post('/api/v1/scores', { sector: 'algemeen', mode: 'slow', profile: { size: 'big' }, answers: {}, score: 1 }), world)
    const { errors = [] } = await problemOf(response)
    expect(errors.map(({ field }) => field).sort()).toEqual(['mode', 'profile.size', 'score'])
  })

  it('an own key called __proto__, at the top and among the answers', async () => {
    const top = await answerScores(post('/api/v1/scores', '{"sector":"algemeen","answers":{},"__proto__":{}}'), world)
    expect(await problemOf(top)).toMatchObject({ status: 400, field: '__proto__' })
    const inside = await answerScores(post('/api/v1/scores', '{"sector":"algemeen","answers":{"__proto__":{"unknown":true}}}'), world)
    expect(await problemOf(inside)).toMatchObject({ status: 400, field: 'answers.__proto__' })
  })

  it('repeats no more than a line of what it was sent', async () => {
    const response = await answerScores(post('/api/v1/scores', answering('x'.repeat(100_000), { unknown: true })), world)
    expect((await response.text()).length).toBeLessThan(2000)
  })

  it.each([['{'], [''], ['undefined'], ["{'sector': 'algemeen'}"], ['{"sector":"algemeen",}']])('a body that is not JSON: %j', async body => {
    const response = await answerScores(post('/api/v1/scores', body), world)
    expect(await problemOf(response)).toMatchObject({ status: 400, field: 'body', reason: 'notJson' })
  })

  it('a body nested a hundred thousand times', async () => {
    const response = await answerScores(post('/api/v1/scores', `{"sector":"algemeen","answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), world)
    expect(await problemOf(response)).toMatchObject({ status: 400, field: 'answers' })
  })
})

describe('Other refusals', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'])('415 for a body sent as %s', async type => {
    const response = await answerScores(post('/api/v1/scores', good, { 'Content-Type': type }), world)
    expect(await problemOf(response)).toMatchObject({ status: 415, field: 'Content-Type' })
  })

  it('415 for a compressed body', async () => {
    const response = await answerScores(post('/api/v1/scores', good, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }), world)
    expect(await problemOf(response)).toMatchObject({ status: 415, field: 'Content-Encoding' })
  })

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.paraat+json'])('none for a body sent as %s', async type => {
    expect((await answerScores(post('/api/v1/scores', good, { 'Content-Type': type }), world)).status).toBe(200)
  })

  it.each(['bestaat-niet', '', 'BOUW', '__proto__'])('404 for the sector %j', async sector => {
    for (const response of [
      await answerScores(post('/api/v1/scores', { ...good, sector }), world),
      await answerPlans(post('/api/v1/plans', { ...good, sector, budgetHours: 4 }), world),
    ]) {
      expect(await problemOf(response)).toMatchObject({ status: 404, title: 'Not Found', field: 'sector' })
    }
  })

  it.each([
    ['none', undefined, 'missing'],
    ['below 0', -0.5, 'outOfRange'],
    ['above 40', 40.5, 'outOfRange'],
    ['as a text', '8', 'wrongType'],
    ['as null', null, 'wrongType'],
  ])('400 for a budget: %s', async (_, budgetHours, reason) => {
    const response = await answerPlans(post('/api/v1/plans', { ...good, budgetHours }), world)
    expect(await problemOf(response)).toMatchObject({ status: 400, field: 'budgetHours', reason })
  })

  it('400 for a budget that is no number of this world', async () => {
    const response = await answerPlans(post('/api/v1/plans', '{"sector":"algemeen","answers":{},"budgetHours":1e999}'), world)
    expect(await problemOf(response)).toMatchObject({ status: 400, field: 'budgetHours' })
  })

  it('plans refuse wrong answers as scores do', async () => {
    const response = await answerPlans(post('/api/v1/plans', { ...answering(choice.id, { option: 'bestaat-niet' }), budgetHours: 4 }), world)
    expect(await problemOf(response)).toMatchObject({ status: 400, field: path(choice.id, '.option') })
  })
})
