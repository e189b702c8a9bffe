/** The plan of a company or a site as plain rows, for a document: what, who, when and how it stands. */
import type { Database } from '#db/open.server.ts'
import type { About } from '#app/assessments/line.server.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { inPlanOrder, isToDo, type ActionState, type Planned } from '#app/core/actions.ts'
import { wording, type Size } from '#app/core/questionnaire.ts'
import { say } from '#app/i18n/format.ts'
import { actionsOf, planMembers } from './plan.server.ts'

/** `owner`: by name; `dueOn`: a day, 2026-11-24. */
export type PlanRow = { readonly title: string; readonly owner: string | null; readonly dueOn: string | null; readonly state: ActionState }

/** What is in the plan: what is left to do before what is dealt with, the first day first. `size` chooses the wording of a measure. */
export async function planTable(database: Database, about: About, size: Size): Promise<PlanRow[]> {
  const actions = (await actionsOf(database.reader, about)).filter(action => action.removedAt === null)
  if (actions.length === 0) return []
  const members = new Map((await planMembers(database.reader, about.organisationId)).map(member => [member.id, member.name]))
  const rows: (PlanRow & Planned)[] = []
  for (const { id, title, measureId, questionnaireHash, ownerId, ownerName, dueOn, state, createdAt } of actions) {
    const measures = questionnaireHash === null ? [] : (await questionnaireWithHash(database, questionnaireHash)).measures
    const measure = measures.find(one => one.id === measureId)
    rows.push({
      id,
      measureId,
      createdAt,
      title: title ?? (measure === undefined ? (measureId ?? '') : say(wording(measure.title, measure.sizeOne, size))),
      owner: (ownerId === null ? undefined : members.get(ownerId)) ?? ownerName,
      dueOn,
      state,
    })
  }
  const inOrder = inPlanOrder(rows, 'date', []).toSorted((a, b) => Number(isToDo(b.state)) - Number(isToDo(a.state)))
  return inOrder.map(({ title, owner, dueOn, state }) => ({ title, owner, dueOn, state }))
}
