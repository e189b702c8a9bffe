/** Walks the table of routes over HTTP: each request from an address of its own, so that nobody slows another one down. */
import type { Language } from '#app/core/questionnaire.ts'
import { openLine, type Reply } from './guest.ts'
import { actors, addressOf, expected, isGuest, isMember, type Actor, type Body, type Fields, type Row, type Where } from './matrix-rules.ts'
import { nowhere, type Cast, type Person, type Place } from './members.ts'

/** Somebody at a place: who asks, with which cookie, and what is asked for. */
export type Stage = { readonly actor: Actor; readonly where: Where; readonly cookie: string; readonly place: Place; /** what to call the ids of who asks, where that is nobody of the place */ readonly names?: Readonly<Record<string, string>> }

/** The people of the whole walk: nobody of them is allowed to change anything, so that they can be shared. */
export type Standing = { readonly own: Place; readonly other: Place; readonly guest: Place; readonly withoutCompany: Person; readonly operator: Person }

export async function standingOf(cast: Cast): Promise<Standing> {
  const [own, other, guest, withoutCompany, operator] = await Promise.all([cast.company(), cast.company(), cast.guest(), cast.person(), cast.operator()])
  return { own, other, guest, withoutCompany, operator }
}

/** Sets the stage with those who are there all the time; `none` is a place that does not exist. */
export function stageOf({ own, other, guest, withoutCompany, operator }: Standing, actor: Actor, where: Where): Stage {
  const place = where === 'none' ? nowhere() : where === 'other' ? other : isGuest(actor) ? guest : own
  if (isMember(actor)) return { actor, where, place, cookie: own.people[actor].cookie }
  const both = `${guest.cookie}; ${withoutCompany.cookie}`
  const cookies = { guest: guest.cookie, signedInGuest: both, withoutCompany: withoutCompany.cookie, operator: operator.cookie, nobody: '', halfway: own.halfway.cookie }
  return { actor, where, place, cookie: cookies[actor] }
}

/** Sets a stage of its own, at the actor's own place, for a request that may change all of it. */
export async function freshStage(cast: Cast, actor: Actor): Promise<Stage> {
  const place = isGuest(actor) ? await cast.guest() : await cast.company()
  const stage = { actor, where: 'own', place } as const
  if (isMember(actor)) return { ...stage, cookie: place.people[actor].cookie }
  if (actor === 'guest') return { ...stage, cookie: place.cookie }
  if (actor === 'nobody') return { ...stage, cookie: '' }
  if (actor === 'halfway') return { ...stage, cookie: place.halfway.cookie }
  const { id, email, name, session, cookie } = actor === 'operator' ? await cast.operator() : await cast.person()
  return { ...stage, cookie: isGuest(actor) ? `${place.cookie}; ${cookie}` : cookie, names: { [id]: 'asker', [email]: 'address', [name]: 'name', [session]: 'session' } }
}

export type Ask = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly suffix?: string; readonly body?: Body | undefined }

let lastAddress = 0
/** An address of this machine that nobody used before. */
export function nextAddress(): string {
  lastAddress += 1
  return `127.${10 + (lastAddress >> 16)}.${(lastAddress >> 8) & 255}.${lastAddress & 255}`
}

/** The words and the type of a posted body. */
export function encoded(body: Body): { body: string; type: string } {
  if ('json' in body && typeof body.json !== 'string') return { body: JSON.stringify(body.json), type: 'application/json' }
  return { body: new URLSearchParams(body as Fields).toString(), type: 'application/x-www-form-urlencoded' }
}

/** Sends one request for a row from an address of its own. */
export async function ask(port: number, row: Row, language: Language, { cookie, place }: Stage, { method = 'GET', headers = {}, suffix = '', body }: Ask = {}): Promise<Reply> {
  const line = openLine(port, 1, nextAddress())
  const sent = body === undefined ? null : encoded(body)
  const all = { ...(cookie === '' ? {} : { Cookie: cookie }), ...(sent === null ? {} : { 'Content-Type': sent.type }), ...headers }
  try {
    return await line.call({ method, path: withSuffix(addressOf(row, language, place), suffix), headers: all, ...(sent === null ? {} : { body: sent.body }) })
  } finally {
    line.close()
  }
}

function withSuffix(address: string, suffix: string): string {
  const [path = '', query] = address.split('?')
  return (path === '/' && suffix !== '' ? '/_root' : path) + suffix + (query === undefined ? '' : `?${query}`)
}

/** The body that succeeds for who may, or an empty form. */
export function bodyOf(row: Row, place: Place): Body {
  return row.body?.(place) ?? {}
}

/** Who posts to a row where one will do: the first of all who may and, where a scan can be a guest's too, a guest. */
export function postersOf(row: Row): Actor[] {
  const { post, by } = row
  if (post === undefined) return []
  if (by !== undefined) return [by]
  const allowed = actors.filter(actor => expected(post, actor, 'own') === 'ok')
  return allowed.filter((actor, index) => index === 0 || (post.door === 'scan' && actor === 'guest'))
}

/** Runs tasks, so many at a time, in their order. */
export async function inParallel<T>(tasks: readonly (() => Promise<T>)[], atOnce: number): Promise<T[]> {
  const done: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(atOnce, tasks.length) }, async () => {
      while (next < tasks.length) {
        const index = next++
        done[index] = await tasks[index]!()
      }
    }),
  )
  return done
}
