/** The states of an action of a plan. */
export const actionStates = ['open', 'busy', 'done', 'declined'] as const
export type ActionState = (typeof actionStates)[number]
