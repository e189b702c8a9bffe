/** How the table of routes is read: which doors there are, and what each of them comes to for whom. */
import { memberRoles, may, type MemberRole, type Permission } from '#app/core/permissions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { pathsIn, type Paths } from '#app/paths.ts'
import routes from '#app/routes.ts'
import type { Reply } from './guest.ts'
import { givenTheme, type Place } from './members.ts'

/** `signedInGuest`: signed in, without a company, in the browser of a guest; `halfway`: a member whose second factor is still asked. */
export const actors = [...memberRoles, 'guest', 'signedInGuest', 'withoutCompany', 'operator', 'nobody', 'halfway'] as const
export type Actor = (typeof actors)[number]
/** Whose the place is that is asked for: the actor's own, somebody else's, or of which there is none. */
export const wheres = ['own', 'other', 'none'] as const
export type Where = (typeof wheres)[number]

/** 2xx or on to a page of ours; on to the sign-in page; or a status. */
export type Outcome = 'ok' | 'signIn' | 'elsewhere' | number

/** `may`: what has to be allowed; `theme`: in which theme, where it is about one. */
export type Rule = (
  | { readonly door: 'anyone' | 'user' | 'half' | 'owner' | 'operator' | 'link' }
  | { readonly door: 'scan' | 'company'; readonly may: Permission; readonly theme?: string }
  | { readonly door: 'status'; readonly status: number }
) & {
  /** for whom it comes to something else */
  readonly but?: (actor: Actor, where: Where) => Outcome | undefined
}

export const anyone: Rule = { door: 'anyone' }
/** Who is signed in, about nobody but oneself. */
export const user: Rule = { door: 'user' }
/** Who has given the password, and may go on to the second step. */
export const half: Rule = { door: 'half' }
/** The owner of the place alone, by a link that was mailed to that address: for others who are signed in it is not there. */
export const ownersLink: Rule = { door: 'owner' }
export const operator: Rule = { door: 'operator' }
/** Whoever has the secret of a mailed link. */
export const link: Rule = { door: 'link' }
export const scan = (permission: Permission, theme?: string): Rule => ({ door: 'scan', may: permission, ...(theme === undefined ? {} : { theme }) })
export const company = (permission: Permission): Rule => ({ door: 'company', may: permission })
/** Whoever has the link of an invitation looks at it; who is signed in with another address cannot accept it. */
export const invitation = (what: 'look' | 'accept'): Rule => ({
  door: 'link',
  but: (actor, where) => (where === 'none' ? 410 : what === 'accept' && isSignedIn(actor) ? 422 : undefined),
})
export const status = (code: number): Rule => ({ door: 'status', status: code })

export const isGuest = (actor: Actor): boolean => actor === 'guest' || actor === 'signedInGuest'
const isSignedIn = (actor: Actor): boolean => actor !== 'guest' && actor !== 'nobody' && actor !== 'halfway'
export const isMember = (actor: Actor): actor is MemberRole => (memberRoles as readonly Actor[]).includes(actor)

/** What a rule comes to for this actor at this place. */
export function expected(rule: Rule, actor: Actor, where: Where): Outcome {
  const signedIn = isSignedIn(actor)
  const other = rule.but?.(actor, where)
  if (other !== undefined) return other
  switch (rule.door) {
    case 'status':
      return rule.status
    case 'anyone':
      return 'ok'
    case 'link':
      return where === 'none' ? 404 : 'ok'
    case 'user':
      return signedIn ? 'ok' : 'signIn'
    case 'half':
      return signedIn || actor === 'halfway' ? 'ok' : 'signIn'
    case 'owner':
      return signedIn ? (actor === 'owner' && where === 'own' ? 'ok' : 404) : 'signIn'
    case 'operator':
      return actor === 'operator' ? 'ok' : signedIn ? 404 : 'signIn'
    case 'scan':
    case 'company': {
      if (rule.door === 'company' && !signedIn) return 'signIn'
      const guest = rule.door === 'scan' && isGuest(actor)
      if (where !== 'own' || !(isMember(actor) || guest)) return 404
      const who = { role: isMember(actor) ? actor : ('guest' as const), themes: actor === 'contributor' ? [givenTheme] : [] }
      return may(who, rule.may, rule.theme ?? null) ? 'ok' : isMember(actor) ? 403 : 404
    }
  }
}

/** What an answer comes to. */
export function outcomeOf(reply: Reply): Outcome {
  const to = reply.headers.location
  if (to !== undefined) {
    if (!/^\/(?![/\\])/.test(to)) return 'elsewhere'
    return /^(\/en)?\/inloggen(\?|$)/.test(to) ? 'signIn' : 'ok'
  }
  return reply.status < 400 ? 'ok' : reply.status
}

export type Fields = Readonly<Record<string, string>>
/** What is posted: a form, or JSON where the route takes that. */
export type Body = Fields | { readonly json: unknown }

/** One route: its address at a place, who may look, and who may post what. Without `post` it takes no unsafe method: 405. */
export type Row = {
  readonly file: string
  readonly at: (paths: Paths, place: Place) => string
  /** absent where a row before looks at the same address */
  readonly get?: Rule
  readonly post?: Rule
  /** what succeeds for the first who may; called anew for each request, for it may hold a once-key */
  readonly body?: (place: Place) => Body
  /** true: answering takes a printer */
  readonly slow?: true
  /** how a repeat differs on purpose from one request, where it does: each makes its own (many); each is noted in the log or given a session (noted) */
  readonly repeat?: 'many' | 'noted'
  /** who posts to it where one will do, where that is not the first who may */
  readonly by?: Actor
  /** the fields of a stranger's form that mean something to this one */
  readonly takes?: readonly string[]
}

type Entry = { readonly id?: string; readonly file: string; readonly path?: string; readonly children?: readonly Entry[] }

/** Every route of the site: its file, and in which languages it is there; the interface and the like are there once, in none. */
export function everyRoute(): Map<string, Language[]> {
  const found = new Map<string, Language[]>()
  const walk = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      const file = entry.file.replace(/^routes\//, '')
      const language = /^(nl|en):/.exec(entry.id ?? '')?.[1] as Language | undefined
      found.set(file, [...(found.get(file) ?? []), ...(language === undefined ? [] : [language])])
      walk(entry.children ?? [])
    }
  }
  walk(routes)
  return found
}

/** The address of a row in one language. */
export function addressOf(row: Row, language: Language, place: Place): string {
  return row.at(pathsIn(language), place)
}
