/** The two tables lead to sectors and regions that exist. */
import { regions } from '#app/core/questionnaire.ts'
import type { Table } from '../content.ts'
import type { Failure } from '../failure.ts'
import { quoted } from '../failure.ts'
import { landsdelen, municipalityColumns } from '../municipalities.ts'
import { plain } from '../nearness.ts'
import { sectors } from '../sectors.ts'
import { tradeColumns } from '../trades.ts'
import { existing } from './names.ts'

export function checkTrades(table: Table): Failure[] {
  const failures = checkColumns(table, tradeColumns)
  if (failures.length > 0) return failures
  const known = sectors.map((sector) => sector.id)
  const first = new Map<string, number>()
  for (const {
    line,
    fields: [nl = '', , sector = ''],
  } of table.rows) {
    if (!known.includes(sector)) {
      failures.push(
        at(
          table,
          line,
          `trade ${quoted(nl)} leads to sector ${quoted(sector)}, which does not exist`,
          existing(sector, known, 'app/catalogue/sectors.ts'),
        ),
      )
    }
    const earlier = first.get(plain(nl))
    if (earlier !== undefined)
      failures.push(at(table, line, `trade ${quoted(nl)} stands on line ${earlier} too`, 'take one of them out'))
    first.set(plain(nl), line)
  }
  return failures
}

export function checkMunicipalities(table: Table): Failure[] {
  const failures = checkColumns(table, municipalityColumns)
  if (failures.length > 0) return failures
  const codes = new Map<string, number>()
  for (const {
    line,
    fields: [code = '', name = '', , region = '', landsdeel = ''],
  } of table.rows) {
    const earlier = codes.get(code)
    if (!/^GM\d{4}$/.test(code))
      failures.push(at(table, line, `municipality ${quoted(name)} has code ${quoted(code)}`, 'give the CBS code, such as GM0363'))
    if (earlier !== undefined)
      failures.push(at(table, line, `code ${quoted(code)} stands on line ${earlier} too`, 'take one of them out'))
    codes.set(code, line)
    if (!(regions as readonly string[]).includes(region)) {
      failures.push(
        at(
          table,
          line,
          `municipality ${quoted(name)} lies in region ${quoted(region)}, which does not exist`,
          existing(region, regions, 'app/core/questionnaire.ts'),
        ),
      )
    }
    if (!(landsdelen as readonly string[]).includes(landsdeel)) {
      failures.push(
        at(
          table,
          line,
          `municipality ${quoted(name)} lies in landsdeel ${quoted(landsdeel)}`,
          `choose one of ${landsdelen.join(', ')}`,
        ),
      )
    }
  }
  return failures
}

function checkColumns(table: Table, columns: readonly string[]): Failure[] {
  if (table.header !== columns.join(','))
    return [at(table, 1, `the first line is ${quoted(table.header)}`, `write ${columns.join(',')}`)]
  return table.rows.flatMap(({ line, fields }) => {
    const empty = columns.filter((_, index) => (fields[index] ?? '') === '')
    if (fields.length === columns.length && empty.length === 0) return []
    return [
      at(
        table,
        line,
        `there are ${fields.length} fields, ${empty.length} of them empty`,
        `fill all of ${columns.join(', ')}; put a name with a comma between double quotes`,
      ),
    ]
  })
}

function at(table: Table, line: number, message: string, advice: string): Failure {
  return { file: table.file, line, column: 1, message, advice }
}
