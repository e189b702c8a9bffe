/** The content in this repository passes every check, and every version in it is frozen. */
import { expect, it } from 'vitest'
import { contentFolder } from './catalogue.server.ts'
import { written } from './failure.ts'
import { readFolder } from './read.server.ts'

it('the questionnaires pass every check and are frozen', () => {
  expect(readFolder(contentFolder(), 'frozen').failures.map(written)).toEqual([])
})
