/** Golden companies: named companies whose exact result stands in the repository, so that no change goes unseen. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'
import { evaluate } from '#app/core/evaluate.ts'
import { checkEvidence } from '#app/core/answers.ts'
import type { Answers } from '#app/core/answers.ts'
import type { Evidence, Result } from '#app/core/result.ts'
import type { Catalogue } from './catalogue.server.ts'
import type { Placed } from './content.ts'
import type { Failure } from './failure.ts'
import { written } from './failure.ts'
import { goldenFile } from './schemas.ts'
import type { GoldenFile } from './schemas.ts'
import { fit } from './structure.ts'
import { readYaml } from './yaml-file.ts'

export type Golden = Placed<GoldenFile> & { readonly path: string }

/** The golden companies of `folder`, by file name. Throws an error that lists every failure in them. */
export function readGolden(folder: string): Golden[] {
  const files = readdirSync(path.join(folder, 'golden'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
  return files.map((name) => {
    const file = path.join(folder, 'golden', name)
    const yaml = readYaml(`${path.basename(folder)}/golden/${name}`, readFileSync(file, 'utf8'))
    const { content, failures } = fit(yaml.file, goldenFile)
    if (content === undefined) throw new Error([...yaml.failures, ...failures].map(written).join('\n'))
    return { path: file, file: yaml.file, content }
  })
}

/** What a golden file holds of a result: all of it but the hash, the words and what follows from the rest. */
export function expectedOf(result: Result) {
  const { tolerance, overall, themes, completeness, certainty, unknownCount, scenarios, first, measures } = result
  return {
    tolerance,
    overall,
    themes,
    completeness,
    certainty,
    unknownCount,
    scenarios,
    first,
    measures: measures.map(({ id, gain }) => ({ id, gain })),
  }
}

export function evidenceOf(company: GoldenFile): Evidence {
  return { mode: company.mode, profile: { sector: company.sector, ...company.profile }, answers: company.answers as Answers }
}

/** Where the answers of a golden company do not fit the questionnaire any more; empty when they do. */
export function misfits({ file, content }: Golden, catalogue: Catalogue): Failure[] {
  if (catalogue.servedBy(content.sector) !== content.sector) {
    return [
      {
        file: file.name,
        ...file.place(['sector']),
        message: `sector "${content.sector}" has no questions of its own`,
        advice: 'name a sector that has',
      },
    ]
  }
  const problem = checkEvidence(catalogue.questionnaire(content.sector), evidenceOf(content))
  if (problem === null) return []
  const message = `${problem.field} does not fit the questionnaire: ${problem.reason}`
  return [{ file: file.name, ...file.place(problem.field.split('.')), message, advice: 'change the answer, or take it out' }]
}

/** Scores every golden company and writes the result into its file, in full doubles; the rest of the file stays. Throws on misfits. */
export function writeGolden(folder: string, catalogue: Catalogue): string[] {
  const companies = readGolden(folder)
  const failures = companies.flatMap((company) => misfits(company, catalogue))
  if (failures.length > 0) throw new Error(failures.map(written).join('\n'))
  return companies.map(({ path: file, content }) => {
    const document = parseDocument(readFileSync(file, 'utf8'))
    const expected = expectedOf(evaluate(catalogue.questionnaire(content.sector), evidenceOf(content)))
    document.set('expected', document.createNode(expected, { aliasDuplicateObjects: false }))
    writeFileSync(file, document.toString({ lineWidth: 0 }))
    return file
  })
}
