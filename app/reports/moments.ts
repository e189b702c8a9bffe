/** Hours and money as the report says them. */
import type { Cost } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export { afterMoment, atStart, inMiddle, moment } from '#app/i18n/moments.ts'

/** "kost niets", "minder dan € 100". */
export function costWords(cost: Cost): string {
  switch (cost) {
    case 'none':
      return m.report_cost_none()
    case 'under100':
      return m.report_cost_under100()
    case 'under1000':
      return m.report_cost_under1000()
    case 'more':
      return m.report_cost_more()
  }
}
