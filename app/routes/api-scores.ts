/** POST /api/v1/scores. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerScores } from '#app/api/endpoints.server.ts'
import { world } from '#app/world.server.ts'

export const loader = (call: LoaderFunctionArgs) => answerScores(call, world())
export const action = (call: ActionFunctionArgs) => answerScores(call, world())
