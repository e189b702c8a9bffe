/** Puts together where a member lands: what scans, plans, practice and people each know of the company. */
import type { Member } from '#app/auth/guards.server.ts'
import { answeredSince } from '#app/assessments/activity.server.ts'
import { ageingOf } from '#app/assessments/ageing.server.ts'
import type { CompanyScan } from '#app/assessments/company-scans.server.ts'
import { countingScan } from '#app/assessments/counting-scan.ts'
import { linesOf } from '#app/assessments/line.server.ts'
import { evidenceOf, storedAnswers } from '#app/assessments/scan.server.ts'
import { scanName } from '#app/assessments/scan-name.ts'
import { dueOf, dutchDay, daysBetween } from '#app/core/actions.ts'
import { nextStep, type NextStep, type Standing } from '#app/core/next-step.ts'
import { may } from '#app/core/permissions.ts'
import type { Size } from '#app/core/questionnaire.ts'
import { date, oneDecimal, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { joinedSince } from '#app/organisations/joined.server.ts'
import type { DoneRow, DueRow, LandingProps } from '#app/organisations/landing.tsx'
import type { Paths } from '#app/paths.ts'
import { actionsDoneSince, dueActions, plannedCount } from '#app/plans/due.server.ts'
import { lastPractice } from '#app/practice/last-practice.server.ts'
import { worstOf } from '#app/reports/findings.ts'
import { headlineOf } from '#app/reports/scan-headline.ts'
import { scenarioRow } from '#app/reports/scenario-view.ts'
import { toldFrom } from '#app/reports/told.ts'
import { world } from '#app/world.server.ts'

const day = 86_400_000
/** Actions that are due within so many days are shown; a practice counts for so many. */
const dueAhead = 14
const practiceHolds = 365
/** How far back, and how much, of what colleagues did. */
const doneDays = 30
const doneShown = 10

/** `scans`: those of the company, newest first. */
export async function landingOf(member: Member, scans: readonly CompanyScan[], paths: Paths): Promise<LandingProps> {
  const { organisation } = member
  const alive = scans.filter(({ assessment }) => assessment.removedAt === null && assessment.archivedAt === null)
  const counting = countingScan(alive.map(({ assessment }) => assessment), organisation.chosenAssessmentId)
  const scan = alive.find(({ assessment }) => assessment.id === counting?.id) ?? null
  const open = alive.find(({ assessment }) => assessment.finishedAt === null)?.assessment ?? null
  const size = (scan ?? alive[0])?.assessment.size
  const due = may(member, 'plan.see') ? await dueRows(member, size, paths) : null
  const planned = due === null ? 0 : await plannedCount(world(), organisation.id)
  const seesAnswers = may(member, 'scan.seeAnswers')
  const ageing = scan === null || !seesAnswers ? null : await ageingOf(world(), scan.assessment)
  const last = await lastPractice(world(), organisation.id)
  const standing: Standing = {
    finished: scan !== null,
    open: open === null ? 'none' : open.startedFrom === null ? 'new' : 'corrected',
    planned,
    overdue: due?.filter(row => row.late).length ?? 0,
    oldAnswers: ageing?.old.length ?? 0,
    practised: last !== null && last > member.now() - practiceHolds * day,
  }
  const base = scan?.assessment.id ?? null
  const headline = scan?.result == null || !may(member, 'scan.seeReport') ? null : headlineOf(scan.questionnaire, scan.result, scan.assessment.mode)
  return {
    title: headline?.finding ?? (scan === null ? m.landing_none() : m.landing_title({ company: organisation.name ?? m.scans_your_company() })),
    now: headline === null || scan === null ? null : { ...(await nowOf(scan, paths)), level: headline.level },
    next: nextOf(nextStep(standing, member), standing, { member, base, open: open?.id ?? null, paths }),
    due: due === null ? null : { rows: due, plan: planned === 0 ? null : paths.companyPlan(organisation.id) },
    old: ageing === null || ageing.old.length === 0 || base === null ? null : { text: oldText(ageing), href: may(member, 'scan.fill') ? paths.confirm(base) : null },
    done: seesAnswers ? await doneRows(member, size) : [],
  }
}

async function nowOf({ assessment, questionnaire, result }: CompanyScan, paths: Paths) {
  const when = m.landing_now({ date: date(assessment.finishedAt ?? assessment.createdAt) })
  const worst = worstOf(questionnaire.scenarios.flatMap(scenario => result!.scenarios.filter(one => one.id === scenario.id).map(found => ({ scenario, result: found }))))
  const told = toldFrom(questionnaire, evidenceOf(assessment, await storedAnswers(world(), assessment.id)), result!)
  return { when, bar: worst === undefined ? null : scenarioRow(told, worst.scenario, worst.result).bar, report: paths.report(assessment.id) }
}

async function dueRows(member: Member, size: Size | undefined, paths: Paths): Promise<DueRow[]> {
  const today = dutchDay(member.now())
  const [found, lines] = await Promise.all([
    dueActions(world(), member.organisation.id, size, dutchDay(member.now() + dueAhead * day)),
    linesOf(world().database.reader, member.organisation.id),
  ])
  return found.map(({ id, site, title, dueOn, owner }) => {
    const scan = lines.find(line => line.site === site)?.newest
    const ahead = daysBetween(today, dueOn)
    const when = ahead < 0 ? m.landing_late({ days: -ahead }) : ahead === 0 ? m.landing_today() : ahead === 1 ? m.landing_tomorrow() : m.landing_ahead({ days: ahead })
    return {
      title: say(title),
      who: owner,
      when: ahead === -1 ? m.landing_late_one() : when,
      late: dueOf({ dueOn, state: 'open' }, today) === 'overdue',
      href: scan === undefined ? null : paths.planAction(scan.id, id),
    }
  })
}

function oldText({ old, share }: { readonly old: readonly string[]; readonly share: number }): string {
  const percent = oneDecimal(share * 100).replace(/[.,]0$/, '')
  return old.length === 1 ? m.landing_old_one({ percent }) : m.landing_old_text({ n: old.length, percent })
}

async function doneRows(member: Member, size: Size | undefined): Promise<DoneRow[]> {
  const { id } = member.organisation
  const since = member.now() - doneDays * day
  const me = member.user.id
  const answered = await answeredSince(world(), id, me, since, dutchDay)
  const joined = await joinedSince(world(), id, me, since)
  const done = may(member, 'plan.see') ? await actionsDoneSince(world(), id, size, since) : []
  const themes = new Map(world().catalogue.questionnaire('algemeen').themes.map(theme => [theme.id, say(theme.title)]))
  return [
    ...answered.map(({ who, theme, n, at, assessment }) => {
      const words = { who, n, theme: theme === null ? m.landing_done_first() : (themes.get(theme) ?? theme), scan: scanName(assessment) }
      return { at, text: n === 1 ? m.landing_done_answer(words) : m.landing_done_answers(words) }
    }),
    ...joined.map(({ who, at }) => ({ at, text: m.landing_done_joined({ who }) })),
    ...done.map(({ title, at }) => ({ at, text: m.landing_done_action({ action: say(title) }) })),
  ]
    .sort((a, b) => b.at - a.at)
    .slice(0, doneShown)
    .map(({ at, text }) => ({ text, when: date(at) }))
}

type Leads = { readonly member: Member; readonly base: string | null; readonly open: string | null; readonly paths: Paths }

function nextOf(step: NextStep, { overdue, oldAnswers }: Standing, { member, base, open, paths }: Leads): LandingProps['next'] {
  const { id } = member.organisation
  const scan = base ?? ''
  switch (step) {
    case 'start':
      return { title: m.landing_start(), text: m.landing_start_text(), href: `${paths.start}?bedrijf=${id}`, label: m.landing_start_to() }
    case 'goOn':
      return { title: m.landing_go_on(), text: m.landing_go_on_text(), href: paths.scan(open ?? ''), label: m.landing_go_on_to() }
    case 'overdue':
      return { title: overdue === 1 ? m.landing_overdue_one() : m.landing_overdue({ n: overdue }), text: m.landing_overdue_text(), href: paths.companyPlan(id), label: m.landing_overdue_to() }
    case 'choose':
      return { title: m.landing_choose(), text: m.landing_choose_text(), href: paths.choose(scan), label: m.landing_choose_to() }
    case 'confirm':
      return { title: oldAnswers === 1 ? m.landing_confirm_one() : m.landing_confirm({ n: oldAnswers }), text: m.landing_confirm_text(), href: paths.confirm(scan), label: m.landing_confirm_to() }
    case 'again':
      return { title: m.landing_again(), text: m.landing_again_text(), href: paths.check(open ?? ''), label: m.landing_again_to() }
    case 'drill':
      return { title: m.landing_drill(), text: m.landing_drill_text(), href: paths.drills(scan), label: m.landing_drill_to() }
    case 'nothing':
      return { title: m.landing_nothing(), text: m.landing_nothing_text(), href: null, label: '' }
  }
}
