/** Which answers of a report are old on the day it is read, and how much of the score rests on them. */
import { ageing, type Ageing, type Confirmed } from '#app/core/ageing.ts'
import type { Marks } from './firmness-view.ts'
import type { Told } from './told.ts'

const none: Ageing = { old: [], share: 0 }

/** Nothing is old where nobody says which day it is, as in the example of the accountability page. */
export function oldIn({ questionnaire, evidence }: Told, marks: Marks, today: string | undefined): Ageing {
  if (today === undefined) return none
  const confirmed = Object.entries(marks).flatMap(([question, mark]): [string, Confirmed][] =>
    mark.confirmed === undefined ? [] : [[question, { on: mark.confirmed, firmness: mark.firmness }]],
  )
  return ageing(questionnaire, evidence, Object.fromEntries(confirmed), today)
}
