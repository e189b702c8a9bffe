/** A world for autosave that is moved by hand: requests that wait for an answer, and a clock. */
import { noContent, type ChangedBy, type Content, type Save, type Saved } from './answer-content.ts'
import { createAutosave, type SendOutcome } from './autosave.ts'

export const yes: Content = { ...noContent, answer: { option: 'ja' } }
export const no: Content = { ...noContent, answer: { option: 'nee' } }
export const unknown: Content = { ...noContent, answer: { unknown: true } }
/** Who changed an answer meanwhile. */
export const somebody: ChangedBy = { name: 'Sanne', you: false, at: 900 }
/** Milliseconds of rest before a save in these tests. */
export const rest = 500

function makeWorld() {
  let now = 0
  let timers: { at: number; call: () => void }[] = []
  const requests: { readonly saves: readonly Save[]; readonly answer: (outcome: SendOutcome) => Promise<void> }[] = []
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    requests,
    settled,
    world: {
      send: (saves: readonly Save[]) =>
        new Promise<SendOutcome>(resolve => {
          requests.push({
            saves,
            answer: async outcome => {
              resolve(outcome)
              await settled()
            },
          })
        }),
      later: (milliseconds: number, call: () => void) => {
        const timer = { at: now + milliseconds, call }
        timers.push(timer)
        return () => void (timers = timers.filter(one => one !== timer))
      },
      changed: () => undefined as void,
    },
    /** lets time go by, and calls what comes due */
    async pass(milliseconds: number) {
      now += milliseconds
      for (;;) {
        const due = timers.filter(timer => timer.at <= now).sort((one, other) => one.at - other.at)[0]
        if (due === undefined) return
        timers = timers.filter(timer => timer !== due)
        due.call()
        await settled()
      }
    },
    timers: () => timers.length,
  }
}

/** The server's word that all of it is stored. */
export function stored(saves: readonly Save[]): SendOutcome {
  return { ok: true, at: 1000, saves: saves.map((save): Saved => ({ ok: true, question: save.question, version: save.version + 1 })) }
}

/** The server's word that somebody else changed `question`; the rest is stored. */
export function changed(saves: readonly Save[], question: string, theirs: Content, version: number): SendOutcome {
  return { ok: true, at: 1000, saves: saves.map((save): Saved => (save.question === question ? { ok: false, reason: 'changed', question, version, theirs, by: somebody } : { ok: true, question: save.question, version: save.version + 1 })) }
}

/** Autosave for two questions without an answer, in a world of its own. */
export function makeAutosave() {
  const fake = makeWorld()
  return { fake, autosave: createAutosave(fake.world, { a: noContent, b: noContent }, { a: 0, b: 4 }) }
}
