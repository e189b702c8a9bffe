/** A server of a spec's own: to restart it, to look into its database, or to be guessed at without slowing down the others. */
import { createServer } from 'node:net'
import { startServer, type RealServer } from './real-server.ts'

/** Starts one on a port that the system gives, so that two workers never ask for the same. `logLevel`: silent unless given. */
export async function ownServer(logLevel?: string): Promise<RealServer> {
  const probe = createServer()
  const port = await new Promise<number>((resolve, reject) => {
    probe.listen(0, () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })
  await new Promise(resolve => probe.close(resolve))
  return await startServer({ port, ...(logLevel === undefined ? {} : { logLevel }) })
}
