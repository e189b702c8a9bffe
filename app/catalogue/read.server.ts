/** Reads the folder of questionnaires and checks all of it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { compose } from './compose.ts'
import type { Content, Module, Placed, Report, Table } from './content.ts'
import { asMeasure, asQuestion } from './content.ts'
import { checkConditions } from './checks/conditions.ts'
import { checkCounts, checkLength } from './checks/counts.ts'
import { checkCoverage, checkLifts } from './checks/measures.ts'
import { checkReferences, checkUnique } from './checks/names.ts'
import { checkQuestions } from './checks/questions.ts'
import { checkMunicipalities, checkTrades } from './checks/tables.ts'
import { checkScenes } from './checks/scenes.ts'
import { checkTimelines } from './checks/timelines.ts'
import { readCsv } from './csv.ts'
import type { Failure } from './failure.ts'
import { inOrder } from './failure.ts'
import type { HistoryEntry } from './history.ts'
import { checkHistory } from './history.ts'
import { coreFile, historyFile, scenariosFile, sectorFile, sourcesFile, themesFile, trialHourFile } from './schemas.ts'
import type { CoreFile, SectorFile } from './schemas.ts'
import { sectors } from './sectors.ts'
import { fit } from './structure.ts'
import { checkTrialHour } from './trial-hour.ts'
import type { Strictness, Versions } from './versions.ts'
import { checkVersions } from './versions.ts'
import { readYaml } from './yaml-file.ts'

/** What stands in the folder. `content` is undefined while one of the five shared files does not fit its schema. */
export type Folder = {
  readonly content: Content | undefined
  readonly trades: Table
  readonly municipalities: Table
  /** newest first; empty while the file does not fit its schema */
  readonly history: readonly HistoryEntry[]
  readonly frozen: Versions
  /** in the order of a reader */
  readonly failures: readonly Failure[]
}

/**
 * Reads `folder` and runs every check; `versions` says how frozen it must be. Throws only when the folder itself cannot be read.
 */
export function readFolder(folder: string, versions: Strictness): Folder {
  const failures: Failure[] = []
  const name = (file: string) => `${path.basename(folder)}/${file}`
  const read = (file: string) => {
    try {
      return readFileSync(path.join(folder, file), 'utf8')
    } catch (error) {
      if (!isMissing(error)) throw error
      failures.push({
        file: name(file),
        line: 1,
        column: 1,
        message: 'the file is missing',
        advice: 'write it as questionnaires/README.md says',
      })
      return undefined
    }
  }
  const placed = <Schema extends z.ZodType>(file: string, schema: Schema): Placed<z.infer<Schema>> | undefined => {
    const text = read(file)
    if (text === undefined) return undefined
    const yaml = readYaml(name(file), text)
    const { content, failures: misfits } = fit(yaml.file, schema)
    failures.push(...yaml.failures, ...misfits)
    return content === undefined ? undefined : { file: yaml.file, content }
  }
  const table = (file: string): Table => {
    const text = read(file) ?? ''
    return { file: name(file), header: text.split(/\r?\n/, 1)[0] ?? '', rows: readCsv(text) }
  }

  const themes = placed('themes.yaml', themesFile)
  const scenarios = placed('scenarios.yaml', scenariosFile)
  const sources = placed('sources.yaml', sourcesFile)
  const trialHour = placed('trial-hour.yaml', trialHourFile)
  const core = placed('core.yaml', coreFile)
  const history = placed('history.yaml', historyFile)
  const own: Module[] = []
  for (const file of sectorFiles(path.join(folder, 'sectors'))) {
    const sector = placed(`sectors/${file}`, sectorFile)
    if (sector !== undefined) own.push(asModule(sector))
  }
  own.sort((a, b) => order(a) - order(b))
  const trades = table('trades.csv')
  const municipalities = table('municipalities.csv')
  if (trades.header !== '') failures.push(...checkTrades(trades))
  if (municipalities.header !== '') failures.push(...checkMunicipalities(municipalities))
  const frozen = readVersions(path.join(folder, 'versions.json'))
  const content = themes && scenarios && sources && trialHour && core && { themes, scenarios, sources, trialHour, core: asModule(core), sectors: own }
  if (content !== undefined) failures.push(...check(content, frozen, versions))
  if (content !== undefined && history !== undefined) failures.push(...checkHistory(content, history, frozen, versions))
  return { content, trades, municipalities, history: history?.content.history ?? [], frozen, failures: inOrder(failures) }
}

function check(content: Content, frozen: Versions, versions: Strictness): Failure[] {
  const failures: Failure[] = []
  const report: Report = (file, at, message, advice) => failures.push({ file: file.name, ...file.place(at), message, advice })
  checkUnique(content, report)
  checkReferences(content, report)
  checkConditions(content, report)
  checkQuestions(content, report)
  checkTimelines(content, report)
  checkScenes(content, report)
  checkLifts(content, report)
  checkCounts(content, report)
  checkTrialHour(content, report)
  for (const sector of [undefined, ...content.sectors]) {
    const questionnaire = compose(content, sector)
    checkCoverage(content, questionnaire, report)
    checkLength(content, sector, questionnaire, report)
  }
  checkVersions(content, frozen, versions, report)
  return failures
}

function asModule({ file, content }: Placed<CoreFile | SectorFile>): Module {
  const { questions, measures, ...rest } = content
  return {
    file,
    content: { replaceOptions: [], resources: [], timelineSteps: [], ...rest },
    questions: questions.map((question) => asQuestion(content.id, question)),
    measures: measures.map((measure) => asMeasure(content.id, measure)),
  }
}

function order(module: Module): number {
  const index = sectors.findIndex((sector) => sector.id === module.content.id)
  return index < 0 ? sectors.length : index
}

function sectorFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function readVersions(file: string): Versions {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Versions
  } catch (error) {
    if (isMissing(error)) return {}
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
