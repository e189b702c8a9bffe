/** The paper form as data: what a company of this sector and size can be asked, in the order of the screens, in one language. Pure. */
import { reach } from '#app/catalogue/reach.ts'
import { minutesFor } from '#app/catalogue/reading-time.ts'
import { sizes, type Language, type Mode, type Question, type Questionnaire, type Size } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FormVariant } from '#app/paths.ts'
import { questionsOn, themeOf } from '../flow.ts'
import { viewQuestion, type QuestionView } from '../question-view.ts'
import { codesOf, letteredPages, type Lettered } from './codes.ts'
import { whenInWords, type Naming } from './condition-words.ts'
import { remaining } from './known-condition.ts'

export type FormOption = { readonly label: string; /** own words may stand beside it */ readonly line: boolean }
export type FormQuestion = {
  readonly code: string
  readonly id: string
  readonly text: string
  readonly help: string | null
  readonly must: boolean
  /** when it is to be answered; null: always */
  readonly when: string | null
  /** one: circles, several: squares */
  readonly choose: 'one' | 'several'
  readonly options: readonly FormOption[]
  /** what stands apart from the options: none of these, not known, not applicable */
  readonly apart: readonly string[]
}
export type HourRow = Pick<FormQuestion, 'code' | 'id' | 'text' | 'help' | 'when'> & {
  /** the text is what falls away, not a whole question */
  readonly named: boolean
  readonly notNeeded: boolean
}
/** Rows under each other that have the same marks. */
export type HourTable = { readonly marks: QuestionView['options']; readonly rows: readonly HourRow[] }
export type FormSection = { readonly letter: string; readonly title: string; readonly intro: string | null } & (
  | { readonly kind: 'questions'; readonly questions: readonly FormQuestion[] }
  | { readonly kind: 'hours'; readonly tables: readonly HourTable[] }
)
export type PaperFormView = {
  readonly variant: FormVariant
  readonly sector: string
  /** "core 1.0.0 + bouw 1.0.0" */
  readonly version: string
  /** the first twelve digits of the questionnaire's hash, as in the report */
  readonly hash: string
  readonly minutes: number
  /** numbers are left out where a question is not for this company or not in a quick scan */
  readonly gaps: boolean
  readonly sections: readonly FormSection[]
}

const alone: readonly Size[] = ['1']
const together: readonly Size[] = sizes.filter(size => size !== '1')

/** The sizes that a variant of the form is for. */
export function sizesOf(variant: FormVariant): readonly Size[] {
  return variant.alone ? alone : together
}

function modeOf(variant: FormVariant): Mode {
  return variant.quick ? 'quick' : 'full'
}

/** The questions on the form: all that a company of one of the sizes can come to see, in the questionnaire's order. */
export function askedOnPaper(questionnaire: Questionnaire, variant: FormVariant): Question[] {
  const seen = sizesOf(variant).map(size => reach(questionnaire, modeOf(variant), size))
  return questionnaire.questions.filter(question => seen.some(chances => chances.get(question.id) !== 'no'))
}

export function paperFormView(questionnaire: Questionnaire, variant: FormVariant, language: Language): PaperFormView {
  const asked = askedOnPaper(questionnaire, variant)
  const codes = codesOf(questionnaire)
  // both wordings differ for one person only
  const viewOf = (question: Question) => viewQuestion(questionnaire, question, language, variant.alone ? '1' : '2-9')
  const naming: Naming = id => {
    const view = viewOf(asked.find(question => question.id === id)!)
    return { code: codes.get(id)!, options: view.type === 'checklist' ? view.items : view.options }
  }
  const known = { sector: questionnaire.sector.id, sizes: sizesOf(variant), asked: (id: string) => asked.some(question => question.id === id) }
  const formOf = (question: Question): Asked => {
    const left = question.showIf === undefined ? true : remaining(question.showIf, known)
    return { view: viewOf(question), code: codes.get(question.id)!, when: typeof left === 'boolean' ? null : whenInWords(left, naming) }
  }
  const sections = letteredPages(questionnaire).flatMap(lettered => {
    const here = questionsOn(lettered.page, questionnaire)
    const questions = here.filter(question => asked.includes(question)).map(formOf)
    return questions.length === 0 ? [] : [{ section: sectionOf(questionnaire, lettered, questions, language), whole: questions.length === here.length }]
  })
  return {
    variant,
    sector: questionnaire.sector.title[language],
    version: questionnaire.modules.map(module => `${module.id} ${module.version}`).join(' + '),
    hash: questionnaire.hash.slice(0, 12),
    minutes: Math.max(...sizesOf(variant).map(size => minutesFor(questionnaire, modeOf(variant), size))),
    gaps: sections.some(({ whole }) => !whole),
    sections: sections.map(({ section }) => section),
  }
}

type Asked = { readonly view: QuestionView; readonly code: string; readonly when: string | null }

function sectionOf(questionnaire: Questionnaire, { letter, page }: Lettered, asked: readonly Asked[], language: Language): FormSection {
  if (page.kind === 'howLong') return { kind: 'hours', letter, title: m.scan_how_long_title(), intro: m.scan_how_long_intro(), tables: hourTables(asked) }
  const questions = asked.map(questionOf)
  if (page.kind === 'first') return { kind: 'questions', letter, title: m.scan_first_title(), intro: m.scan_first_intro(), questions }
  const theme = themeOf(questionnaire, page.theme)!
  return { kind: 'questions', letter, title: theme.title[language], intro: theme.intro[language], questions }
}

function questionOf({ view, code, when }: Asked): FormQuestion {
  const several = view.type === 'checklist'
  return {
    code,
    id: view.id,
    text: view.text,
    help: view.help,
    must: view.must,
    when,
    choose: several ? 'several' : 'one',
    options: several
      ? view.items.map(item => ({ label: item.label, line: false }))
      : view.options.map(option => ({ label: option.label, line: option.ownWords === true })),
    apart: [
      ...(several ? [m.scan_none_of_these()] : []),
      m.scan_unknown(),
      ...(view.allowNotApplicable ? [m.scan_not_applicable()] : []),
    ],
  }
}

function hourTables(asked: readonly Asked[]): HourTable[] {
  const tables: { marks: QuestionView['options']; rows: HourRow[] }[] = []
  for (const { view, code, when } of asked) {
    const last = tables.at(-1)
    const row = {
      code,
      id: view.id,
      text: view.resource?.label ?? view.text,
      named: view.resource?.label != null,
      help: view.help ?? view.resource?.gone ?? null,
      when,
      notNeeded: view.allowNotApplicable,
    }
    if (last !== undefined && sameMarks(last.marks, view.options)) last.rows.push(row)
    else tables.push({ marks: view.options, rows: [row] })
  }
  return tables
}

function sameMarks(one: QuestionView['options'], other: QuestionView['options']): boolean {
  return one.length === other.length && one.every((mark, index) => mark.hours === other[index]?.hours)
}
