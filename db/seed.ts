/** npm run seed: puts the golden companies into the database as examples, each with a finished report and a code to open it with. */
import path from 'node:path'
import { contentFolder, loadCatalogue, type Catalogue } from '#app/catalogue/catalogue.server.ts'
import { evidenceOf, readGolden, type Golden } from '#app/catalogue/golden.server.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { displayCode, makeDeviceCode } from '#app/assessments/pass-on.server.ts'
import { freezeQuestionnaires } from '#app/assessments/questionnaires.server.ts'
import { guest, type Scan } from '#app/assessments/scan.server.ts'
import { readEnvironment } from '#app/environment.server.ts'
import { makeAnswer, makeAssessment, makeOrganisation } from './makers.ts'
import { migrate } from './migrate.ts'
import { databaseFile, openDatabase, type World } from './open.server.ts'
import { transact } from './transact.server.ts'

/** A company with its answers, as if it had filled in its scan; not finished yet. */
async function enter(world: World, catalogue: Catalogue, { content }: Golden): Promise<Scan> {
  const questionnaire = catalogue.questionnaire(content.sector)
  const evidence = evidenceOf(content)
  const now = world.now()
  const assessment = await transact(world.database, async writer => {
    const organisation = await makeOrganisation(writer, { name: content.name, example: true, createdAt: now })
    const scan = await makeAssessment(writer, {
      organisationId: organisation.id,
      questionnaireHash: questionnaire.hash,
      sector: content.sector,
      mode: content.mode,
      size: evidence.profile.size ?? '2-9',
      region: evidence.profile.region ?? null,
      createdAt: now,
    })
    for (const [questionId, answer] of Object.entries(evidence.answers)) await makeAnswer(writer, { assessmentId: scan.id, questionId, answer, updatedAt: now })
    return scan
  })
  return { assessment, questionnaire, actor: guest, user: null }
}

const environment = readEnvironment()
const file = databaseFile(environment.DATA_DIR)
migrate(file)
const world: World = { database: openDatabase(file), now: () => Date.now() }
const catalogue = loadCatalogue()
await freezeQuestionnaires(world, catalogue)
const companies = readGolden(contentFolder())
for (const company of companies) {
  const scan = await enter(world, catalogue, company)
  const finished = await finishScan(world, scan, false)
  if (!finished.ok) throw new Error(`${company.content.name} could not be finished: ${JSON.stringify(finished)}`)
  process.stdout.write(`${displayCode(await makeDeviceCode(world, scan))}  ${company.content.name}\n`)
}
await world.database.close()
process.stdout.write(`${companies.length} examples in ${path.relative('.', file)}. Open one with its code at ${environment.ORIGIN}/verder\n`)
