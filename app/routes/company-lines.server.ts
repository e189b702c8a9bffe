/** The scans of a company as lines of its page, and what was just done to one of them, for one member. */
import type { Member } from '#app/auth/guards.server.ts'
import type { CompanyScan } from '#app/assessments/company-scans.server.ts'
import type { CompanyScanLine, ScanDone } from '#app/assessments/company-scans.tsx'
import { countingScan } from '#app/assessments/counting-scan.ts'
import { acts, putBackTime, type Act } from '#app/assessments/manage.server.ts'
import { scanKind, scanName } from '#app/assessments/scan-name.ts'
import { may } from '#app/core/permissions.ts'
import { date, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Paths } from '#app/paths.ts'
import { headlineOf } from '#app/reports/scan-headline.ts'

function stateOf({ removedAt, archivedAt, finishedAt }: CompanyScan['assessment']): CompanyScanLine['state'] {
  if (removedAt !== null) return 'removed'
  if (archivedAt !== null) return 'archived'
  return finishedAt === null ? 'open' : 'finished'
}

/** The last moment at which a deleted scan can be put back, in epoch milliseconds. */
export function putBackUntil(removedAt: number): number {
  return removedAt + putBackTime
}

/** The lines for who may see the list; a contributor gets the open scans, with the own themes. */
export function linesFor(member: Member, scans: readonly CompanyScan[], paths: Paths): CompanyScanLine[] {
  const all = may(member, 'scan.list')
  const counting = countingScan(scans.map(({ assessment }) => assessment), member.organisation.chosenAssessmentId)
  return scans
    .filter(({ assessment }) => (all ? assessment.removedAt === null || may(member, acts.putBack) : stateOf(assessment) === 'open'))
    .map(scan => {
      const { assessment, questionnaire, result } = scan
      const state = stateOf(assessment)
      const finished = assessment.finishedAt !== null
      const manage = paths.companyScan(member.organisation.id, assessment.id)
      return {
        id: assessment.id,
        name: scanName(assessment),
        kind: scanKind(assessment),
        when:
          assessment.removedAt !== null
            ? m.scans_removed_until({ date: date(putBackUntil(assessment.removedAt)) })
            : assessment.finishedAt === null
              ? m.scans_begun_on({ date: date(assessment.createdAt) })
              : m.scans_finished_on({ date: date(assessment.finishedAt) }),
        state,
        headline: state === 'removed' || result === null || !may(member, 'scan.seeReport') ? null : headlineOf(questionnaire, result, assessment.mode),
        counts: !all || counting?.id !== assessment.id ? null : member.organisation.chosenAssessmentId === assessment.id ? 'chosen' : 'newest',
        themes: all ? null : questionnaire.themes.filter(theme => member.themes.includes(theme.id)).map(theme => say(theme.title)),
        open:
          state === 'removed'
            ? null
            : finished
              ? { href: paths.report(assessment.id), to: 'report' }
              : { href: paths.scan(assessment.id), to: all && !may(member, 'scan.fill') ? 'look' : 'goOn' },
        manage: state !== 'removed' && may(member, acts.archive) ? manage : null,
        putBack: state === 'removed' && may(member, acts.putBack) ? manage : null,
      } satisfies CompanyScanLine
    })
}

const undoing: Partial<Record<Act, Act>> = { archive: 'unarchive', unarchive: 'archive', remove: 'putBack', choose: 'unchoose' }
const title: Record<Act, () => string> = {
  rename: () => m.scans_done_rename(),
  archive: () => m.scans_done_archive(),
  unarchive: () => m.scans_done_unarchive(),
  choose: () => m.scans_done_choose(),
  unchoose: () => m.scans_done_unchoose(),
  remove: () => m.scans_done_remove(),
  putBack: () => m.scans_done_putBack(),
}

/** True while the scan still is as that act left it: a notice in an address that is opened again later would say what is no longer so. */
function stillSo(act: Act, { assessment }: CompanyScan, chosen: string | null): boolean {
  const { archivedAt, removedAt, id } = assessment
  if (act === 'remove') return removedAt !== null
  if (removedAt !== null) return false
  if (act === 'archive') return archivedAt !== null
  if (act === 'unarchive') return archivedAt === null
  return act === 'choose' ? chosen === id : act === 'unchoose' ? chosen !== id : true
}

/** What the address says was just done (`?gedaan=act&scan=id`), where that is so; else null. */
export function doneFor(member: Member, scans: readonly CompanyScan[], paths: Paths, query: URLSearchParams): ScanDone | null {
  const act = query.get('gedaan')
  const scan = scans.find(({ assessment }) => assessment.id === query.get('scan'))
  if (scan === undefined || act === null || !isAct(act) || !may(member, acts[act])) return null
  if (!stillSo(act, scan, member.organisation.chosenAssessmentId)) return null
  const { id, removedAt } = scan.assessment
  const back = undoing[act]
  return {
    title: title[act](),
    text: act === 'remove' && removedAt !== null ? m.scans_done_remove_text({ date: date(putBackUntil(removedAt)) }) : null,
    undo: back === undefined ? null : { action: paths.companyScan(member.organisation.id, id), act: back },
  }
}

/** True for the name of something that can be done with a scan. */
export function isAct(text: string): text is Act {
  return Object.hasOwn(acts, text)
}

