/** "Waarom is mijn score veranderd": the three parts that add up to the difference, and the answers that did it. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ChangedAnswer, ChangeView } from './trend-view.ts'

/** So many answers are told at once, the rest opens. */
const told = 8

export function ChangePart({ view: { title, dates, caveats, split, why } }: { view: ChangeView }) {
  return (
    <>
      <h2 id="waarom">{title}</h2>
      <p>{dates}</p>
      {caveats.length === 0 ? null : (
        <Notice>
          {caveats.map(caveat => (
            <p key={caveat}>{caveat}</p>
          ))}
        </Notice>
      )}
      {split === null ? (
        <p>{why}</p>
      ) : (
        <>
          <table className="trend-split">
            <caption>{m.trend_split_caption({ before: split.before, after: split.after })}</caption>
            <thead>
              <tr>
                <th scope="col">{m.trend_split_what()}</th>
                <th scope="col" className="num">
                  {m.trend_col_points()}
                </th>
              </tr>
            </thead>
            <tbody>
              {split.parts.map(part => (
                <tr key={part.name}>
                  <th scope="row">
                    {part.name}
                    <span className="small block font-normal text-soft">{part.text}</span>
                  </th>
                  <td className="num">{part.points}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{m.trend_split_total()}</th>
                <td className="num">{split.difference}</td>
              </tr>
            </tfoot>
          </table>
          <h3>{split.answers.length === 0 ? m.trend_answers_none() : split.answers.length === 1 ? m.trend_answers_one() : m.trend_answers({ n: split.answers.length })}</h3>
          <Answers answers={split.answers.slice(0, told)} />
          {split.answers.length > told ? (
            <Disclosure summary={m.trend_answers_more({ n: split.answers.length - told })}>
              <Answers answers={split.answers.slice(told)} />
            </Disclosure>
          ) : null}
        </>
      )}
    </>
  )
}

function Answers({ answers }: { answers: readonly ChangedAnswer[] }) {
  if (answers.length === 0) return null
  return (
    <ul className="trend-answers">
      {answers.map(({ name, points, up, before, after }) => (
        <li key={name}>
          <p className="trend-answer">
            <strong>{name}</strong>
            <span className={up ? 'trend-up' : 'trend-down'}>{m.trend_answer_points({ points })}</span>
          </p>
          <p>
            {m.trend_answer_before({ before })} <span aria-hidden="true">→</span> {m.trend_answer_after({ after })}
          </p>
        </li>
      ))}
    </ul>
  )
}
