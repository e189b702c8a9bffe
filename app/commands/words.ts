/** Turns app/i18n/messages into functions, as Vite does, so that types can be checked before anything is built. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { compile } from '@inlang/paraglide-js'
import { paraglideOptions } from '#app/i18n/compile-options.ts'

const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
await compile(paraglideOptions)
if (!existsSync(path.join(root, paraglideOptions.outdir, 'messages.js'))) throw new Error('no messages were made')
// The compiler leaves a timer running.
process.exit(0)
