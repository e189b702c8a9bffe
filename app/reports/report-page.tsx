/** The whole report, from its view: the same on screen, printed and in the PDF. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { ExplanationPart } from './explanation-part.tsx'
import { MeasurePart } from './measure-part.tsx'
import { OwnerPage } from './owner-page.tsx'
import type { ReportLinks } from './report-links.ts'
import { ReportNext, ReportTools } from './report-tools.tsx'
import type { ReportView } from './report-view.ts'
import { OtherScenarios, ScenarioPart } from './scenario-part.tsx'
import { BaselinePart, ThemePart, type ThemeCharts } from './theme-part.tsx'
import { BasicsPart, TopicPart } from './topic-part.tsx'

export type ReportPageProps = {
  readonly view: ReportView
  readonly words: HourBarWords
  readonly charts: ThemeCharts
  readonly links: ReportLinks
  /** keys for the two forms that begin a new scan */
  readonly once: { readonly change: string; readonly full: string }
  /** on paper everything stands open */
  readonly paper?: boolean
}

export function ReportPage({ view, words, charts, links, once, paper = false }: ReportPageProps) {
  return (
    <div className="rp">
      <OwnerPage view={view} words={words} links={links} once={once.full} />
      <Contents />
      <TopicPart view={view} />
      <ScenarioPart view={view} words={words} />
      <OtherScenarios view={view} />
      <BasicsPart view={view} />
      <MeasurePart view={view} open={paper} />
      <ThemePart view={view} charts={charts} />
      <BaselinePart view={view} />
      <ReportNext links={links} />
      <ReportTools mode={view.mode} links={links} once={once.change} />
      <ExplanationPart view={view} open={paper} />
    </div>
  )
}

function Contents() {
  const parts = [
    ['onderwerpen', m.report_contents_topics()],
    ['scenarios', m.report_contents_scenarios()],
    ['basis', m.report_musts()],
    ['maatregelen', m.report_contents_measures()],
    ['themas', m.report_contents_themes()],
    ['verder', m.report_next()],
    ['bewaren', m.report_save()],
    ['uitleg', m.report_contents_how()],
  ]
  return (
    <nav className="rp-contents screen-only" aria-label={m.report_contents()}>
      <ul>
        {parts.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
