/** The description of the stateless interface is complete, and true. */
import { describe, expect, it } from 'vitest'
import * as schemas from './answer-schemas.ts'
import { openApiDocument } from './openapi.ts'

type Json = { readonly [key: string]: unknown }
const document = openApiDocument('1.2.3', 'https://paraat.example')
const components = (document.components as { schemas: Record<string, Json> }).schemas
const paths = document.paths as Record<string, Record<string, Json & { operationId: string; responses: Record<string, Json> }>>

/** Every value in a document, with the way to it. */
function walk(value: unknown, way: readonly string[] = []): (readonly [way: readonly string[], value: Json])[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, inner]) => walk(inner, [...way, key]))
  return Array.isArray(value) ? inside : [[way, value as Json] as const, ...inside]
}

describe('openapi.json', () => {
  it('is OpenAPI 3.1 of this version at this address', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' }, servers: [{ url: 'https://paraat.example' }] })
  })

  it('describes the five addresses, each operation with a name of its own', () => {
    expect(Object.fromEntries(Object.entries(paths).map(([path, operations]) => [path, Object.keys(operations)]))).toEqual({
      '/api/v1/sectors': ['get'],
      '/api/v1/questionnaires/{sector}': ['get'],
      '/api/v1/scores': ['post'],
      '/api/v1/plans': ['post'],
      '/api/v1/openapi.json': ['get'],
    })
    const names = Object.values(paths).flatMap(operations => Object.values(operations).map(({ operationId }) => operationId))
    expect(new Set(names).size).toBe(5)
  })

  it('tells every refusal of each operation', () => {
    expect(Object.keys(paths['/api/v1/scores']?.post?.responses ?? {})).toEqual(['200', '400', '404', '413', '415', '429', '500'])
    expect(Object.keys(paths['/api/v1/questionnaires/{sector}']?.get?.responses ?? {})).toEqual(['200', '304', '404', '429', '500'])
    for (const operations of Object.values(paths)) {
      for (const { responses } of Object.values(operations)) {
        for (const [status, response] of Object.entries(responses)) {
          expect(response.description).toBeTruthy()
          if (Number(status) >= 400) expect(JSON.stringify(response.content)).toContain('application/problem+json')
        }
      }
    }
  })

  it('refers only to schemas that are there, and leaves none unused', () => {
    const named = walk(document).flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []))
    for (const reference of named) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(components).toHaveProperty(reference.replace('#/components/schemas/', ''))
    }
    expect(Object.keys(components).filter(name => !named.includes(`#/components/schemas/${name}`))).toEqual([])
  })

  it('closes every object: a field that is not described does not come', () => {
    const objects = walk(components).filter(([, { type, properties }]) => type === 'object' && properties !== undefined)
    expect(objects.length).toBeGreaterThan(15)
    expect(objects.filter(([, { additionalProperties }]) => additionalProperties !== false).map(([way]) => way.join('.'))).toEqual([])
  })

  it('leaves nothing of the tool it was made with', () => {
    expect(JSON.stringify(document)).not.toMatch(/\$defs|\$schema|"\$id"|schema\d/)
  })

  it('names the fields of scoring.md for scores and plans', () => {
    expect(components.Scores?.required).toEqual([
      'scoringVersion', 'questionnaire', 'tolerance', 'overall', 'themes', 'completeness', 'certainty', 'unknownCount', 'scenarios', 'measures', 'first',
    ])
    expect(components.Plan?.required).toEqual(['measures', 'effort', 'overall', 'unmetMusts', 'scenarios'])
    expect(components.ScoresRequest?.required).toEqual(['sector', 'answers'])
    expect(components.PlansRequest?.required).toEqual(['sector', 'answers', 'budgetHours'])
  })

  it('describes what is refused too: an answer with two keys fits none of its forms', () => {
    expect(schemas.problemAnswer.safeParse({ type: 'about:blank', title: 'Bad Request', status: 400, detail: 'x', field: 'y', reason: 'z' }).success).toBe(true)
    expect(components.Answer?.anyOf).toHaveLength(4)
  })
})
