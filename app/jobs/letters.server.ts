/** Sends the letters of the outbox: every 15 seconds, and at once after one was queued. */
import type { Logger } from 'pino'
import type { World } from '#db/open.server.ts'
import { sendDue } from '#app/mail/outbox.server.ts'
import type { Transport } from '#app/mail/transport.server.ts'

const interval = 15_000

export type Letters = { readonly sendSoon: () => void; readonly stop: () => Promise<void> }

/** Begins sending. A round that is under way is not begun again; what fails is tried again later and stands in the log. */
export function startLetters(world: World, transport: Transport, log: Logger): Letters {
  let round: Promise<void> | undefined
  const send = () => {
    round ??= sendDue(world.database, transport, world.now)
      .then(report => {
        if (report.sent > 0) log.info({ sent: report.sent }, 'letters sent')
        for (const error of report.errors) log.warn({ error }, 'a letter could not be sent')
      })
      .catch((error: unknown) => log.error({ err: error }, 'sending letters failed'))
      .finally(() => {
        round = undefined
      })
  }
  const timer = setInterval(send, interval)
  send()
  return {
    sendSoon: () => void (round === undefined ? send() : round.then(send)),
    async stop() {
      clearInterval(timer)
      await round
      transport.close()
    },
  }
}
