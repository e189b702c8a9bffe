/** POST /api/v1/plans. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerPlans } from '#app/api/endpoints.server.ts'
import { world } from '#app/world.server.ts'

export const loader = (call: LoaderFunctionArgs) => answerPlans(call, world())
export const action = (call: ActionFunctionArgs) => answerPlans(call, world())
