/** The sources with what rests on them, the judgement with what rests on that alone, and how many questions of each sector rest on what. */
import type { Source } from '#app/core/questionnaire.ts'
import { say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Basis, Claim, Kind } from './basis.ts'
import { judgement, strengthOf } from './basis.ts'

/** `code`: its id, as the interface has it; `notes`: what else there is to know of it. */
export type ClaimView = {
  readonly key: string
  readonly text: string
  readonly code: string
  readonly notes: readonly string[]
}
export type ClaimList = { readonly kind: Kind; readonly title: string; readonly claims: readonly ClaimView[] }
export type SourceView = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly date: string | null
  readonly strength: string
  readonly lists: readonly ClaimList[]
}
type Group = { readonly id: string; readonly title: string; readonly count: string }
export type SourceGroup = Group & { readonly sources: readonly SourceView[] }
export type JudgementGroup = Group & { readonly lists: readonly ClaimList[] }
/** Numbers of scored questions. */
export type StrengthRow = {
  readonly id: string
  readonly title: string
  readonly all: number
  readonly more: number
  readonly one: number
  readonly judgement: number
}

/** By module, each source that something in it rests on, with all that does: so who opens one sector sees everything of it. */
export function sourceGroups(basis: Basis): SourceGroup[] {
  return basis.modules.flatMap(({ id }) => {
    const claims = basis.claims.filter((claim) => claim.module === id)
    const sources = basis.sources.flatMap((source) => {
      const resting = claims.filter((claim) => claim.sources.includes(source.id))
      return resting.length === 0 ? [] : [sourceView(source, resting)]
    })
    if (sources.length === 0) return []
    const sourced = claims.filter((claim) => claim.sources.some((source) => source !== judgement))
    const count = { sources: sources.length, questions: scoredIn(sourced), measures: measuresIn(sourced) }
    return [{ id, title: moduleTitle(basis, id), count: m.account_group_count(count), sources }]
  })
}

function sourceView({ id, title, url, date, strength }: Source, resting: readonly Claim[]): SourceView {
  const words = strength === 'c2' ? m.account_strength_more() : m.account_strength_one()
  return { id, title, url, date: date ?? null, strength: words, lists: claimLists(resting) }
}

/** What rests on our judgement alone, by module. What rests on a source as well stands there, marked. */
export function judgementGroups(basis: Basis): JudgementGroup[] {
  return basis.modules.flatMap(({ id }) => {
    const claims = basis.claims.filter((claim) => claim.module === id && claim.sources.every((source) => source === judgement))
    if (claims.length === 0) return []
    const count = { questions: scoredIn(claims), measures: measuresIn(claims) }
    return [{ id, title: moduleTitle(basis, id), count: m.account_judgement_count(count), lists: claimLists(claims) }]
  })
}

/** One row for each module, core first. */
export function strengthRows(basis: Basis): StrengthRow[] {
  const sources = new Map(basis.sources.map((source) => [source.id, source]))
  return basis.modules.map(({ id }) => {
    const scored = basis.claims.filter((claim) => claim.scored && claim.module === id)
    const count = (strength: string) => scored.filter((claim) => strengthOf(claim, sources) === strength).length
    return { id, title: moduleTitle(basis, id), all: scored.length, more: count('more'), one: count('one'), judgement: count('judgement') }
  })
}

export function moduleTitle(basis: Basis, id: string): string {
  const title = basis.modules.find((module) => module.id === id)?.title
  return title === undefined || title === null ? m.account_module_core() : say(title)
}

function scoredIn(claims: readonly Claim[]): number {
  return claims.filter((claim) => claim.scored).length
}

function measuresIn(claims: readonly Claim[]): number {
  return claims.filter((claim) => claim.kind === 'measure').length
}

function claimLists(claims: readonly Claim[]): ClaimList[] {
  const titles: Record<Kind, string> = {
    question: m.account_questions(),
    measure: m.account_measures(),
    step: m.account_steps(),
    tolerance: m.account_tolerances(),
  }
  return (['question', 'measure', 'step', 'tolerance'] as const).flatMap((kind) => {
    const own = claims.filter((claim) => claim.kind === kind)
    if (own.length === 0) return []
    return [{ kind, title: titles[kind], claims: own.map(claimView) }]
  })
}

function claimView(claim: Claim, index: number): ClaimView {
  const notes: string[] = []
  if (claim.kind === 'question' && !claim.scored) notes.push(m.account_not_scored())
  if (claim.sources.length > 1 && claim.sources.includes(judgement)) notes.push(m.account_partly_judgement())
  return { key: `${claim.id}-${index}`, text: say(claim.text), code: claim.id, notes }
}
