/** How a score is made, step by step, with one company as the worked example. */
import { m } from '#app/i18n/paraglide/messages.js'
import { HourBar } from '#app/ui/hour-bar.tsx'
import type { HourBarWords } from '#app/ui/hour-bar-picture.ts'
import { Level } from '#app/ui/level.tsx'
import type { AccountabilityView, LevelView } from './accountability-view.ts'
import type { AccountabilityExample } from './example.ts'
import { Mark } from './mark.tsx'

type Props = { readonly view: AccountabilityView; readonly example: AccountabilityExample; readonly words: HourBarWords }

export function ExamplePart({ view, example, words }: Props) {
  const { name, description, theme, overall } = example
  return (
    <section id="score" className="flow" aria-labelledby="score-title">
      <h2 id="score-title">{m.account_score_title()}</h2>
      <p>{m.account_score_company({ name, description })}</p>
      <p>{m.account_score_real()}</p>

      <h3>{m.account_step_1()}</h3>
      <p>{m.account_step_1_choice()}</p>
      <p>{m.account_step_1_hours()}</p>
      <p>{m.account_step_1_unknown()}</p>

      <h3>{m.account_step_2()}</h3>
      <p>
        {m.account_step_2_text()} {view.judgement.questionWeights === null ? m.account_weights_even() : null}
      </p>
      <ThemeTable example={example} />
      <p className="acc-sum">{m.account_sum_theme({ formula: theme.formula, score: theme.score, points: theme.points })}</p>

      <h3>{m.account_step_3()}</h3>
      <p>{m.account_step_3_text()}</p>
      <ThemesTable example={example} levels={view.levels} />
      <p className="acc-sum">{m.account_sum_theme({ formula: overall.formula, score: overall.score, points: overall.points })}</p>
      <p>{m.account_round()}</p>

      <h3>{m.account_step_4()}</h3>
      <LevelsTable levels={view.levels} />
      <p>{m.account_step_4_must()}</p>
      <p>{m.account_step_4_cap()}</p>
      <p className="acc-sum">{themeSentence(example)}</p>
      <p className="acc-sum">{overallSentence(example)}</p>

      <ScenarioPart example={example} words={words} />

      <h3>{m.account_order_title()}</h3>
      <p>{m.report_how_measures()}</p>
    </section>
  )
}

function themeSentence({ theme }: AccountabilityExample): string {
  const { title, points, uncapped, level, capped, unmet } = theme
  if (!capped) return m.account_theme_plain({ theme: title, points, level: level ?? 0 })
  return m.account_theme_capped({ theme: title, points, uncapped: uncapped ?? 0, level: level ?? 0, musts: unmet.map(lowerFirst).join(', ') })
}

function overallSentence({ overall }: AccountabilityExample): string {
  const { points, uncapped, level, capped, musts, unmet } = overall
  const sentence = capped
    ? m.account_overall_capped({ points, uncapped: uncapped ?? 0, level: level ?? 0, musts, unmet: unmet.length })
    : m.account_overall_plain({ points, level: level ?? 0, musts, unmet: unmet.length })
  return unmet.length === 0 ? sentence : `${sentence} ${m.account_overall_list({ musts: unmet.map(lowerFirst).join(', ') })}`
}

function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}

