/** A YAML file that remembers where everything stands, so that a failure can name line and column. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Node } from 'yaml'
import type { Failure } from './failure.ts'

export type Path = readonly (string | number)[]
export type Place = { readonly line: number; readonly column: number }

export type YamlFile = {
  /** as the writer knows it: questionnaires/core.yaml */
  readonly name: string
  /** what stands in it, as plain objects; undefined when it cannot be read */
  readonly data: unknown
  /** where the value at `path` stands; a value that is not there: where its nearest surroundings begin */
  readonly place: (path: Path) => Place
  /** where the key itself stands */
  readonly placeOfKey: (path: Path, key: string) => Place
}

/** Reads `text`; what YAML itself cannot read is a failure, and then there is no data. */
export function readYaml(name: string, text: string): { file: YamlFile; failures: Failure[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const nodeAt = (path: Path): Node | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as Node | undefined
      if (node?.range) return node
    }
    return document.contents ?? undefined
  }
  const place = (path: Path): Place => placeAt(nodeAt(path)?.range?.[0] ?? 0)
  const placeOfKey = (path: Path, key: string): Place => {
    const node = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | undefined)
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined
    return isScalar(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : place(path)
  }
  const failures = document.errors.map(
    (error): Failure => ({
      file: name,
      ...placeAt(error.pos[0]),
      message: `cannot be read as YAML: ${error.message.replace(/\s+/g, ' ')}`,
      advice: 'check the indentation here, and put a text with a colon, a comma or a quote in it between double quotes',
    }),
  )
  return { file: { name, data: failures.length > 0 ? undefined : document.toJS(), place, placeOfKey }, failures }
}
