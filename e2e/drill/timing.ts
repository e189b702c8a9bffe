/** Whether the time of an answer tells who has an account: for known and unknown addresses the medians may differ by a tenth at most. */
import { randomUUID } from 'node:crypto'
import { pathsIn } from '#app/paths.ts'
import { openLine, postForm } from '../guest.ts'
import { inParallel, nextAddress } from '../matrix-walk.ts'
import { openCast } from '../members.ts'
import { startServer } from '../real-server.ts'
import type { Outcome } from './drill.ts'

const rounds = 100
/** How far the medians may lie apart, as a part of the smaller one. */
const most = 0.1

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

export async function drillTiming(): Promise<Outcome> {
  const server = await startServer()
  const cast = await openCast(server)
  const paths = pathsIn('nl')
  const saw: string[] = []
  const broken: string[] = []
  try {
    for (const [what, path, fields] of [
      ['signing in', paths.signIn(), () => ({ password: 'niet het goede wachtwoord' })],
      ['signing up', paths.signUp(), () => ({ once: randomUUID() })],
      ['asking for a new password', paths.forgot, () => ({ once: randomUUID() })],
    ] as const) {
      const times = { known: [] as number[], unknown: [] as number[] }
      const statuses = new Set<number>()
      // made before, for what was just written takes longer to read; one after the other and in turn, the first ones for warming up
      const people = await inParallel(Array.from({ length: rounds + 5 }, () => () => cast.person()), 1)
      for (let round = -5; round < rounds; round += 1) {
        const email = people[round + 5]?.email ?? ''
        for (const kind of round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
          const line = openLine(server.port, 1, nextAddress())
          await line.call({ path: paths.health })
          const start = performance.now()
          const reply = await postForm(line, path, { email: kind === 'known' ? email : `${randomUUID()}@example.nl`, ...fields() })
          if (round >= 0) times[kind].push(performance.now() - start)
          statuses.add(reply.status)
          line.close()
        }
      }
      const [known, unknown] = [median(times.known), median(times.unknown)]
      const apart = Math.abs(known - unknown) / Math.min(known, unknown)
      saw.push(`${what}: median ${known.toFixed(1)} ms for ${rounds} known addresses, ${unknown.toFixed(1)} ms for as many unknown ones, ${(apart * 100).toFixed(0)} % apart (${[...statuses].join(', ')})`)
      if (!(apart <= most)) broken.push(`${what} takes ${(apart * 100).toFixed(0)} % longer for one kind of address`)
      if (statuses.size !== 1) broken.push(`${what} came to ${[...statuses].join(' and ')}`)
    }
    return { saw, broken }
  } finally {
    await cast.close()
    await server.stop()
  }
}
