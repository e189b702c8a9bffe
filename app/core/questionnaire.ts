/** The shape of a composed questionnaire: everything that is asked, and everything that scoring and the report need to know of it. */

export type Language = 'nl' | 'en'
/** A text in both languages; never empty in either. */
export type Text = { readonly nl: string; readonly en: string }

export const sizes = ['1', '2-9', '10-49', '50-249', '250+'] as const
export type Size = (typeof sizes)[number]

export const regions = [
  'groningen', 'fryslan', 'drenthe', 'ijsselland', 'twente', 'noord-en-oost-gelderland', 'gelderland-midden', 'gelderland-zuid',
  'utrecht', 'noord-holland-noord', 'zaanstreek-waterland', 'kennemerland', 'amsterdam-amstelland', 'gooi-en-vechtstreek',
  'haaglanden', 'hollands-midden', 'rotterdam-rijnmond', 'zuid-holland-zuid', 'zeeland', 'midden-en-west-brabant',
  'brabant-noord', 'brabant-zuidoost', 'limburg-noord', 'zuid-limburg', 'flevoland',
] as const
export type Region = (typeof regions)[number]

/** What is known before the first question; every other fact is an info question. */
export type Profile = { readonly sector: string; readonly size?: Size; readonly region?: Region }
export type ProfileField = 'sector' | 'size' | 'region'
export type Mode = 'quick' | 'full'

export type Condition =
  | { readonly profile: { readonly field: ProfileField; readonly in: readonly string[] } }
  | { readonly answer: { readonly question: string; readonly in: readonly string[] } }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** Hours by the clock; `unlimited` means two weeks or longer and counts as infinite. */
export type Hours = number | 'unlimited'

export type Option = {
  readonly id: string
  readonly label: Text
  readonly sizeOne?: Text
  /** choice: between 0 and 1 */
  readonly score?: number
  /** endurance and tolerance */
  readonly hours?: Hours
  /** info: own words may stand beside this option */
  readonly ownWords?: boolean
}
export type Item = { readonly id: string; readonly label: Text; readonly sizeOne?: Text; readonly weight: number }

export type QuestionType = 'choice' | 'checklist' | 'endurance' | 'tolerance' | 'info'

/** One question. `weight` counts for choice, checklist and endurance only. */
export type Question = {
  readonly id: string
  readonly module: string
  readonly theme: string
  readonly type: QuestionType
  readonly text: Text
  /** the wording for a company of one person */
  readonly sizeOne?: Text
  readonly help?: Text
  readonly why?: Text
  readonly whySizeOne?: Text
  readonly example?: Text
  readonly exampleSizeOne?: Text
  /** whom to ask when the answer is not known */
  readonly ask?: Text
  readonly askSizeOne?: Text
  readonly sources: readonly string[]
  readonly weight: number
  readonly must: boolean
  /** for a must: the few words it is called by in the report ("iedereen bereiken zonder internet") */
  readonly short?: Text
  readonly quick: boolean
  readonly allowNotApplicable: boolean
  readonly topics: readonly string[]
  readonly scenarios: readonly string[]
  readonly showIf?: Condition
  readonly options?: readonly Option[]
  readonly items?: readonly Item[]
  /** endurance: what falls away */
  readonly resource?: string
  /** endurance: hours, 72 unless the question gives another */
  readonly target?: number
}

export type Theme = { readonly id: string; readonly title: Text; readonly intro: Text; readonly weight: number }
export type Topic = { readonly id: string; readonly title: Text }
export type Resource = {
  readonly id: string
  readonly label: Text
  /** in a sentence: "zonder stroom" / "without power" */
  readonly without: Text
  /** what exactly is gone */
  readonly gone: Text
  readonly goneSizeOne?: Text
}

/** At hour `at`, `resource` falls away outside the fence, if `when` holds. */
export type Step = {
  readonly at: number
  readonly resource: string
  readonly when?: Condition
  /** what that means: "na ongeveer 2 uur valt het mobiele netwerk weg" */
  readonly text: Text
  readonly sources: readonly string[]
}
export type Scenario = {
  readonly id: string
  /** one of the three of the campaign */
  readonly campaign: boolean
  readonly title: Text
  /** in a sentence: "Zonder stroom" / "Without power" */
  readonly opening: Text
  readonly summary: Text
  /** hours */
  readonly target: number
  readonly extent: 'nation' | 'area' | 'company'
  readonly timeline: readonly Step[]
  /** what that day looks like in this sector: a picture, not a claim */
  readonly day?: Text
  /** three questions to talk it through at the table */
  readonly drill?: readonly Text[]
}

export type Cost = 'none' | 'under100' | 'under1000' | 'more'
/** Once the measure is done this option holds, or these items do. */
export type Lift = { readonly question: string; readonly option?: string; readonly items?: readonly string[] }
export type Measure = {
  readonly id: string
  readonly module: string
  readonly theme: string
  readonly title: Text
  readonly sizeOne?: Text
  /** one or two sentences: what it is and what it brings */
  readonly description?: Text
  readonly descriptionSizeOne?: Text
  /** a phone call or an object: what you do on Monday at nine */
  readonly firstStep: Text
  readonly firstStepSizeOne?: Text
  /** whom to call or ask */
  readonly call?: Text
  /** minutes the first step takes */
  readonly minutes: number
  /** hours, in steps of a half */
  readonly effort: number
  readonly cost: Cost
  readonly showIf?: Condition
  readonly lifts: readonly Lift[]
  readonly sources: readonly string[]
}

export type Source = {
  readonly id: string
  readonly title: string
  readonly url: string
  /** year or date as text, where known */
  readonly date?: string
  /** one source only, or two and more */
  readonly strength: 'c1' | 'c2' | 'judgement'
}

/** The core module, one sector module and any own modules, in that order, frozen under a content hash. */
export type Questionnaire = {
  /** SHA-256 over the canonical JSON of all the rest, lower-case hex */
  readonly hash: string
  readonly sector: { readonly id: string; readonly title: Text }
  readonly modules: readonly { readonly id: string; readonly version: string }[]
  readonly themes: readonly Theme[]
  readonly topics: readonly Topic[]
  readonly resources: readonly Resource[]
  readonly questions: readonly Question[]
  readonly scenarios: readonly Scenario[]
  readonly measures: readonly Measure[]
  readonly sources: readonly Source[]
  /** what a source or we suggest for the tolerance in this sector, shown as a hint */
  readonly suggestedTolerance?: { readonly hours: number; readonly reason: Text; readonly sources: readonly string[] }
  /** the written reason where the sector weights themes itself */
  readonly themeWeightReason?: Text
}

/** The three question types that are scored. */
export function isScored(question: Pick<Question, 'type'>): boolean {
  return question.type === 'choice' || question.type === 'checklist' || question.type === 'endurance'
}

/** The text for this company: the wording for one person where there is one and it is one person. */
export function wording(text: Text, sizeOne: Text | undefined, size: Size | undefined): Text {
  return size === '1' && sizeOne !== undefined ? sizeOne : text
}
