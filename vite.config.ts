/** How Vite builds the pages and how Vitest runs the tests; the Remix options stand in remix.config.js. */
import { vitePlugin as remix } from '@remix-run/dev'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import path from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'
import remixConfig from './remix.config.js'
import { paraglideOptions } from './app/i18n/compile-options.ts'

if (Number(process.versions.node.split('.')[0]) < 24) throw new Error('Paraat runs on Node 24: start it with "npm start" or "npm test".')

const underTest = process.env.VITEST !== undefined

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** The compiled messages need of Paraglide's runtime only the language; ours gives it, and the rest stays out of the pages. */
const ownMessageRuntime: Plugin = {
  name: 'own-message-runtime',
  enforce: 'pre',
  resolveId(source, importer) {
    return source.endsWith('/runtime.js') && importer?.includes('/i18n/paraglide/') ? path.resolve('app/i18n/language.ts') : null
  },
}

/**
 * In the browser a message speaks the language of the page and no other, so its two texts and a choice are all it takes. A message with a
 * capital in its name has another shape, and stays as it is.
 */
const shortMessages: Plugin = {
  name: 'short-messages',
  enforce: 'pre',
  transform(code, id, { ssr } = {}) {
    const name = /export const (\w+) =/.exec(code)?.[1]
    if (ssr === true || name === undefined || !id.includes('/i18n/paraglide/messages/') || id.endsWith('_index.js')) return null
    const [nl, en] = [...code.matchAll(/return \/\*\* [^]*? \*\/ \((`(?:[^`\\]|\\.)*`)\)/g)].map(found => found[1])
    if (nl === undefined || en === undefined) throw new Error(`${id} was compiled in another shape than this expects`)
    return { code: `import { getLocale } from '../runtime.js'\nexport const ${name} = i => getLocale() === 'en' ? ${en} : ${nl}`, map: null }
  },
}

export default defineConfig({
  // under test the messages have been compiled before
  plugins: [ownMessageRuntime, ...(underTest ? [] : [shortMessages, paraglideVitePlugin(paraglideOptions), tailwindcss(), remix(remixConfig)])],
  // tiny chunks cost a page more in requests than they save in bytes; merging larger ones brings words of other pages along
  build: { target: 'es2022', assetsInlineLimit: 0, rollupOptions: { output: { experimentalMinChunkSize: 700 } } },
  ssr: { external: ['better-sqlite3', 'playwright-core', '@sparticuz/chromium', 'pino', 'nodemailer'] },
  test: {
    include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts'],
    setupFiles: ['app/test-setup.ts'],
    testTimeout: 20_000,
    pool: 'forks',
    // by itself Vitest leaves one processor idle
    maxWorkers: '100%',
    // files of one process share what they import: a test file puts back what it changes outside itself
    isolate: false,
  },
})
