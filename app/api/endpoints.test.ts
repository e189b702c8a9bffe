/** What the stateless interface answers, held against core and against its own description. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Answers } from '#app/core/answers.ts'
import { evaluate } from '#app/core/evaluate.ts'
import { planFor } from '#app/core/plan.ts'
import * as schemas from './answer-schemas.ts'
import { answerNotFound, answerOpenApi, answerPlans, answerQuestionnaire, answerScores, answerSectors } from './endpoints.server.ts'
import { answersTo, apiWorld, call, catalogue, post, problemOf, questionLike } from './test-calls.ts'

const world = apiWorld()
const sectors = catalogue.sectors.map(({ id }) => id)

describe('GET /api/v1/sectors', () => {
  it('lists the sectors that have a questionnaire, with their titles in both languages', async () => {
    const response = await answerSectors(call('/api/v1/sectors'), world)
    const told = z.array(schemas.sector).parse(await response.json())
    expect(told.map(({ id }) => id)).toEqual(sectors)
    expect(told.find(({ id }) => id === 'bouw')?.title).toEqual({ nl: 'Bouw, dak en onderhoud', en: 'Building, roofing and maintenance' })
  })
})

describe('GET /api/v1/questionnaires/{sector}', () => {
  it.each(sectors)('tells all that scoring %s needs, and nothing that is not described', async sector => {
    const response = await answerQuestionnaire(call(`/api/v1/questionnaires/${sector}`), world, sector)
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    const told = schemas.questionnaire.parse(await response.json())
    const questionnaire = catalogue.questionnaire(sector)
    expect(told.hash).toBe(questionnaire.hash)
    expect(told.questions.map(({ id }) => id)).toEqual(questionnaire.questions.map(({ id }) => id))
    expect(told.measures.map(({ id }) => id)).toEqual(questionnaire.measures.map(({ id }) => id))
  })

  it('can be scored from what it tells alone: the same result as from the whole questionnaire', async () => {
    const whole = catalogue.questionnaire('bouw')
    const response = await answerQuestionnaire(call('/api/v1/questionnaires/bouw'), world, 'bouw')
    const told = { ...whole, ...(JSON.parse(await response.text()) as object) }
    const evidence = { mode: 'full', profile: { sector: 'bouw', size: '10-49', region: 'zeeland' }, answers: answersTo(whole) } as const
    expect(evaluate(told, evidence)).toEqual(evaluate(whole, evidence))
  })

  it('answers 304 to who has it already', async () => {
    const first = await answerQuestionnaire(call('/api/v1/questionnaires/bouw'), world, 'bouw')
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^W\/".+"$/)
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`]) {
      const again = await answerQuestionnaire(call('/api/v1/questionnaires/bouw', { headers: { 'If-None-Match': known } }), world, 'bouw')
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    const other = await answerQuestionnaire(call('/api/v1/questionnaires/algemeen', { headers: { 'If-None-Match': etag } }), world, 'algemeen')
    expect(other.status).toBe(200)
  })

  it.each(['bestaat-niet', 'transport-logistiek-x', 'toString'])('answers 404 for %s', async sector => {
    const response = await answerQuestionnaire(call(`/api/v1/questionnaires/${sector}`), world, sector)
    expect(await problemOf(response)).toMatchObject({ status: 404, field: 'sector' })
  })
})

describe('POST /api/v1/scores', () => {
  it.each(sectors)('answers for %s what core says, to the last digit', async sector => {
    const questionnaire = catalogue.questionnaire(sector)
    const answers = answersTo(questionnaire)
    const response = await answerScores(post('/api/v1/scores', { sector, mode: 'full', profile: { size: '10-49', region: 'zeeland' }, answers }), world)
    const told = (await response.json()) as unknown
    expect(told).toEqual(evaluate(questionnaire, { mode: 'full', profile: { sector, size: '10-49', region: 'zeeland' }, answers }))
    expect(schemas.scores.parse(told).overall.score).toBeGreaterThan(0)
  })

  it('takes a full scan where no mode is given, and an empty profile where none is', async () => {
    const questionnaire = catalogue.questionnaire('algemeen')
    const answers = answersTo(questionnaire)
    const response = await answerScores(post('/api/v1/scores', { sector: 'algemeen', answers }), world)
    expect(await response.json()).toEqual(evaluate(questionnaire, { mode: 'full', profile: { sector: 'algemeen' }, answers }))
  })

  it('scores nothing as nothing: null, never 0', async () => {
    const response = await answerScores(post('/api/v1/scores', { sector: 'algemeen', profile: {}, answers: {} }), world)
    const told = schemas.scores.parse(await response.json())
    expect(told.overall).toMatchObject({ score: null, level: null, capped: false })
    expect(told.themes.every(({ score }) => score === null)).toBe(true)
    expect(told.scenarios.every(({ endurance }) => endurance === null)).toBe(true)
  })

  it('takes an answer to a hidden question, and counts it for nothing', async () => {
    const questionnaire = catalogue.questionnaire('algemeen')
    const hidden = questionLike(questionnaire, ({ type, quick }) => type === 'choice' && !quick)
    const answers: Answers = { [hidden.id]: { option: hidden.options?.[0]?.id ?? '' } }
    const with_ = await answerScores(post('/api/v1/scores', { sector: 'algemeen', mode: 'quick', answers }), world)
    const without = await answerScores(post('/api/v1/scores', { sector: 'algemeen', mode: 'quick', answers: {} }), world)
    expect(with_.status).toBe(200)
    expect(await with_.json()).toEqual(await without.json())
  })

  it('takes unknown on every question', async () => {
    const questionnaire = catalogue.questionnaire('bouw')
    const answers: Answers = Object.fromEntries(questionnaire.questions.map(({ id }) => [id, { unknown: true as const }]))
    const told = schemas.scores.parse(await (await answerScores(post('/api/v1/scores', { sector: 'bouw', answers }), world)).json())
    expect([told.certainty, told.completeness, told.overall.score]).toEqual([0, 1, 0])
  })

  it('is kept by nobody', async () => {
    const response = await answerScores(post('/api/v1/scores', { sector: 'algemeen', answers: {} }), world)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })
})

describe('POST /api/v1/plans', () => {
  it.each([0, 0.7, 4, 40])('answers for %d hours what core plans', async budgetHours => {
    const questionnaire = catalogue.questionnaire('bouw')
    const answers = answersTo(questionnaire)
    const response = await answerPlans(post('/api/v1/plans', { sector: 'bouw', profile: { size: '2-9' }, answers, budgetHours }), world)
    const told = schemas.plan.parse(await response.json())
    const { measures, effort, overall, unmetMusts, scenarios } = planFor(questionnaire, { mode: 'full', profile: { sector: 'bouw', size: '2-9' }, answers }, budgetHours)
    expect(told).toEqual({ measures, effort, overall, unmetMusts, scenarios })
    expect(told.effort).toBeLessThanOrEqual(budgetHours)
  })
})

describe('Every address', () => {
  const all = [
    ['/api/v1/sectors', 'GET', answerSectors],
    ['/api/v1/questionnaires/bouw', 'GET', (c: ReturnType<typeof call>, w = world) => answerQuestionnaire(c, w, 'bouw')],
    ['/api/v1/openapi.json', 'GET', (c: ReturnType<typeof call>, w = world) => answerOpenApi(c, w, '1.2.3', 'https://paraat.example')],
    ['/api/v1/scores', 'POST', answerScores],
    ['/api/v1/plans', 'POST', answerPlans],
  ] as const

  it.each(all)('%s takes %s, and answers any other method with 405 and what it takes', async (path, method, answer) => {
    const allow = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS'
    for (const wrong of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(one => one !== method)) {
      const response = await answer(call(path, { method: wrong }), world)
      expect(response.headers.get('Allow')).toBe(allow)
      expect(await problemOf(response)).toMatchObject({ status: 405, title: 'Method Not Allowed' })
    }
  })

  it.each(all)('%s may be called from any page, and says so beforehand', async (path, method, answer) => {
    const before = await answer(call(path, { method: 'OPTIONS', headers: { Origin: 'https://other.example', 'Access-Control-Request-Method': method } }), world)
    expect(before.status).toBe(204)
    expect(before.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(before.headers.get('Access-Control-Allow-Methods')).toContain(method)
    expect(before.headers.get('Access-Control-Allow-Headers')).toContain('Content-Type')
    const after = await answer(call(path, { method }), world)
    expect(after.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(after.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  it('that does not exist answers 404 as a problem', async () => {
    expect(await problemOf(await answerNotFound(call('/api/v1/nothing'), world))).toMatchObject({ status: 404 })
    expect(await problemOf(await answerNotFound(call('/api/v1/nothing', { method: 'POST' }), world))).toMatchObject({ status: 404 })
  })

  it('outside /api/v1 is not open to other pages', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      expect((await answerNotFound(call('/api/nothing', { method }), world)).headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
  })

  it('answers HEAD as GET', async () => {
    expect((await answerSectors(call('/api/v1/sectors', { method: 'HEAD' }), world)).status).toBe(200)
  })

  it('hides what went wrong on our side, and gives a number to ask with', async () => {
    const broken = { ...world, catalogue: { ...catalogue, questionnaire: () => { throw new Error('secret path /srv') } } }
    const problem = await problemOf(await answerQuestionnaire(call('/api/v1/questionnaires/bouw'), broken, 'bouw'))
    expect(problem).toMatchObject({ status: 500 })
    expect(problem.detail).toContain('r-1')
    expect(JSON.stringify(problem)).not.toContain('secret')
  })
})
