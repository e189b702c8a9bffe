/** What of a report leaves with a share link: the chosen parts, each with what it needs and nothing more. */
import type { ReportContext, ReportView } from '../report-view.ts'
import type { SharePart } from './parts.ts'

/** What each part is made of. */
const fields = {
  owner: ['mode', 'example', 'date', 'mustGoOn', 'worst', 'campaign', 'level', 'old', 'thisWeek', 'thisMonth', 'findOut', 'findOutMore'],
  topics: ['topics', 'musts', 'strengths', 'strengthsMore'],
  scenarios: ['campaign', 'others'],
  measures: ['measures', 'done'],
  themes: ['themes', 'baseline'],
  explanation: ['explanation', 'firmness', 'about', 'scopeNote', 'sources'],
} as const satisfies Record<SharePart, readonly (keyof ReportView)[]>

export type SharedView = { readonly [Part in SharePart]?: Pick<ReportView, (typeof fields)[Part][number]> } & Pick<ReportView, 'date' | 'mode' | 'version' | 'example'>

/** A report's context without what somebody wrote in own words and without links to evidence. */
export function withoutOwnWords(context: ReportContext): ReportContext {
  const marks = Object.fromEntries(Object.entries(context.marks ?? {}).map(([question, mark]) => [question, { ...mark, evidence: null }]))
  return { ...context, ownWords: {}, marks }
}

/** The chosen parts of a report that was made without own words. The page about the owner keeps the one scenario it is about. */
export function sharedView(view: ReportView, parts: readonly SharePart[]): SharedView {
  const chosen = Object.fromEntries(parts.map(part => [part, Object.fromEntries(fields[part].map(field => [field, view[field]]))]))
  const { date, mode, version, example } = view
  const shared = { ...chosen, date, mode, version, example } as SharedView
  return shared.owner === undefined ? shared : { ...shared, owner: { ...shared.owner, campaign: view.campaign.filter(scenario => scenario.id === view.worst) } }
}
