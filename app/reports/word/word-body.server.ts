/** The parts of the report in Word between page one and the explanation: topics, scenarios, basics, measures, themes, national figures. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { MeasureView } from '../measure-view.ts'
import type { ReportView } from '../report-view.ts'
import type { ScenarioView } from '../scenario-view.ts'
import type { Point } from '../topic-view.ts'
import type { Drawings } from './drawings.server.ts'
import { cited, list, para, picture, table, title, type Block } from './parts.server.ts'

const point = ({ name, answer }: Point) => [`${name} `, { text: answer, soft: true }]

export function topicPart(view: ReportView): Block[] {
  return [
    title(2, m.report_topics()),
    para(m.report_topics_intro(), undefined, { keepNext: true }),
    ...view.topics.flatMap(topic => [
      title(3, topic.title),
      para(topic.sentence, undefined, { keepNext: topic.open.length > 0 }),
      ...list(topic.open.map(point)),
      ...(topic.more === null ? [] : [para(topic.more, 'Beside')]),
    ]),
  ]
}

export function scenarioPart(view: ReportView, drawings: Drawings): Block[] {
  return [title(2, m.report_three()), ...view.campaign.flatMap(scenario => scenarioBlocks(scenario, drawings)), ...otherPart(view, drawings)]
}

function scenarioBlocks(scenario: ScenarioView, drawings: Drawings): Block[] {
  return [
    para(`${scenario.title} · ${scenario.extent}`, 'Kicker', { spacing: { before: 320, after: 0 } }),
    title(3, { text: scenario.finding.heading, size: 26 }, { spacing: { before: 0 } }),
    para(scenario.summary, undefined, { keepNext: true }),
    ...(scenario.day === null ? [] : [para(scenario.day, undefined, { keepNext: true })]),
    picture(drawings.campaign.get(scenario.id)!, scenario.sentence),
    ...(scenario.note === null ? [] : [para({ text: scenario.note, bold: true })]),
    ...(scenario.weakest === null ? [] : [para(scenario.weakest)]),
    para(scenario.needed),
    para(scenario.readiness),
    ...(scenario.shifts.length === 0
      ? []
      : [
          para(m.report_shifts(), 'Label'),
          ...list(scenario.shifts.map(shift => [{ text: shift.title, bold: true }, { text: `${shift.change} · ${shift.effort}`, newLine: true }])),
        ]),
    para(m.report_timeline_caption(), 'Label'),
    table({
      heads: [m.report_when(), m.report_what_goes(), m.report_you_last()],
      shares: [17, 56, 27],
      rows: scenario.timeline.map(step => [
        { text: step.when, bold: true },
        [{ text: `${step.label}.`, bold: true }, ` ${step.text}`, ...cited(step.cited)],
        { text: step.last, bold: step.weakest },
      ]),
    }),
  ]
}

function otherPart(view: ReportView, drawings: Drawings): Block[] {
  const { heading, rows, someNotAsked } = view.others
  return [
    title(2, heading),
    table({
      heads: [m.report_col_scenario(), m.report_col_stop(), m.report_col_need(), m.report_col_weakest(), m.report_col_readiness()],
      shares: [38, 16, 14, 17, 15],
      rows: rows.map(row => [
        [
          para([{ text: row.title, bold: true }, { text: row.extent, soft: true, newLine: true }], 'Cell'),
          picture(drawings.others.get(row.id)!, row.bar.sentence, 0.35),
        ],
        { text: row.stop, bold: true },
        row.need,
        row.weakest,
        row.readiness,
      ]),
    }),
    ...(someNotAsked ? [para(m.report_not_asked_lead(), 'Beside', { spacing: { before: 100 } })] : []),
  ]
}

export function basicsPart({ musts, strengths, strengthsMore }: ReportView): Block[] {
  return [
    title(2, musts.heading),
    para(m.report_musts_text()),
    ...list(
      musts.unmet.map(must => [
        { text: must.name, bold: true },
        { text: must.answer, newLine: true, soft: true },
        ...(must.fix === null ? [] : [{ text: must.fix, newLine: true }]),
      ]),
    ),
    title(3, m.report_strengths()),
    ...(strengths.length === 0 ? [para(m.report_strengths_none())] : list(strengths.map(point))),
    ...(strengthsMore === null ? [] : [para(strengthsMore, 'Beside')]),
  ]
}

export function measurePart({ measures, done }: ReportView): Block[] {
  return [
    title(2, measures.heading),
    ...(measures.themes.length === 0 ? [] : [para(m.report_measures_intro(), undefined, { keepNext: true })]),
    ...measures.themes.flatMap(theme => [title(3, theme.heading), ...theme.measures.flatMap(measure)]),
    ...(done === null ? [] : [title(3, done.heading), ...list(done.titles)]),
  ]
}

const tight = { keepNext: true, spacing: { after: 30 } }

function measure(one: MeasureView): Block[] {
  const facts = [one.minutes, one.effort, one.cost, ...one.wins, ...(one.first ? [m.report_is_first()] : [])]
  return [
    para(one.title, 'Label'),
    ...(one.description === null ? [] : [para([one.description, ...cited(one.cited)], undefined, tight)]),
    para(
      [{ text: `${m.report_first_step()}: `, bold: true }, one.firstStep, ...(one.call === null ? [] : [{ text: ` ${m.report_call({ who: one.call })}`, soft: true }])],
      undefined,
      tight,
    ),
    para(facts.join(' · '), 'Beside'),
  ]
}

export function themePart(view: ReportView, drawings: Drawings): Block[] {
  const { heading, sentence, themes } = view.themes
  return [
    title(2, heading),
    para(m.report_themes_intro(), undefined, { keepNext: true }),
    picture(drawings.bars, sentence, 0.9),
    para(m.report_themes_radar(), undefined, { keepNext: true }),
    picture(drawings.radar, sentence, 0.62),
    table({
      heads: [m.report_col_theme(), m.report_col_points(), m.report_col_level(), m.report_col_weight()],
      shares: [38, 14, 34, 14],
      rows: themes.map(theme => [
        { text: theme.label, bold: true },
        theme.points === null ? '–' : `${theme.points}`,
        theme.capped ? [theme.text, { text: ` (${m.report_theme_capped()})`, soft: true }] : theme.text,
        theme.weight,
      ]),
    }),
    ...baselinePart(view),
  ]
}

function baselinePart({ baseline }: ReportView): Block[] {
  return [
    title(2, m.report_baseline()),
    para(m.report_baseline_intro()),
    table({
      heads: [m.report_baseline_of(), m.report_baseline_share()],
      shares: [80, 20],
      rows: baseline.rows.map(row => [row.label, { text: row.share, bold: true }]),
    }),
    ...(baseline.you.length === 0 ? [] : [title(3, m.report_baseline_you()), ...list(baseline.you)]),
    para(m.report_baseline_half_day(), undefined, { spacing: { before: 120 } }),
    para([m.report_baseline_source(), ...cited(baseline.cited)], 'Beside'),
  ]
}
