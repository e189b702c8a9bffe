/** Kinds of columns and checks that more than one table uses. */
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { customType } from 'drizzle-orm/sqlite-core'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** A column of JSON text. Nothing is stored as NULL, also through a placeholder (drizzle's own json column would store 'null'). */
export function json<T>(name: string) {
  return customType<{ data: T; driverData: string | null }>({
    dataType: () => 'text',
    toDriver: value => (value === null || value === undefined ? null : JSON.stringify(value)),
    fromDriver: value => JSON.parse(value as string) as T,
  })(name)
}

/** SQL: no more than so many characters. */
export function atMost(column: AnySQLiteColumn, characters: number): SQL {
  return sql`length(${column}) <= ${sql.raw(String(characters))}`
}
