/** Freezing: each version of a module stands for one content, told by its hash, for ever. */
import { contentHash } from './canonical.ts'
import type { Content, Module, Report } from './content.ts'

/** `module@version` → SHA-256 of the module's canonical content. */
export type Versions = Readonly<Record<string, string>>

/** `any`: versions are not looked at; `unchanged`: what is frozen must be so still; `frozen`: and every version must be frozen. */
export type Strictness = 'any' | 'unchanged' | 'frozen'

/** The content hash of every module; themes, scenarios and sources belong to the core. */
export function versionsOf(content: Content): Record<string, string> {
  const core = {
    core: contentOf(content.core),
    themes: content.themes.content,
    scenarios: content.scenarios.content,
    sources: content.sources.content,
  }
  return Object.fromEntries([
    [key(content.core), contentHash(core)],
    ...content.sectors.map((sector) => [key(sector), contentHash(contentOf(sector))] as const),
  ])
}

function key(module: Module): string {
  return `${module.content.id}@${module.content.version}`
}

function contentOf(module: Module): unknown {
  return { ...module.content, questions: module.questions, measures: module.measures }
}

export function checkVersions(content: Content, frozen: Versions, strictness: Strictness, report: Report): void {
  if (strictness === 'any') return
  const now = versionsOf(content)
  for (const module of [content.core, ...content.sectors]) {
    const name = key(module)
    const before = frozen[name]
    if (before === undefined) {
      if (strictness === 'frozen')
        report(module.file, ['version'], `${name} is not frozen`, 'run npm run questionnaires -- freeze')
    } else if (before !== now[name]) {
      const what =
        module === content.core ? 'the core (with themes, scenarios and sources)' : `the content of ${module.content.id}`
      report(
        module.file,
        ['version'],
        `${what} changed since ${name} was frozen`,
        'give it a higher version and run npm run questionnaires -- freeze (freeze --replace only if this version was never published)',
      )
    }
  }
}

/**
 * The versions with those of `content` added. A version that is frozen with other content is refused, unless `replace` is given.
 * Modules and versions no longer there stay: old reports rest on them.
 */
export function freeze(
  content: Content,
  frozen: Versions,
  replace: boolean,
): { ok: true; versions: Versions; added: readonly string[] } | { ok: false; refused: readonly string[] } {
  const now = versionsOf(content)
  const changed = Object.keys(now).filter((name) => frozen[name] !== now[name])
  const refused = changed.filter((name) => frozen[name] !== undefined)
  if (refused.length > 0 && !replace) return { ok: false, refused }
  const versions = Object.entries({ ...frozen, ...now }).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ok: true, versions: Object.fromEntries(versions), added: changed }
}
