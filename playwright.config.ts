/** How the end-to-end tests run: the built app on a free port with a database of its own, in the browser that comes with npm. */
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { defineConfig } from '@playwright/test'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

// Workers read this file again, and inherit what the first reading chose.
const port = (process.env.E2E_PORT ??= String(await freePort()))
const dataFolder = (process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'paraat-e2e-')))
const browser = (process.env.E2E_BROWSER ??= process.env.CHROMIUM_PATH ?? (await chromium.executablePath()))
const origin = `http://localhost:${port}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: path.join(tmpdir(), `paraat-e2e-results-${port}`),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: origin,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      executablePath: browser,
      args: [
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: 'node app/commands/serve.ts',
    url: `${origin}/health`,
    timeout: 90_000,
    env: { PORT: port, DATA_DIR: dataFolder, ORIGIN: origin, LOG_LEVEL: 'warn', API_RATE_LIMIT: '1000' },
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
