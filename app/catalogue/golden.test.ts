/** The golden companies, held against what the scoring says of them today. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '#app/core/evaluate.ts'
import { contentFolder, loadCatalogue } from './catalogue.server.ts'
import { written } from './failure.ts'
import { evidenceOf, expectedOf, misfits, readGolden } from './golden.server.ts'

const catalogue = loadCatalogue()

describe('golden companies', () => {
  const companies = readGolden(contentFolder())

  it('are there for four sectors', () => {
    expect(new Set(companies.map(({ content }) => content.sector)).size).toBeGreaterThanOrEqual(4)
  })

  it.each(companies.map((golden) => [golden.content.name, golden] as const))(
    '%s gets exactly the result in its file',
    (_, golden) => {
      const { content } = golden
      expect(misfits(golden, catalogue).map(written)).toEqual([])
      expect(expectedOf(evaluate(catalogue.questionnaire(content.sector), evidenceOf(content)))).toEqual(content.expected)
    },
  )
})
