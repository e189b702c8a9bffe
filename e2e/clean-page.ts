/** The test of every spec: it fails when a page writes an error to the console, breaks its own policy, loses a request or calls another site. */
import { expect, test as plain, type BrowserContext, type Page } from '@playwright/test'

type Fixtures = {
  /** Says which errors a test brings about on purpose. */
  readonly allow: (...patterns: readonly RegExp[]) => void
  /** Opens a second browser that shares nothing with the first, such as a phone. */
  readonly otherDevice: (settings?: Parameters<import('@playwright/test').Browser['newContext']>[0]) => Promise<Page>
  readonly watched: { readonly troubles: string[]; readonly watch: (context: BrowserContext) => void }
}

export const test = plain.extend<Fixtures>({
  watched: [
    async ({ context }, use) => {
      const troubles: string[] = []
      const watch = (one: BrowserContext) => {
        one.on('console', message => {
          // what a page that is left was still reading breaks off
          if (message.text().includes('BodyStreamBuffer was aborted')) return
          if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console ${message.type()}: ${message.text()}`)
        })
        one.on('weberror', error => troubles.push(`error in the page: ${error.error().message}`))
        one.on('requestfailed', request => {
          const why = request.failure()?.errorText ?? ''
          // a page that is left lets go of what it was fetching; scripts that are switched off fail as if by policy, real ones say so in the console
          if (why !== 'net::ERR_ABORTED' && !(why === 'csp' && request.resourceType() === 'script')) troubles.push(`failed request: ${request.url()} ${why}`)
        })
        one.on('request', request => {
          const { protocol, hostname } = new URL(request.url())
          if (protocol.startsWith('http') && hostname !== 'localhost') troubles.push(`request to another site: ${request.url()}`)
        })
        one.on('response', response => {
          if (response.status() >= 500) troubles.push(`answer ${response.status()}: ${response.url()}`)
        })
      }
      watch(context)
      await use({ troubles, watch })
    },
    { auto: true },
  ],
  allow: [
    async ({ watched }, use) => {
      const allowed: RegExp[] = []
      await use((...patterns) => void allowed.push(...patterns))
      expect(watched.troubles.filter(trouble => !allowed.some(pattern => pattern.test(trouble)))).toEqual([])
    },
    { auto: true },
  ],
  otherDevice: async ({ browser, watched, baseURL }, use) => {
    const opened: BrowserContext[] = []
    await use(async settings => {
      const context = await browser.newContext({ baseURL, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...settings })
      watched.watch(context)
      opened.push(context)
      return await context.newPage()
    })
    for (const context of opened) await context.close()
  },
})

export { expect }
