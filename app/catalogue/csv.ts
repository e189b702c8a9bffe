/** Reads comma-separated lines with quoted fields. Runs in the browser too. */

export type Row = { readonly line: number; readonly fields: readonly string[] }

/** The rows of `text`, the header left out, empty lines left out. A field may stand in double quotes, a quote inside is doubled. */
export function readCsv(text: string): Row[] {
  const rows: Row[] = []
  text.split(/\r?\n/).forEach((line, index) => {
    if (index > 0 && line.trim() !== '') rows.push({ line: index + 1, fields: fieldsOf(line) })
  })
  return rows
}

function fieldsOf(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (match) =>
    match[1] !== undefined ? match[1].replaceAll('""', '"') : (match[2] ?? '').trim(),
  )
}
