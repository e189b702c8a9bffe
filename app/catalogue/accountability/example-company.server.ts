/** Reads the golden company that the worked example is about. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { written } from '../failure.ts'
import { evidenceOf } from '../golden.server.ts'
import { goldenFile } from '../schemas.ts'
import { fit } from '../structure.ts'
import { readYaml } from '../yaml-file.ts'

/** A bakery that knows its ovens and has little on paper: a must that is missing holds one of its themes down. */
const file = 'golden/bakkerij-de-korenaar.yaml'

export type ExampleCompany = { readonly name: string; readonly description: Text; readonly sector: string; readonly evidence: Evidence }

/** Throws where the file is missing or does not fit its schema. */
export function readExampleCompany(folder: string): ExampleCompany {
  const yaml = readYaml(`${path.basename(folder)}/${file}`, readFileSync(path.join(folder, file), 'utf8'))
  const { content, failures } = fit(yaml.file, goldenFile)
  if (content === undefined) throw new Error([...yaml.failures, ...failures].map(written).join('\n'))
  return { name: content.name, description: content.description, sector: content.sector, evidence: evidenceOf(content) }
}
