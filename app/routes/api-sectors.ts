/** GET /api/v1/sectors. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerSectors } from '#app/api/endpoints.server.ts'
import { world } from '#app/world.server.ts'

export const loader = (call: LoaderFunctionArgs) => answerSectors(call, world())
export const action = (call: ActionFunctionArgs) => answerSectors(call, world())
