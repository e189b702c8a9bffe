/** The published national figures that stand beside a report while there are no figures of Paraat's own: facts with their source. */
import type { Source } from '#app/core/questionnaire.ts'

/** Dutch Innovation Monitor of the University of Amsterdam, November 2025, as reported by De Ondernemer and BNR. */
export const baselineSource: Source = {
  id: 'don4',
  title: 'De Ondernemer over de Nederlandse Innovatie Monitor van de UvA',
  url: 'https://www.deondernemer.nl/innovatie/stroomuitval-onderzoek-nederlandse-innovatie-monitor-bedrijven-kwetsbaar-internetstoring-ict-risico-ai-klimaat~23d9172',
  date: 'november 2025',
  strength: 'c2',
}

/** Whole percentages of companies in the Netherlands. */
export const nationalBaseline = {
  /** still able to work after a week without … */
  afterAWeek: { power: 6, internet: 10, ictServices: 18 },
  /** no kit, plan or measure at all: one in five */
  nothingArranged: 20,
} as const
