/** Who runs on which core: the server on the first, alone; what loads it on the second. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { canPin } from '../real-server.ts'

const several = canPin && availableParallelism() > 1
/** The core of the server; undefined where cores cannot be chosen or there is only one. */
export const serverCore = several ? 0 : undefined

/** Runs `measure` with this process, all its threads, held to the second core; afterwards it may run anywhere again. */
export async function besideServer<T>(measure: () => Promise<T>): Promise<T> {
  if (!several) return await measure()
  hold('1')
  try {
    return await measure()
  } finally {
    hold(`0-${availableParallelism() - 1}`)
  }
}

function hold(cores: string): void {
  spawnSync('taskset', ['-acp', cores, String(process.pid)])
}
