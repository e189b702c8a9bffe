/** What the start page asks, checked in the browser and on the server by the same schema. */
import * as z from 'zod/mini'
import { regions, sizes } from '#app/core/questionnaire.ts'

/** The longest name of a scan, in characters. */
export const longestScanName = 80

/** What stands for "no company": begun as a guest, in this browser. */
export const asGuest = 'gast'

/** Each message is the name of a field in `startErrors`; the page has the words. */
export const startForm = z.object({
  sector: z.string().check(z.minLength(1, 'sector')),
  size: z.enum(sizes, 'size'),
  region: z._default(z.union([z.enum(regions), z.literal('')], 'region'), ''),
  scope: z._default(z.enum(['company', 'site'], 'scope'), 'company'),
  mode: z._default(z.enum(['quick', 'full'], 'mode'), 'quick'),
  /** the answer of the home page */
  power: z._default(z.string().check(z.maxLength(40)), ''),
  /** the id of the company whose scan it becomes, or `asGuest`; empty is a guest's too */
  company: z._default(z.string().check(z.maxLength(40)), ''),
  /** of the site, for a scan of a company */
  name: z._default(z.string().check(z.trim(), z.maxLength(longestScanName, 'name')), ''),
  once: z.uuid(),
})

export type StartValues = z.input<typeof startForm>
/** The fields a person can get wrong. */
export type StartField = 'sector' | 'size' | 'region' | 'scope' | 'mode' | 'name'
