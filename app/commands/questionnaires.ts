/** `npm run questionnaires` checks content; `simulate` is the dry run; `freeze [--replace]`, `golden --write` write what follows. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { compose } from '#app/catalogue/compose.ts'
import { inOrder, written } from '#app/catalogue/failure.ts'
import { writeGolden } from '#app/catalogue/golden.server.ts'
import { checkLanguage } from '#app/catalogue/language/language.ts'
import { meanLine } from '#app/catalogue/language/lengths.ts'
import { readFolder } from '#app/catalogue/read.server.ts'
import { inWords } from '#app/catalogue/simulation/judge.ts'
import { simulate } from '#app/catalogue/simulation/simulate.ts'
import { table } from '#app/catalogue/simulation/table.ts'
import { summary } from '#app/catalogue/summary.ts'
import { freeze } from '#app/catalogue/versions.ts'
import { checkSpelling } from './spelling.ts'

const usage = `npm run questionnaires                        check everything and print a summary
npm run questionnaires -- freeze              write the hash of each new version into versions.json
npm run questionnaires -- freeze --replace    also replace the hash of a version that was never published
npm run questionnaires -- golden --write      write the results of the golden companies into their files
npm run questionnaires -- simulate            let a thousand invented companies of each kind fill in everything`

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function run([command, ...options]: readonly string[]): number | Promise<number> {
  if (command === undefined) return checkAll()
  if (command === 'freeze' && options.every((option) => option === '--replace')) return freezeAll(options.includes('--replace'))
  if (command === 'golden' && options.join(' ') === '--write') {
    for (const file of writeGolden(contentFolder(), loadCatalogue())) console.log(`written: ${path.relative('.', file)}`)
    return 0
  }
  if (command === 'simulate' && options.length === 0) return simulateAll()
  console.error(usage)
  return 1
}

async function checkAll(): Promise<number> {
  const { content, failures: misfits } = readFolder(contentFolder(), 'frozen')
  const language = content === undefined ? undefined : checkLanguage(content)
  if (content !== undefined) console.log(summary([undefined, ...content.sectors].map((sector) => compose(content, sector))))
  if (language !== undefined) console.log(meanLine(language.means))
  const misspelt = await checkSpelling(contentFolder(), path.resolve('app/i18n/messages'))
  const failures = inOrder([...misfits, ...(language?.failures ?? []), ...misspelt])
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

function simulateAll(): number {
  const { content, failures } = readFolder(contentFolder(), 'any')
  if (content === undefined || failures.length > 0) {
    for (const failure of failures) console.error(written(failure))
    console.error('There is no dry run while a check fails.')
    return 1
  }
  const questionnaires = [undefined, ...content.sectors].map((sector) => compose(content, sector))
  const { observations, findings } = simulate(questionnaires)
  console.log(table(questionnaires, observations))
  for (const finding of findings) console.error(inWords(finding))
  console.error(findings.length === 0 ? 'No findings.' : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`)
  return findings.length === 0 ? 0 : 1
}
