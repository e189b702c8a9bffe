/** Reads everything of one finished scan for whoever takes it along, and notes in the audit log that it was taken out. */
import type { World } from '#db/open.server.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { afterData } from './after-data.server.ts'
import { instant, scansOf } from './company-data.server.ts'

export type Taken = { readonly assessment: Assessment; readonly questionnaire: Questionnaire; readonly userId: string | null }

/** The scan as it stands in a company's `paraat.json`, and the plan of the company or the site that it is about. */
export async function scanData(world: World, { assessment, questionnaire, userId }: Taken) {
  const at = world.now()
  const { id, organisationId, site } = assessment
  return await transact(world.database, async writer => {
    await audit(writer, at, { event: 'exported', userId, organisationId, subjectId: id })
    const [scan] = await scansOf(writer, organisationId, [assessment], () => questionnaire)
    if (scan === undefined) throw new Error('the scan is gone')
    const { plan } = await afterData(writer, organisationId)
    return {
      /** says how to read the rest: a reader that knows another version stops here */
      format: 'paraat-scan',
      version: 1,
      exportedAt: instant(at),
      scan,
      plan: plan.filter(action => action.site === site),
    }
  })
}

export type TakenScan = Awaited<ReturnType<typeof scanData>>
