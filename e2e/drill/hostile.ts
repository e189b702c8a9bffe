/** A thousand bodies of nonsense for every form, new ones at each run: none may be an error of ours, and the server serves on. */
import { randomInt } from 'node:crypto'
import { rows } from '../matrix.ts'
import { openCast } from '../members.ts'
import { postNonsense } from '../nonsense.ts'
import { startServer } from '../real-server.ts'
import type { Outcome } from './drill.ts'

const perForm = 1000

export async function drillHostile(): Promise<Outcome> {
  const server = await startServer()
  const cast = await openCast(server)
  const seed = randomInt(1_000_000)
  const broken: string[] = []
  try {
    const forms = rows.filter(row => row.post !== undefined && row.slow !== true)
    for (const [index, row] of forms.entries()) broken.push(...(await postNonsense(server.port, cast, row, seed + index, perForm, 8)))
    if (server.child.exitCode !== null) broken.push(`the server ended with ${server.child.exitCode}`)
    return { saw: [`${forms.length} forms, ${perForm} bodies each (seed ${seed}): ${broken.length} errors of ours`], broken: broken.slice(0, 20) }
  } finally {
    await cast.close()
    await server.stop()
  }
}
