/** Parts of somebody's report, as who has the link reads them. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ExplanationPart } from '../explanation-part.tsx'
import { MeasurePart } from '../measure-part.tsx'
import { OwnerPage } from '../owner-page.tsx'
import { OtherScenarios, ScenarioPart } from '../scenario-part.tsx'
import { BaselinePart, ThemePart, type ThemeCharts } from '../theme-part.tsx'
import { BasicsPart, TopicPart } from '../topic-part.tsx'
import type { SharedView } from './shared-view.ts'

export type SharedPageProps = {
  readonly view: SharedView
  readonly words: HourBarWords
  /** null where the themes are not shared */
  readonly charts: ThemeCharts | null
  /** the last day on which the link works */
  readonly until: string
  readonly home: string
}

export function SharedPage({ view, words, charts, until, home }: SharedPageProps) {
  const { owner, topics, scenarios, measures, themes, explanation } = view
  return (
    <div className="rp">
      <div className="mb-8">
        <Notice title={m.share_shared_notice({ date: view.date })}>
          <p>
            {m.share_shared_self()} {m.share_shared_until({ until })}
          </p>
        </Notice>
      </div>
      {owner === undefined ? <h1>{m.share_shared_title({ date: view.date })}</h1> : <OwnerPage view={owner} words={words} links={null} once="" />}
      {topics === undefined ? null : <TopicPart view={topics} />}
      {scenarios === undefined ? null : (
        <>
          <ScenarioPart view={scenarios} words={words} />
          <OtherScenarios view={scenarios} />
        </>
      )}
      {topics === undefined ? null : <BasicsPart view={topics} />}
      {measures === undefined ? null : <MeasurePart view={measures} open={false} />}
      {themes === undefined || charts === null ? null : (
        <>
          <ThemePart view={themes} charts={charts} />
          <BaselinePart view={themes} />
        </>
      )}
      {explanation === undefined ? null : <ExplanationPart view={explanation} open={false} />}
      <p className="screen-only">
        {m.share_shared_own()} <a href={home}>{m.share_shared_own_link()}</a>
      </p>
    </div>
  )
}
