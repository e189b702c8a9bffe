/** The key that makes a double click have one effect. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { onceKeyFrom } from './once-key.ts'

function formWith(once: string | File): FormData {
  const form = new FormData()
  form.set('once', once)
  return form
}

it('A form brings its once-key along', () => {
  const key = randomUUID()
  expect(onceKeyFrom(formWith(key))).toBe(key)
})

it.each(['', 'x', randomUUID().toUpperCase(), `${randomUUID()}x`, `${randomUUID()}\n`, randomUUID().replaceAll('-', '')])('A key that we could not have made is none: %j', forged => {
  expect(onceKeyFrom(formWith(forged))).toBeNull()
})

it('A form without a key, or with a file in its place, has none', () => {
  expect(onceKeyFrom(new FormData())).toBeNull()
  expect(onceKeyFrom(formWith(new File([randomUUID()], 'once')))).toBeNull()
})
