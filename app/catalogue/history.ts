/** The history of the questionnaires: which versions were published when, what changed, and why. */
import type { Text } from '#app/core/questionnaire.ts'
import type { Content, Placed, Report } from './content.ts'
import type { Failure } from './failure.ts'
import { quoted } from './failure.ts'
import type { HistoryFile } from './schemas.ts'
import type { Strictness, Versions } from './versions.ts'

/** `versions` are `module@version`, or `all@version` for every module of that version; `date` is a day, 2026-11-24. */
export type HistoryEntry = {
  readonly versions: readonly string[]
  readonly date: string
  readonly what: Text
  readonly why: Text
}

/**
 * Newest first, and no version twice. Where everything must be frozen: every version that is asked now has an entry, and every version of an
 * entry is frozen.
 */
export function checkHistory(content: Content, history: Placed<HistoryFile>, frozen: Versions, strictness: Strictness): Failure[] {
  const failures: Failure[] = []
  const report: Report = (file, at, message, advice) => failures.push({ file: file.name, ...file.place(at), message, advice })
  const { file, content: { history: entries } } = history
  entries.forEach((entry, index) => {
    const newer = entries[index - 1]
    if (newer !== undefined && newer.date < entry.date) {
      report(file, ['history', index, 'date'], `${quoted(entry.date)} stands under ${quoted(newer.date)}`, 'put the newest entry first')
    }
  })
  const named = new Map<string, number>()
  entries.forEach((entry, index) =>
    entry.versions.forEach((version, position) => {
      const at = ['history', index, 'versions', position]
      if (named.has(version)) report(file, at, `${quoted(version)} is named twice`, 'keep the entry of the day on which it was published')
      named.set(version, index)
      if (strictness === 'frozen' && !isFrozen(version, frozen)) {
        report(file, at, `${quoted(version)} is not in versions.json`, 'name a version that is frozen, or run npm run questionnaires -- freeze')
      }
    }),
  )
  if (strictness !== 'frozen') return failures
  for (const { file: asked, content: module } of [content.core, ...content.sectors]) {
    const version = `${module.id}@${module.version}`
    if (named.has(version) || named.has(`all@${module.version}`)) continue
    report(asked, ['version'], `${version} has no entry in history.yaml`, 'say there what changed and why')
  }
  return failures
}

function isFrozen(version: string, frozen: Versions): boolean {
  if (!version.startsWith('all@')) return frozen[version] !== undefined
  return Object.keys(frozen).some((key) => key.endsWith(version.slice('all'.length)))
}
