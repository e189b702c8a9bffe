/** Builds the pages when their sources changed since the last build, and compresses what the server answers from memory. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compressible } from '#app/server/static-files.ts'

const root = path.resolve(import.meta.dirname, '../..')
const stamp = path.join(root, 'build/sources-hash')

/** The folders and files that a build depends on. */
const sources = ['app', 'db', 'public', 'package-lock.json', 'package.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts']
const leftOut = /(\/paraglide\/|\.test\.tsx?$|\/fixtures\/|\/project\.inlang\/(?!settings))/

function filesUnder(entry: string): string[] {
  const absolute = path.join(root, entry)
  if (!existsSync(absolute)) return []
  if (/\.(json|js|ts)$/.test(entry)) return [absolute]
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => path.join(file.parentPath, file.name))
    .filter(file => !leftOut.test(file))
    .sort()
}

/** SHA-256 over the names and contents of all sources. */
function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder)) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function compressFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.has(path.extname(entry.name))) continue
    const file = path.join(entry.parentPath, entry.name)
    const plain = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }))
  }
}

/** Builds unless the sources are those of the last build. Throws with the builder's last words when it fails. */
export function buildIfNeeded(): void {
  const hash = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  process.stdout.write('Building the pages …\n')
  const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const built = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', VITEST: undefined } })
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`)
  compressFiles(path.join(root, 'build/client'))
  writeFileSync(stamp, hash)
}

if (process.argv[1] === import.meta.filename) buildIfNeeded()
