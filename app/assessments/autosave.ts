/** Saves what is filled in, by itself: after a short rest, one request at a time, again and again until the server has it. */
import { contentIn, sameContent, type ChangedBy, type Content, type Save, type SaveResult } from './answer-content.ts'

/** How it stands with all that was filled in. */
export type SaveStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved'; readonly at: number; readonly questions: readonly string[] }
  /** somebody else changed what was to be saved: one has to choose */
  | { readonly kind: 'conflict' }
  /** no connection, or a server that is restarting: it goes on trying by itself */
  | { readonly kind: 'waiting'; readonly count: number }
  /** the server refused: `finished` and `gone` will not get better by trying again, `signedOut` will once one has signed in elsewhere */
  | { readonly kind: 'failed'; readonly reason: 'finished' | 'gone' | 'signedOut' | 'badInput' | 'server' }

/** Two contents for one answer, and who wrote theirs; `seen` is when that was found, in epoch milliseconds. */
export type Conflict = { readonly mine: Content; readonly theirs: Content; readonly by: ChangedBy; readonly seen: number }

/** What the outcome of one request is for autosave: the server's word, or none. */
export type SendOutcome = SaveResult | SignedOut | 'noConnection' | 'serverError'

/** The session of this page ended; the scan is not this browser's without it. */
export type SignedOut = { readonly ok: false; readonly reason: 'signedOut' }

export type AutosaveWorld = {
  /** Sends saves; resolves also when it fails. */
  readonly send: (saves: readonly Save[]) => Promise<SendOutcome>
  /** Calls back after so many milliseconds; gives a function that calls it off. */
  readonly later: (milliseconds: number, call: () => void) => () => void
  readonly changed: () => void
}

export type Autosave = {
  /** What a question's fields say now; saved after `rest` milliseconds without another edit. */
  edit(question: string, content: Content, rest: number): void
  /** Sends at once all that is not saved. Resolves true when everything is. */
  settle(): Promise<boolean>
  /** Tries again now: the button beside a failure, or the connection that is back. */
  retry(): void
  /** Goes on with one of the two contents of a conflict. */
  resolve(question: string, keep: 'mine' | 'theirs'): void
  status(): SaveStatus
  /** how many questions are not saved */
  waiting(): number
  versions(): Readonly<Record<string, number>>
  conflicts(): Readonly<Record<string, Conflict>>
}

const retryAfter = [1000, 2000, 4000, 8000, 15_000, 30_000]

export function createAutosave(world: AutosaveWorld, contents: Readonly<Record<string, Content>>, versions: Readonly<Record<string, number>>): Autosave {
  const saved: Record<string, Content> = { ...contents }
  const version: Record<string, number> = { ...versions }
  const current: Record<string, Content> = { ...contents }
  const conflict: Record<string, Conflict> = {}
  let status: SaveStatus = { kind: 'idle' }
  let callOff: (() => void) | undefined
  let sending: Promise<void> | undefined
  let failures = 0

  const unsaved = () => Object.keys(current).filter(id => conflict[id] === undefined && !sameContent(current[id]!, saved[id]!))

  function become(next: SaveStatus): void {
    status = next
    world.changed()
  }

  function schedule(milliseconds: number): void {
    callOff?.()
    callOff = world.later(milliseconds, () => {
      callOff = undefined
      void sendAll()
    })
  }

  function sendAll(): Promise<void> {
    sending ??= sendOnce().finally(() => {
      sending = undefined
    })
    return sending
  }

  async function sendOnce(): Promise<void> {
    callOff?.()
    callOff = undefined
    const saves = unsaved().map(question => ({ ...current[question]!, question, version: version[question]! }))
    if (saves.length === 0) return
    become({ kind: 'busy' })
    const outcome = await world.send(saves)
    if (outcome === 'noConnection' || outcome === 'serverError') {
      schedule(retryAfter[Math.min(failures, retryAfter.length - 1)]!)
      failures += 1
      become(outcome === 'noConnection' ? { kind: 'waiting', count: unsaved().length } : { kind: 'failed', reason: 'server' })
      return
    }
    failures = 0
    if (!outcome.ok) return become({ kind: 'failed', reason: outcome.reason })
    for (const one of outcome.saves) {
      const sent = saves.find(save => save.question === one.question)!
      version[one.question] = one.version
      if (one.ok) saved[one.question] = contentIn(sent)
      else conflict[one.question] = { mine: current[one.question]!, theirs: one.theirs, by: one.by, seen: outcome.at }
    }
    const questions = outcome.saves.filter(one => one.ok).map(one => one.question)
    become(questions.length === 0 ? { kind: 'conflict' } : { kind: 'saved', at: outcome.at, questions })
    if (unsaved().length > 0) schedule(0)
  }

  return {
    edit(question, content, rest) {
      if (sameContent(current[question] ?? content, content)) return
      current[question] = content
      if (conflict[question] !== undefined) conflict[question] = { ...conflict[question], mine: content }
      else schedule(rest)
      world.changed()
    },
    async settle() {
      await sending
      await sendAll()
      return unsaved().length === 0 && Object.keys(conflict).length === 0
    },
    retry() {
      failures = 0
      if (unsaved().length > 0) void sendAll()
    },
    resolve(question, keep) {
      const two = conflict[question]
      if (two === undefined) return
      delete conflict[question]
      saved[question] = two.theirs
      current[question] = two[keep]
      schedule(0)
      world.changed()
    },
    status: () => status,
    waiting: () => unsaved().length,
    versions: () => version,
    conflicts: () => conflict,
  }
}
