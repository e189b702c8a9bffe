/** The parts of a report that can be shared, each on its own. */
import { m } from '#app/i18n/paraglide/messages.js'

export const shareParts = ['owner', 'topics', 'scenarios', 'measures', 'themes', 'explanation'] as const
export type SharePart = (typeof shareParts)[number]

/** How long a link can work, in days. */
export const shareDays = [7, 30, 90] as const

export function isSharePart(text: string): text is SharePart {
  return (shareParts as readonly string[]).includes(text)
}

/** A part by name, and what stands in it. */
export function partWords(part: SharePart): { readonly label: string; readonly help: string } {
  return {
    owner: { label: m.share_part_owner(), help: m.share_part_owner_help() },
    topics: { label: m.share_part_topics(), help: m.share_part_topics_help() },
    scenarios: { label: m.share_part_scenarios(), help: m.share_part_scenarios_help() },
    measures: { label: m.share_part_measures(), help: m.share_part_measures_help() },
    themes: { label: m.share_part_themes(), help: m.share_part_themes_help() },
    explanation: { label: m.share_part_explanation(), help: m.share_part_explanation_help() },
  }[part]
}
