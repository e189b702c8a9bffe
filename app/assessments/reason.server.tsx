/** Why a question is asked, an example, and where it rests on: the same for every company, so it is drawn once, on the server. */
import { renderToStaticMarkup } from 'react-dom/server'
import { m } from '#app/i18n/paraglide/messages.js'
import { wording, type Language, type Question, type Questionnaire, type Size } from '#app/core/questionnaire.ts'

/** The reason as HTML, in words for a company of this size; null for a question without one. */
export function reasonOf(questionnaire: Questionnaire, question: Question, language: Language, size: Size): string | null {
  if (question.why === undefined) return null
  const inLanguage = { locale: language }
  const sources = questionnaire.sources.filter(source => question.sources.includes(source.id))
  const named = sources.filter(source => source.strength !== 'judgement')
  return renderToStaticMarkup(
    <>
      <p>{wording(question.why, question.whySizeOne, size)[language]}</p>
      {question.example === undefined ? null : (
        <p>
          <strong>{m.scan_example({}, inLanguage)}</strong> {wording(question.example, question.exampleSizeOne, size)[language]}
        </p>
      )}
      <p className="small text-soft">
        {named.length > 0 ? `${m.scan_sources({}, inLanguage)} ` : ''}
        {named.map((source, index) => (
          <span key={source.url}>
            {index > 0 ? ' · ' : ''}
            <a href={source.url} rel="noreferrer">
              {source.title}
            </a>
          </span>
        ))}
        {named.length < sources.length ? ` ${m.scan_judgement({}, inLanguage)}` : ''}
      </p>
    </>,
  )
}
