/** The one world all routes share: database, questionnaires, log. Opened once by the server, at start. */
import pino, { type Logger } from 'pino'
import { databaseFile, openDatabase, type World as DatabaseWorld } from '#db/open.server.ts'
import { emptyLog } from '#db/transact.server.ts'
import { freezeQuestionnaires } from '#app/assessments/questionnaires.server.ts'
import { loadCatalogue, type Catalogue } from '#app/catalogue/catalogue.server.ts'
import { newSetupCode } from '#app/auth/setup-code.server.ts'
import { jobs } from '#app/jobs/jobs.ts'
import { startLetters, type Letters } from '#app/jobs/letters.server.ts'
import { startJobs, type Runner } from '#app/jobs/runner.server.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import { closePrinter } from '#app/paper/pdf.server.ts'
import { readEnvironment, type Environment } from '#app/environment.server.ts'
import { pathsIn } from '#app/paths.ts'

export type World = DatabaseWorld & {
  readonly environment: Environment
  readonly catalogue: Catalogue
  readonly log: Logger
  readonly letters: Letters
  readonly runner: Runner
}

let opened: World | undefined

/** Opens everything and stores every questionnaire by its hash. The database has been migrated before. */
export async function openWorld(): Promise<World> {
  const environment = readEnvironment()
  const log = pino({ level: environment.LOG_LEVEL })
  const catalogue = loadCatalogue()
  const database = openDatabase(databaseFile(environment.DATA_DIR))
  await emptyLog(database) // what was deleted just before the last stop
  const now = () => Date.now()
  await freezeQuestionnaires({ database, now }, catalogue)
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, DATA_DIR: dataFolder } = environment
  const transport = openTransport({ ...(smtpUrl === undefined ? {} : { smtpUrl }), from, dataFolder }, message => log.info(message))
  const letters = startLetters({ database, now }, transport, log)
  const runner = startJobs({ database, now, letters, environment }, jobs, log)
  opened = { environment, database, catalogue, log, now, letters, runner }
  if (environment.NODE_ENV !== 'test') await offerSetUp(opened)
  return opened
}

/** While nobody runs this site: says, to who starts it and nowhere else, how the first operator comes in. */
async function offerSetUp({ database, now, environment }: World): Promise<void> {
  const code = await newSetupCode({ database, now })
  if (code === null) return
  process.stdout.write(`Nog geen beheerder. Ga binnen 24 uur naar ${environment.ORIGIN}${pathsIn('nl').operatorSetup} en vul deze code in: ${code}\n`)
}

/** The opened world. Throws before openWorld. */
export function world(): World {
  if (opened === undefined) throw new Error('the world is not open yet')
  return opened
}

/** Lets the printer go and closes the database; the last thing before the process ends. */
export async function closeWorld(): Promise<void> {
  await closePrinter()
  await opened?.runner.stop()
  await opened?.letters.stop()
  await opened?.database.close()
  opened = undefined
}
