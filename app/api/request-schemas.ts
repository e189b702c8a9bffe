/** What the stateless interface takes in, described once: read by zod, and told in openapi.json. */
import { z } from 'zod'
import { regions, sizes } from '#app/core/questionnaire.ts'

export const sectorId = z.string().describe('Id of a sector, one of those that GET /api/v1/sectors lists.')

const mode = z.enum(['full', 'quick']).describe('A full scan can show every question, a quick scan only those marked quick. Full if left out.')

const profile = z
  .strictObject({
    size: z.enum(sizes).optional().describe('How many people work there.'),
    region: z.enum(regions).optional().describe('The veiligheidsregio.'),
  })
  .meta({ id: 'Profile', description: 'What is known before the first question. A field that is absent makes a condition on it false.' })

export const answer = z
  .union([
    z.strictObject({ option: z.string().describe('Id of the chosen option, for every type but checklist.') }),
    z.strictObject({
      items: z.array(z.string()).meta({ uniqueItems: true }).describe('Ids of the checked items, distinct, for a checklist. The empty list means none of these.'),
    }),
    z.strictObject({ unknown: z.literal(true).describe('"Weet ik niet". Good on every question; scores 0.') }),
    z.strictObject({ notApplicable: z.literal(true).describe('Only where the question allows it; counts in no sum.') }),
  ])
  .meta({ id: 'Answer', description: 'Exactly one of option, items, unknown and notApplicable.' })

/** The answers as they are told; what they mean is checked against the questionnaire. */
const describedAnswers = z
  .record(z.string(), answer)
  .describe('An answer for each question id. An id that does not exist is bad input; an answer to a hidden question counts for nothing.')

const budgetHours = z.number().min(0).max(40).describe('Hours there are for measures, rounded down to half hours.')

/** The request with its answers as they are told, or as anything at all where another check reads them. */
function evidence<Answers extends z.ZodType>(answers: Answers) {
  return { sector: sectorId, mode: mode.optional(), profile: profile.optional(), answers }
}

export const describedScoresRequest = z.strictObject(evidence(describedAnswers)).meta({ id: 'ScoresRequest' })
export const describedPlansRequest = z.strictObject({ ...evidence(describedAnswers), budgetHours }).meta({ id: 'PlansRequest' })

export const scoresRequest = z.strictObject(evidence(z.looseObject({})))
export const plansRequest = z.strictObject({ ...evidence(z.looseObject({})), budgetHours })
