/** Guessing the code that opens a scan on another device: ten thousand guesses hit nothing, and the server soon answers none. */
import { randomInt } from 'node:crypto'
import { pathsIn } from '#app/paths.ts'
import { largestQuestionnaire } from '../bench/sample-answers.ts'
import { openLine, postForm, startGuest } from '../guest.ts'
import { startServer } from '../real-server.ts'
import type { Outcome } from './drill.ts'

const guesses = 10_000
const atOnce = 16
/** Failures that one address has free in a quarter of an hour; those under way at that moment may come on top. */
const free = 30
/** What codes are made of. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export async function drillGuess(): Promise<Outcome> {
  const server = await startServer()
  const own = openLine(server.port, 1, '127.0.0.2')
  const guesser = openLine(server.port, atOnce)
  const paths = pathsIn('nl')
  try {
    const owner = await startGuest(own, { sector: largestQuestionnaire().sector.id })
    const made = await postForm(own, paths.passOn(owner.scan), { how: 'code' }, owner.cookie)
    const code = /\b([2-9A-Z]{4}-[2-9A-Z]{4})\b/.exec(made.body)?.[1]
    if (code === undefined) throw new Error(`Asking for a code came to ${made.status} without one.`)

    const statuses = new Map<string, number>()
    const hits: string[] = []
    const withoutWait = new Map<string, number>()
    const times: number[] = []
    let left = guesses
    const guessOn = async (where: 'form' | 'link') => {
      while (left-- > 0) {
        const guess = guessOther(code)
        const start = performance.now()
        const reply = where === 'form' ? await postForm(guesser, paths.enterCode, { code: guess }) : await guesser.call({ path: paths.passOnLink(guess) })
        times.push(performance.now() - start)
        const kind = `${where} ${reply.status}`
        statuses.set(kind, (statuses.get(kind) ?? 0) + 1)
        if (reply.status < 400 || reply.headers['set-cookie']?.some(cookie => cookie.startsWith('__Host-'))) hits.push(`${guess} (${kind})`)
        if (reply.status === 429 && reply.headers['retry-after'] === undefined) withoutWait.set(where, (withoutWait.get(where) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, (_, position) => guessOn(position % 2 === 0 ? 'form' : 'link')))

    const broken = hits.slice(0, 5).map(hit => `a guess was let in: ${hit}`)
    for (const [where, count] of withoutWait) broken.push(`${count} refusals by ${where} did not say how long to wait (Retry-After)`)
    const slowed = [...statuses].reduce((sum, [kind, count]) => (kind.endsWith('429') ? sum + count : sum), 0)
    if (guesses - slowed > free + atOnce) broken.push(`${guesses - slowed} guesses were looked up; ${free} are free`)
    const right = await postForm(guesser, paths.enterCode, { code })
    if (right.status !== 429) broken.push(`the right code from the guesser's address came to ${right.status} instead of 429`)
    const elsewhere = await postForm(own, paths.enterCode, { code })
    if (elsewhere.status !== 302) broken.push(`the right code from another address came to ${elsewhere.status}`)
    const again = await postForm(own, paths.enterCode, { code })
    if (again.status !== 410) broken.push(`the same code a second time came to ${again.status} instead of 410`)
    return {
      saw: [
        `${guesses} guesses, ${atOnce} at a time, by form and by link: ${[...statuses].map(([kind, count]) => `${count} × ${kind}`).join(', ')}`,
        `${guesses - slowed} were looked up, ${slowed} were not; the slowest answer took ${Math.max(...times).toFixed(0)} ms`,
        'the right code: refused from the guessing address, opened once from another, used up after that',
      ],
      broken,
    }
  } finally {
    own.close()
    guesser.close()
    await server.stop()
  }
}

function guessOther(code: string): string {
  for (;;) {
    const guess = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
    if (guess !== code.replace('-', '')) return guess
  }
}
