/** Holds the code to architecture.md: the arrows, checked against every import in app/ and db/, and the few rules beside them. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

/** The arrows: an import may only point to an earlier row; places in one row never import each other. */
const rows: readonly (readonly string[])[] = [
  ['core'],
  ['db', 'i18n', 'ui', 'paths'],
  ['catalogue', 'mail', 'paper'],
  ['auth'],
  ['organisations'],
  ['assessments'],
  ['reports', 'plans', 'practice', 'suppliers', 'benchmarks', 'workshops'],
  ['api', 'jobs'],
  ['routes'],
]
const features = new Set(rows.slice(2, -1).flat())

/** The places that stand outside the rows: the edge may import anything, the world is opened by the edge alone. */
const edge = /^(app\/(routes|server|commands)\/|app\/(root|site|world\.server|entry\.\w+|routes|environment\.server|types\.d|test-setup|architecture\.test)\.|db\/seed\.ts$)/

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }
type Source = { readonly file: string; readonly text: string; readonly tree: ts.SourceFile }

const sources: readonly Source[] = ['app', 'db'].flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(file => !file.includes('/paraglide/') && !file.includes('project.inlang'))
    .map(file => {
      const text = readFileSync(path.join(root, file), 'utf8')
      return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS) }
    }),
)
const imports: readonly Import[] = sources.flatMap(importsOf)

function isTest(file: string): boolean {
  return /(\.test\.tsx?|\/test-[\w-]+\.ts)$/.test(file)
}

/** Every import of a file: declarations, re-exports, import() and import types. */
function importsOf({ file, tree }: Source): Import[] {
  const found: Import[] = []
  const add = (to: string, typeOnly: boolean) => found.push({ from: file, to: resolved(file, to), typeOnly })
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeOnly(node))
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, false)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node.argument.literal.text, true)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const bindings = clause.namedBindings
  return clause.name === undefined && bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every(element => element.isTypeOnly)
}

/** A file of ours as its path from the root; a package as its name. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1).replace(/\?\w+$/, '')
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier).replace(/\?\w+$/, '')
  return specifier
}

function isOurs(file: string): boolean {
  return file.startsWith('app/') || file.startsWith('db/')
}

/** The place of a file in the rows. */
function placeOf(file: string): string {
  if (edge.test(file)) return 'routes'
  if (file.startsWith('db/')) return 'db'
  return /^app\/([\w-]+)/.exec(file)?.[1] ?? file
}

function rowOf(place: string): number {
  return rows.findIndex(row => row.includes(place))
}

const said = ({ from, to }: Import) => `${from} imports ${to}`

describe('The arrows between folders', () => {
  it('has a place for every file', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.filter(({ file }) => rowOf(placeOf(file)) === -1).map(({ file }) => file)).toEqual([])
  })

  it('lets imports point to earlier rows only, and never from one place to another in the same row', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [placeOf(from), placeOf(to)]
      return isOurs(to) && own !== other && rowOf(other) >= rowOf(own)
    })
    expect(wrong.map(said)).toEqual([])
  })

  it('keeps core to itself: nothing of ours, no package, nothing of Node', () => {
    const outside = imports.filter(({ from, to }) => from.startsWith('app/core/') && !isTest(from) && !to.startsWith('app/core/'))
    expect(outside.map(said)).toEqual([])
  })

  it('lets nobody import a route but the routes beside it', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('app/routes/') && !from.startsWith('app/routes/'))
    expect(wrong.map(said)).toEqual([])
  })

  it('hands the world to routes and entry only', () => {
    const allowed = /^app\/(routes\/|entry\.server\.tsx$|root\.tsx$)/
    expect(imports.filter(({ from, to, typeOnly }) => to === 'app/world.server.ts' && !typeOnly && !allowed.test(from)).map(said)).toEqual([])
  })

  it('keeps server code out of the pages of a feature: no .server file, save types from its own folder', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!features.has(placeOf(from)) || !from.endsWith('.tsx') || /\.(server|test)\.tsx$/.test(from)) return false
      return /\.server\.tsx?$/.test(to) && !(typeOnly && placeOf(from) === placeOf(to))
    })
    expect(wrong.map(said)).toEqual([])
  })

  it('lets a page of a feature import core, ui, i18n, paths, the searches of the catalogue and its own folder only', () => {
    const searches = ['app/catalogue/trades.ts', 'app/catalogue/municipalities.ts', 'app/catalogue/regions.ts']
    const wrong = imports.filter(({ from, to }) => {
      if (!features.has(placeOf(from)) || !from.endsWith('.tsx') || /\.(server|test)\.tsx$/.test(from) || !isOurs(to) || searches.includes(to)) return false
      return !['core', 'ui', 'i18n', 'paths', placeOf(from)].includes(placeOf(to))
    })
    expect(wrong.map(said)).toEqual([])
  })

  it('keeps lucia behind one door', () => {
    expect(imports.filter(({ from, to }) => /^(lucia|@lucia-auth\/)/.test(to) && from !== 'app/auth/session.server.ts').map(said)).toEqual([])
  })
})

describe('The rules beside the arrows', () => {
  it('reads process.env in one validated file and in commands', () => {
    const allowed = /^(app\/environment\.server\.ts$|app\/commands\/|db\/(migrate|seed)\.ts$)/
    const reads = sources.filter(({ file, tree }) => !allowed.test(file) && !isTest(file) && contains(tree, isEnvironmentRead))
    expect(reads.map(({ file }) => file)).toEqual([])
  })

  it('runs no query by .get(), .all() or .run() outside db/', () => {
    const calls = sources.filter(({ file, tree }) => file.startsWith('app/') && contains(tree, isSynchronousQuery))
    expect(calls.map(({ file }) => file)).toEqual([])
  })

  it('keeps every file under 300 lines, and a test under 400', () => {
    expect(sources.filter(({ file, text }) => text.split('\n').length > (isTest(file) ? 400 : 300)).map(({ file, text }) => `${file}: ${text.split('\n').length}`)).toEqual([])
  })

  it('opens every file with a sentence that says what it is for', () => {
    expect(sources.filter(({ file, text }) => !isTest(file) && !text.startsWith('/**')).map(({ file }) => file)).toEqual([])
  })

  it('has no drawer that anything fits in', () => {
    expect(sources.filter(({ file }) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.|\/|$)/.test(file)).map(({ file }) => file)).toEqual([])
  })

  it('names files in kebab-case with no suffix but .server, .client, .test, .spec, .job and .d', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|test|spec|job|d))*\.(ts|tsx|mjs)$/
    expect(sources.filter(({ file }) => !name.test(path.posix.basename(file))).map(({ file }) => file)).toEqual([])
  })
})

function contains(tree: ts.Node, wanted: (node: ts.Node) => boolean): boolean {
  return wanted(tree) || (ts.forEachChild(tree, child => contains(child, wanted) || undefined) ?? false)
}

function isEnvironmentRead(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === 'env' && ['process', 'import.meta'].includes(node.expression.getText())
}

/** Queries are told from maps and lists by having no argument. */
function isSynchronousQuery(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    node.arguments.length === 0 &&
    ts.isPropertyAccessExpression(node.expression) &&
    ['get', 'all', 'run'].includes(node.expression.name.text)
  )
}
