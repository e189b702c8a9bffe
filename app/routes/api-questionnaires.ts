/** GET /api/v1/questionnaires/{sector}. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerQuestionnaire } from '#app/api/endpoints.server.ts'
import { world } from '#app/world.server.ts'

export const loader = (call: LoaderFunctionArgs) => answerQuestionnaire(call, world(), call.params.sector ?? '')
export const action = (call: ActionFunctionArgs) => answerQuestionnaire(call, world(), call.params.sector ?? '')
