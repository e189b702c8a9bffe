/** `npm run questionnaires`: checks all content; `freeze [--replace]` and `golden --write` write what follows from it. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { compose } from '#app/catalogue/compose.ts'
import { written } from '#app/catalogue/failure.ts'
import { writeGolden } from '#app/catalogue/golden.server.ts'
import { readFolder } from '#app/catalogue/read.server.ts'
import { summary } from '#app/catalogue/summary.ts'
import { freeze } from '#app/catalogue/versions.ts'

const usage = `npm run questionnaires                        check everything and print a summary
npm run questionnaires -- freeze              write the hash of each new version into versions.json
npm run questionnaires -- freeze --replace    also replace the hash of a version that was never published
npm run questionnaires -- golden --write      write the results of the golden companies into their files`

try {
  process.exitCode = run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function run([command, ...options]: readonly string[]): number {
  if (command === undefined) return checkAll()
  if (command === 'freeze' && options.every((option) => option === '--replace')) return freezeAll(options.includes('--replace'))
  if (command === 'golden' && options.join(' ') === '--write') {
    for (const file of writeGolden(contentFolder(), loadCatalogue())) console.log(`written: ${path.relative('.', file)}`)
    return 0
  }
  console.error(usage)
  return 1
}

function checkAll(): number {
  const { content, failures } = readFolder(contentFolder(), 'frozen')
  if (content !== undefined) console.log(summary([undefined, ...content.sectors].map((sector) => compose(content, sector))))
  for (const failure of failures) console.error(written(failure))
  console.error(failures.length === 0 ? 'No failures.' : `${failures.length} ${failures.length === 1 ? 'failure' : 'failures'}.`)
  return failures.length === 0 ? 0 : 1
}

function freezeAll(replace: boolean): number {
  const { content, frozen, failures } = readFolder(contentFolder(), 'any')
  if (content === undefined || failures.length > 0) {
    for (const failure of failures) console.error(written(failure))
    console.error('Nothing is frozen while a check fails.')
    return 1
  }
  const result = freeze(content, frozen, replace)
  if (!result.ok) {
    console.error(
      `Already frozen with other content: ${result.refused.join(
        ', ',
      )}. Give each a higher version (freeze --replace only if it was never published).`,
    )
    return 1
  }
  writeFileSync(path.join(contentFolder(), 'versions.json'), `${JSON.stringify(result.versions, null, 2)}\n`)
  console.log(result.added.length === 0 ? 'Everything was frozen already.' : `Frozen: ${result.added.join(', ')}.`)
  return 0
}
