/** GET /api/v1/openapi.json. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerOpenApi } from '#app/api/endpoints.server.ts'
import { world } from '#app/world.server.ts'
import { version } from '../../package.json'

export const loader = (call: LoaderFunctionArgs) => answerOpenApi(call, world(), version, world().environment.ORIGIN)
export const action = (call: ActionFunctionArgs) => answerOpenApi(call, world(), version, world().environment.ORIGIN)