function ThemeTable({ example: { name, theme } }: { example: AccountabilityExample }) {
  return (
    <table className="acc-stack" role="table">
      <caption>{m.account_table_theme({ theme: theme.title, name })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{m.account_col_question()}</th>
          <th scope="col" role="columnheader">{m.account_col_answer()}</th>
          <th scope="col" role="columnheader" className="acc-number">{m.account_col_counts()}</th>
          <th scope="col" role="columnheader" className="acc-number">{m.account_col_weight()}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {theme.rows.map(row => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              {row.question} {row.must ? <Mark>{m.account_must()}</Mark> : null}
            </th>
            <td role="cell" data-label={m.account_col_answer()}>
              {row.answer}
            </td>
            <td role="cell" className="acc-number" data-label={m.account_col_counts()}>
              {row.counts ?? m.account_counts_nowhere()}
            </td>
            <td role="cell" className="acc-number" data-label={m.account_col_weight()}>
              {row.weight}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ThemesTable({ example: { name, themes }, levels }: { example: AccountabilityExample; levels: readonly LevelView[] }) {
  return (
    <table className="acc-stack acc-inline" role="table">
      <caption>{m.account_table_themes({ name })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{m.account_col_theme()}</th>
          <th scope="col" role="columnheader" className="acc-number">{m.account_col_weight()}</th>
          <th scope="col" role="columnheader" className="acc-number">{m.account_col_points()}</th>
          <th scope="col" role="columnheader">{m.account_col_level()}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {themes.map(theme => (
          <tr key={theme.title} role="row">
            <th scope="row" role="rowheader">{theme.title}</th>
            <td role="cell" className="acc-number" data-label={m.account_col_weight()}>
              {theme.weight}
            </td>
            <td role="cell" className="acc-number" data-label={m.account_col_points()}>
              {theme.score ?? '–'}
            </td>
            <td role="cell" data-label={m.account_col_level()}>
              {theme.level === null ? '–' : <Level level={theme.level} name={levels[theme.level - 1]?.name ?? ''} />}
              {theme.capped ? <Mark>{m.account_see_step_4()}</Mark> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LevelsTable({ levels }: { levels: readonly LevelView[] }) {
  return (
    <table className="acc-narrow">
      <caption>{m.account_levels_caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.account_col_points()}</th>
          <th scope="col">{m.account_col_level()}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ level, name, from, to }) => (
          <tr key={level}>
            <th scope="row">{m.account_level_points({ from, to })}</th>
            <td>
              <Level level={level} name={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ScenarioPart({ example, words }: Omit<Props, 'view'>) {
  const { name, scenario } = example
  const { target, tolerance, left, needed, endurance, short, weakest } = scenario
  return (
    <>
      <h3>{m.account_step_5()}</h3>
      <p>{m.account_step_5_text()}</p>
      <p>{m.account_step_5_adds()}</p>
      <p className="acc-time">
        {left === needed ? m.account_step_5_sum({ target, tolerance, needed }) : m.account_step_5_sum_floor({ target, tolerance, left, needed })}
      </p>
      <p>{m.account_step_5_said({ target, tolerance, needed, name })}</p>
      <StepsTable example={example} />
      <p>{short === null ? m.account_step_5_enough({ weakest, endurance }) : m.account_step_5_result({ weakest, endurance, short })}</p>
      <p>{m.account_step_5_report({ name })}</p>
      <HourBar id="voorbeeld" picture={scenario.picture} words={words} sentence={scenario.sentence} caption table="hidden" />
    </>
  )
}

function StepsTable({ example: { name, scenario } }: { example: AccountabilityExample }) {
  return (
    <table className="acc-stack" role="table">
      <caption>{m.account_steps_caption({ name })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{m.account_col_gone()}</th>
          <th scope="col" role="columnheader">{m.account_col_when()}</th>
          <th scope="col" role="columnheader">{m.account_col_last()}</th>
          <th scope="col" role="columnheader">{m.account_col_stops()}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {scenario.steps.map(step => (
          <tr key={step.label} role="row" className={step.weakest ? 'acc-held' : undefined}>
            <th scope="row" role="rowheader">{step.label}</th>
            <td role="cell" data-label={m.account_col_when()}>
              {step.when}
            </td>
            <td role="cell" data-label={m.account_col_last()}>
              {step.lasts}
            </td>
            <td role="cell" data-label={m.account_col_stops()}>
              {step.stops}
              {step.weakest ? <Mark>{m.account_weakest_mark()}</Mark> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
