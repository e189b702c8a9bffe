/** The OpenAPI 3.1 description of the stateless interface, made from the schemas that read and tell it. */
import { z } from 'zod'
import * as answers from './answer-schemas.ts'
import * as requests from './request-schemas.ts'

const components = {
  ScoresRequest: requests.describedScoresRequest,
  PlansRequest: requests.describedPlansRequest,
  Answer: requests.answer,
  Profile: requests.describedScoresRequest.shape.profile.unwrap(),
  Text: answers.text,
  Sector: answers.sector,
  Condition: answers.condition,
  Questionnaire: answers.questionnaire,
  Scores: answers.scores,
  Plan: answers.plan,
  Problem: answers.problemAnswer,
}

type Json = Record<string, unknown>

/** Every named schema under components; what is named inside another one is lifted out of it. */
function schemas(): Json {
  const found: Json = {}
  for (const [name, schema] of Object.entries(components)) {
    const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io: 'input' }) as Json & { $defs?: Json }
    for (const [inner, definition] of Object.entries($defs ?? {})) found[inner] ??= definition
    if (own.$ref === undefined) found[name] = own
  }
  return JSON.parse(JSON.stringify(found).replaceAll('"#/$defs/', '"#/components/schemas/').replaceAll('"$ref":"#"', '"$ref":"#/components/schemas/Condition"')) as Json
}

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const limitHeaders = Object.fromEntries(
  Object.entries({
    'RateLimit-Limit': 'Calls that one address may make in a window.',
    'RateLimit-Policy': 'The limit with the window in seconds: 120;w=60.',
    'RateLimit-Remaining': 'Calls that are left in this window.',
    'RateLimit-Reset': 'Seconds until the window ends.',
  }).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
)

function answered(description: string, schema: Json, headers: Json = {}): Json {
  return { description, headers: { ...limitHeaders, ...headers }, content: { 'application/json': { schema } } }
}

function failed(description: string, headers: Json = {}): Json {
  return { description, headers, content: { 'application/problem+json': { schema: refer('Problem') } } }
}

const common = {
  429: failed('Too many calls from this address.', { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } }),
  500: failed('Something went wrong on our side; the detail names a number to quote.'),
}
const kept = { ETag: { description: 'Send it back as If-None-Match to hear 304 while nothing changed.', schema: { type: 'string' } } }
const unchanged = { description: 'Nothing changed since the ETag you sent.' }
const noSector = failed('There is no such sector; field is "sector".')

function reading(operationId: string, summary: string, schema: Json, parameters: Json[] = []): Json {
  return {
    get: {
      operationId,
      summary,
      ...(parameters.length > 0 ? { parameters } : {}),
      responses: { 200: answered(summary, schema, kept), 304: unchanged, ...(parameters.length > 0 ? { 404: noSector } : {}), ...common },
    },
  }
}

function posting(operationId: string, summary: string, description: string, request: string, answer: string, example: Json): Json {
  return {
    post: {
      operationId,
      summary,
      description,
      requestBody: { required: true, content: { 'application/json': { schema: refer(request), example } } },
      responses: {
        200: answered(summary, refer(answer)),
        400: failed('The body is not JSON or a field of it is wrong; field names it.'),
        404: noSector,
        413: failed('The body is larger than 256 KB.'),
        415: failed('The body is not sent as application/json.'),
        ...common,
      },
    },
  }
}

const example = { sector: 'algemeen', mode: 'full', profile: { size: '10-49', region: 'zeeland' }, answers: {} }

/** The whole document; `version` is that of Paraat and `origin` where it is served. */
export function openApiDocument(version: string, origin: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Paraat: stateless interface',
      version,
      description:
        'Scores a resilience scan without storing anything: no account, no cookie, open to every page. Numbers are unrounded; a person reads floor(x + 0.5). ' +
        'Paraat follows the resilience campaign of the Ministry of Economic Affairs with VNO-NCW and MKB-Nederland; it is not official.',
    },
    servers: [{ url: origin }],
    paths: {
      '/api/v1/sectors': reading('listSectors', 'The sectors with a questionnaire.', { type: 'array', items: refer('Sector') }),
      '/api/v1/questionnaires/{sector}': reading('getQuestionnaire', 'The questionnaire of a sector, with everything that scoring needs.', refer('Questionnaire'), [
        { name: 'sector', in: 'path', required: true, schema: { type: 'string' }, example: 'algemeen', description: 'One of those that GET /api/v1/sectors lists.' },
      ]),
      '/api/v1/scores': posting('score', 'Scores, scenarios and advice for answers.', 'Answers may be incomplete; nothing is stored.', 'ScoresRequest', 'Scores', example),
      '/api/v1/plans': posting('plan', 'The best measures for a number of hours.', 'Exact: the set of measures with the highest overall score within the budget, and of those the least effort.', 'PlansRequest', 'Plan', { ...example, budgetHours: 8 }),
      '/api/v1/openapi.json': reading('describe', 'This document.', { type: 'object' }),
    },
    components: { schemas: schemas() },
  }
}
