/** Any other address under /api. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerNotFound } from '#app/api/endpoints.server.ts'
import { world } from '#app/world.server.ts'

export const loader = (call: LoaderFunctionArgs) => answerNotFound(call, world())
export const action = (call: ActionFunctionArgs) => answerNotFound(call, world())
