/** The five addresses of the stateless interface: each from a call and the world to an answer. Nothing here is stored. */
import { evaluate } from '#app/core/evaluate.ts'
import { planFor } from '#app/core/plan.ts'
import { openApiDocument } from './openapi.ts'
import { freshResponse, keep, keptResponse, readJson, type Kept } from './json.server.ts'
import { problem, problemResponse } from './problem.ts'
import { questionnaireJson } from './questionnaire-json.ts'
import { readPlansRequest, readScoresRequest, readSector } from './read-request.ts'
import { respond, type ApiWorld, type Call } from './respond.server.ts'

/** What is told of one catalogue or questionnaire never changes. */
const kept = new WeakMap<object, Kept>()

function keepFor(owner: object, make: () => unknown): Kept {
  const known = kept.get(owner) ?? keep(make())
  kept.set(owner, known)
  return known
}

/** GET /api/v1/sectors */
export function answerSectors(call: Call, world: ApiWorld): Promise<Response> {
  return respond(call, world, {
    GET: () => keptResponse(call.request, keepFor(world.catalogue, () => world.catalogue.sectors.map(({ id, title }) => ({ id, title })))),
  })
}

/** GET /api/v1/questionnaires/{sector} */
export function answerQuestionnaire(call: Call, world: ApiWorld, sector: string): Promise<Response> {
  return respond(call, world, {
    GET: () => {
      const read = readSector(world.catalogue, sector)
      if (!read.ok) return problemResponse(read.problem)
      return keptResponse(call.request, keepFor(read.value, () => questionnaireJson(read.value)))
    },
  })
}

/** POST /api/v1/scores */
export function answerScores(call: Call, world: ApiWorld): Promise<Response> {
  return respond(call, world, {
    POST: async () => {
      const body = await readJson(call.request)
      const read = body.ok ? readScoresRequest(world.catalogue, body.value) : body
      return read.ok ? freshResponse(evaluate(read.value.questionnaire, read.value.evidence)) : problemResponse(read.problem)
    },
  })
}

/** POST /api/v1/plans */
export function answerPlans(call: Call, world: ApiWorld): Promise<Response> {
  return respond(call, world, {
    POST: async () => {
      const body = await readJson(call.request)
      const read = body.ok ? readPlansRequest(world.catalogue, body.value) : body
      if (!read.ok) return problemResponse(read.problem)
      const { measures, effort, overall, unmetMusts, scenarios } = planFor(read.value.questionnaire, read.value.evidence, read.value.budgetHours)
      return freshResponse({ measures, effort, overall, unmetMusts, scenarios })
    },
  })
}

const documents = new Map<string, Kept>()

/** GET /api/v1/openapi.json */
export function answerOpenApi(call: Call, world: ApiWorld, version: string, origin: string): Promise<Response> {
  return respond(call, world, {
    GET: () => {
      const document = documents.get(origin) ?? keep(openApiDocument(version, origin))
      documents.set(origin, document)
      return keptResponse(call.request, document)
    },
  })
}

/** Any other address under /api. */
export function answerNotFound(call: Call, world: ApiWorld): Promise<Response> {
  const notFound = () => problemResponse(problem(404, 'There is nothing at this address: GET /api/v1/openapi.json tells what there is.'))
  return respond(call, world, { GET: notFound, POST: notFound })
}
