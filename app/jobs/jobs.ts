/** Everything that Paraat does by itself, and how often. */
import type { World } from '#db/open.server.ts'
import { writeReminders } from '#app/plans/reminders.server.ts'
import type { Letters } from './letters.server.ts'
import { endLifetimes } from './lifetimes.server.ts'
import { purge } from './purge.server.ts'
import { rewrite } from './rewrite.server.ts'

export const jobNames = ['mail', 'lifetimes', 'purge', 'rewrite', 'reminders'] as const
export type JobName = (typeof jobNames)[number]

export type JobWorld = World & { readonly letters: Pick<Letters, 'send'>; readonly environment: { readonly ORIGIN: string } }

export type Job<W extends World = JobWorld> = {
  readonly name: string
  /** the length of a slot, in milliseconds; it runs once in each */
  readonly every: number
  /** left out: at any time; `now` in epoch milliseconds */
  readonly mayRun?: (now: number) => boolean
  /** Does it, and says in numbers what it did. Throws when it failed; the next slot tries again. */
  readonly run: (world: W) => Promise<Record<string, number>>
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const jobs: readonly (Job & { readonly name: JobName })[] = [
  { name: 'mail', every: minute, run: world => world.letters.send() },
  { name: 'lifetimes', every: hour, run: endLifetimes },
  { name: 'purge', every: hour, run: purge },
  { name: 'rewrite', every: day, mayRun: isNight, run: rewrite },
  { name: 'reminders', every: day, mayRun: isAfterSeven, run: world => writeReminders(world, world.environment.ORIGIN) },
]

const hourInAmsterdam = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Amsterdam' })

/** From one to five in the morning in Amsterdam, when nearly nobody waits. */
export function isNight(now: number): boolean {
  const hours = Number(hourInAmsterdam.format(now))
  return hours >= 1 && hours < 5
}

/** From seven in the morning in Amsterdam until midnight: who comes late still reminds. A slot of a day begins at midnight UTC, in the hours before. */
export function isAfterSeven(now: number): boolean {
  return Number(hourInAmsterdam.format(now)) >= 7
}
