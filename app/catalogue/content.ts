/** The content as the checks see it: each file that fits its schema, beside the place of everything in it. */
import type { Measure, Question } from '#app/core/questionnaire.ts'
import type { Row } from './csv.ts'
import { optionsOfMarks, usualMarks } from './marks.ts'
import type { MeasureInFile, QuestionInFile, ScenariosFile, SectorFile, SourcesFile, ThemesFile, TrialHourFile } from './schemas.ts'
import type { Path, YamlFile } from './yaml-file.ts'

export type Placed<Content> = { readonly file: YamlFile; readonly content: Content }

/** Questions and measures stand in the order of the file, so that an index leads back to a place. */
export type Module = Placed<Omit<SectorFile, 'questions' | 'measures'>> & {
  readonly questions: readonly Question[]
  readonly measures: readonly Measure[]
}

/** Everything that is checked together. A sector file that does not fit its schema is not among them. */
export type Content = {
  readonly themes: Placed<ThemesFile>
  readonly scenarios: Placed<ScenariosFile>
  readonly sources: Placed<SourcesFile>
  /** no part of a questionnaire: it changes no version */
  readonly trialHour: Placed<TrialHourFile>
  readonly core: Module
  readonly sectors: readonly Module[]
}

export type Table = { readonly file: string; readonly header: string; readonly rows: readonly Row[] }

/** How a check says what is wrong: where, what, and what to do. */
export type Report = (file: YamlFile, path: Path, message: string, advice: string) => void

/** A question as it is asked: with its module, its usual values, and marks turned into options. */
export function asQuestion(module: string, inFile: QuestionInFile): Question {
  const common = { weight: 1, must: false, allowNotApplicable: false, ...inFile, module }
  if (inFile.type !== 'endurance' && inFile.type !== 'tolerance') return common
  const { marks, ...rest } = { ...common, marks: inFile.marks }
  return {
    ...rest,
    options:
      inFile.options ??
      optionsOfMarks(marks ?? usualMarks.filter((hours) => inFile.type === 'endurance' || hours !== 'unlimited'), inFile.type),
  }
}

export function asMeasure(module: string, inFile: MeasureInFile): Measure {
  return { ...inFile, module }
}

/** The module `core` and the sector's own, in the order in which they are asked. */
export function modulesOf(content: Content, sector: Module | undefined): Module[] {
  return sector === undefined ? [content.core] : [content.core, sector]
}
