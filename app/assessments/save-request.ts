/** The form of what autosave sends; whether an answer fits its question is for core to say. */
import { z } from 'zod'
import { firmnesses, longestEvidence, longestNote, longestOwnWords } from '#app/core/answers.ts'

const id = z.string().max(100)

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform(value => value.trim())
    .transform(value => (value === '' ? null : value))
    .nullable()

const answer = z.union([
  z.strictObject({ option: id }),
  z.strictObject({ items: z.array(id).max(100) }),
  z.strictObject({ unknown: z.literal(true) }),
  z.strictObject({ notApplicable: z.literal(true) }),
])

export const saveRequest = z.strictObject({
  saves: z
    .array(
      z.strictObject({
        question: id,
        version: z.int().min(0),
        answer: answer.nullable(),
        ownWords: text(longestOwnWords),
        note: text(longestNote),
        firmness: z.enum(firmnesses).nullable().default(null),
        evidence: text(longestEvidence).default(null),
      }),
    )
    .min(1)
    .max(100),
})
