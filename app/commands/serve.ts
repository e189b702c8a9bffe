/** Builds if needed, migrates the database, then becomes the web server. */
import { readEnvironment } from '#app/environment.server.ts'
import { migrate } from '#db/migrate.ts'
import { databaseFile } from '#db/open.server.ts'
import { buildIfNeeded } from './build.ts'

try {
  const environment = readEnvironment()
  buildIfNeeded()
  migrate(databaseFile(environment.DATA_DIR))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
process.env.NODE_ENV ??= 'production' // React reads it when it is loaded
await import('#app/server/main.ts')
