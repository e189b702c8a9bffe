/** The catalogue: every questionnaire that can be asked, read and checked once at start. */
import path from 'node:path'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { compose } from './compose.ts'
import { written } from './failure.ts'
import type { HistoryEntry } from './history.ts'
import type { Municipality } from './municipalities.ts'
import { municipalitiesOf } from './municipalities.ts'
import { readFolder } from './read.server.ts'
import type { Sector } from './sectors.ts'
import { general, sectors } from './sectors.ts'
import type { Trade } from './trades.ts'
import { tradesOf } from './trades.ts'
import { trialListOf, type TrialList } from './trial-hour.ts'

export type Catalogue = {
  /** the sectors with questions of their own, and `algemeen`; in the order in which they are offered */
  readonly sectors: readonly Sector[]
  /** every sector there is a name for, with or without questions of its own */
  readonly allSectors: readonly Sector[]
  /** the questionnaire asked in this sector: its own, or that of `algemeen`; throws on a sector that does not exist */
  readonly questionnaire: (sector: string) => Questionnaire
  /** the sector whose questionnaire is asked: this one, or `algemeen`; undefined where this one does not exist */
  readonly servedBy: (sector: string) => string | undefined
  /** the checklist of the trial hour in this sector; throws on a sector that does not exist */
  readonly trialHour: (sector: string) => TrialList
  readonly trades: readonly Trade[]
  readonly municipalities: readonly Municipality[]
  /** what was published when, and why; newest first */
  readonly history: readonly HistoryEntry[]
}

/** Where the content stands when nothing else is said: beside the application, in the folder it is started from. */
export function contentFolder(): string {
  return path.resolve('questionnaires')
}

const loaded = new Map<string, Catalogue>()

/** The catalogue of `folder`, read once for a process. Throws an error that lists every failure, each on a line of its own. */
export function loadCatalogue(folder: string = contentFolder()): Catalogue {
  const catalogue = loaded.get(folder) ?? read(folder)
  loaded.set(folder, catalogue)
  return catalogue
}

function read(folder: string): Catalogue {
  const { content, trades, municipalities, history, failures } = readFolder(folder, 'unchanged')
  if (content === undefined || failures.length > 0) {
    throw new Error(`the questionnaires cannot be used:\n${failures.map(written).join('\n')}`)
  }
  return catalogueOf(
    [undefined, ...content.sectors].map(sector => compose(content, sector)),
    { trades: tradesOf(trades.rows), municipalities: municipalitiesOf(municipalities.rows), history },
    new Map(content.trialHour.content.sectors.map(({ id }) => [id, trialListOf(content.trialHour.content, id)])),
  )
}

/** Apart from `read`, so that what it returns does not keep the files in memory. */
function catalogueOf(composed: readonly Questionnaire[], tables: Pick<Catalogue, 'trades' | 'municipalities' | 'history'>, trials: ReadonlyMap<string, TrialList>): Catalogue {
  const questionnaires = new Map(composed.map(questionnaire => [questionnaire.sector.id, questionnaire]))
  const servedBy = (sector: string) =>
    questionnaires.has(sector) ? sector : sectors.some((entry) => entry.id === sector) ? general : undefined
  return {
    sectors: sectors.filter((sector) => questionnaires.has(sector.id)),
    allSectors: sectors,
    questionnaire: (sector) => {
      const questionnaire = questionnaires.get(servedBy(sector) ?? '')
      if (questionnaire === undefined) throw new Error(`there is no sector ${sector}`)
      return questionnaire
    },
    servedBy,
    trialHour: sector => {
      const list = trials.get(sector)
      if (list === undefined) throw new Error(`there is no trial hour for ${sector}`)
      return list
    },
    ...tables,
  }
}
