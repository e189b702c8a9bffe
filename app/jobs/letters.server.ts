/** Sends the letters of the outbox: when the job comes round, and at once after one was queued. */
import type { Logger } from 'pino'
import type { World } from '#db/open.server.ts'
import { sendDue } from '#app/mail/outbox.server.ts'
import type { Transport } from '#app/mail/transport.server.ts'

export type Letters = {
  /** Sends what is due and says how it went, in numbers. A round that is under way is not begun again. */
  readonly send: () => Promise<Record<string, number>>
  /** The same without waiting; what fails stands in the log. */
  readonly sendSoon: () => void
  readonly stop: () => Promise<void>
}

export function startLetters(world: World, transport: Transport, log: Logger): Letters {
  let round: Promise<Record<string, number>> | undefined
  const send = () => {
    round ??= sendDue(world.database, transport, world.now)
      .then(({ sent, later, failed, errors }) => {
        if (sent > 0) log.info({ sent }, 'letters sent')
        for (const error of errors) log.warn({ error }, 'a letter could not be sent')
        return { sent, later, failed }
      })
      .finally(() => {
        round = undefined
      })
    return round
  }
  const quietly = () => void send().catch((error: unknown) => log.error({ err: error }, 'sending letters failed'))
  return {
    send,
    sendSoon: () => void (round === undefined ? quietly() : round.then(quietly, quietly)),
    async stop() {
      await round?.catch(() => undefined)
      transport.close()
    },
  }
}
