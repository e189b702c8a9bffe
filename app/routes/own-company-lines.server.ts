/** The companies of a user as lines of the home page. */
import type { OwnCompanyLine } from '#app/assessments/own-companies.tsx'
import { companiesWithScans } from '#app/assessments/company-scans.server.ts'
import { calledCompany, scanKind, scanName } from '#app/assessments/scan-name.ts'
import { may } from '#app/core/permissions.ts'
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Paths } from '#app/paths.ts'
import type { World } from '#db/open.server.ts'

/** Each company with its newest scan, as far as this user may open that: its report when it is finished, else where one goes on. */
export async function ownCompanyLines(world: World, userId: string, paths: Paths): Promise<OwnCompanyLine[]> {
  return (await companiesWithScans(world, userId)).map(({ organisation, actor, newest }) => {
    const line = { id: organisation.id, name: calledCompany(organisation.name, newest), href: paths.company(organisation.id) }
    if (newest === null || (newest.finishedAt !== null && !may(actor, 'scan.seeReport'))) return { ...line, scan: null }
    const when = newest.finishedAt === null ? m.scans_begun_on({ date: date(newest.createdAt) }) : m.scans_finished_on({ date: date(newest.finishedAt) })
    const scan = { name: scanName(newest), about: `${scanKind(newest)} · ${when}` }
    if (newest.finishedAt !== null) return { ...line, scan: { ...scan, href: paths.report(newest.id), to: 'report' } }
    return { ...line, scan: { ...scan, href: paths.scan(newest.id), to: actor.role === 'reader' ? 'look' : 'goOn' } }
  })
}
