/** Hot queries, built and prepared once per connection: drizzle's builder costs four times as much as the statement itself. */

/**
 * Gives a function from a connection to what `build` makes of it, made once per connection.
 * `const saveName = prepared((writer: Writer) => writer.insert(…).values({ name: sql.placeholder('name') }).prepare())`,
 * then `await saveName(writer).execute({ name })`.
 */
export function prepared<C extends object, P>(build: (connection: C) => P): (connection: C) => P {
  const made = new WeakMap<C, P>()
  return connection => {
    const known = made.get(connection)
    if (known !== undefined) return known
    const statement = build(connection)
    made.set(connection, statement)
    return statement
  }
}
