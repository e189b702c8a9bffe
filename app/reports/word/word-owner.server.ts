/** Page one of the report in Word: the whole story for the owner. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { LevelView } from '../level-view.ts'
import { levelNames } from '../level-view.ts'
import type { MeasureView } from '../measure-view.ts'
import type { ReportView } from '../report-view.ts'
import type { Drawings } from './drawings.server.ts'
import type { Drawing } from './hour-bar-drawing.ts'
import { list, para, picture, title, type Block } from './parts.server.ts'

export function ownerPart(view: ReportView, drawings: Drawings): Block[] {
  const worst = view.campaign.find(scenario => scenario.id === view.worst)
  const kicker = view.mode === 'quick' ? m.report_kicker_quick({ date: view.date }) : m.report_kicker({ date: view.date })
  const scenario: Block[] =
    worst === undefined
      ? []
      : [
          picture(drawings.campaign.get(worst.id)!, worst.sentence, 0.86),
          para([worst.weakest, worst.needed, worst.note].filter(text => text !== null).join(' ')),
        ]
  return [
    para(view.example ? `${m.report_example()} · ${kicker}` : kicker, 'Kicker'),
    title(1, worst?.finding.heading ?? view.level.title),
    ...(view.mustGoOn === null ? [] : [para([`${m.report_must_go_on()}: `, { text: view.mustGoOn, bold: true }], 'Lead')]),
    ...scenario,
    ...standing(view.level, drawings.level),
    ...(view.old === null ? [] : [para(view.old)]),
    ...tasks(view),
    ...findOut(view),
  ]
}

function standing(level: LevelView, drawing: Drawing | null): Block[] {
  return [
    title(2, level.title),
    ...(level.level === null || drawing === null ? [] : [picture(drawing, m.word_levels_picture({ level: `${level.level}: ${levelNames[level.level]()}` }), 0.8)]),
    ...(level.text === null ? [] : [para(level.points === null ? level.text : [`${level.text} `, { text: level.points, soft: true }])]),
    para([{ text: level.basics, bold: true }, ...(level.missingLead === null ? [] : [`. ${level.missingLead} ${level.missing.join(' · ')}.`])]),
  ]
}

function tasks({ thisWeek, thisMonth }: ReportView): Block[] {
  if (thisWeek.length === 0) return [para(m.report_nothing_to_do(), 'Lead')]
  return [
    title(2, m.report_this_week()),
    ...list(thisWeek.map(task), 'boxes'),
    ...(thisMonth.length === 0 ? [] : [title(2, m.report_this_month()), ...list(thisMonth.map(task), 'boxes')]),
    para(m.report_split(), 'Beside'),
  ]
}

function task(measure: MeasureView) {
  return [
    { text: measure.title, bold: true },
    { text: measure.firstStep, newLine: true },
    { text: [m.report_first_minutes({ minutes: measure.minutes }), measure.effort, measure.cost, ...measure.wins].join(' · '), newLine: true, soft: true, size: 17 },
  ]
}

function findOut(view: ReportView): Block[] {
  if (view.findOut.length === 0) return []
  return [
    title(2, m.report_find_out()),
    ...list(
      view.findOut.map(one => [{ text: one.question, bold: true }, ...(one.ask === null ? [] : [{ text: one.ask, newLine: true, soft: true }])]),
      'boxes',
    ),
    ...(view.findOutMore === null ? [] : [para(view.findOutMore, 'Beside')]),
  ]
}
