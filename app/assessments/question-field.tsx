/** One question with its answer field, the reason for asking, what stands beside the answer, and what to do when somebody else changed it. */
import { useEffect, useMemo, useRef } from 'react'
import { longestOwnWords } from '#app/core/answers.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { number } from '#app/i18n/format.ts'
import { ChoiceGroup, type Choice } from '#app/ui/choice-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { HourBarField, type HourBarOption } from '#app/ui/hour-bar-field.tsx'
import { InPlace } from '#app/ui/in-place.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Content } from './answer-content.ts'
import { besideAnswer, typedBeside } from './beside-answer.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import type { Conflict } from './autosave.ts'
import { fieldNames, special, valuesOf } from './page-form.ts'
import type { AskedQuestion } from './page-view.ts'
import type { QuestionView } from './question-view.ts'

export type QuestionFieldProps = {
  readonly question: AskedQuestion
  /** what the fields start with */
  readonly content: Content
  readonly version: number
  readonly error?: string
  /** what is wrong with the link beside the answer */
  readonly linkError?: string
  readonly conflict?: Conflict
  readonly onResolve?: (keep: 'mine' | 'theirs') => void
  readonly onClear?: (question: string) => void
  readonly answered: boolean
  /** its answer of last time, where it has one, still waits to be confirmed */
  readonly waits: boolean
  /** the row of the "how long" page that is worst so far */
  readonly lit?: boolean
  readonly row?: boolean
}

/** The marks of an hour bar for the options of an endurance or tolerance question. */
export function barOptions(options: QuestionView['options']): HourBarOption[] {
  return options.map(({ id, label, hours }) => {
    if (hours === 'unlimited') return { value: id, label, short: '2', unit: m.scan_unit_weeks_more(), open: true }
    if (hours === 168) return { value: id, label, short: '1', unit: m.scan_unit_week() }
    return { value: id, label, short: number(hours ?? 0, 1), unit: m.scan_unit_hours() }
  })
}

function apartOf(question: QuestionView): { value: string; label: string }[] {
  const apart: { value: string; label: string }[] = [{ value: special.unknown, label: m.scan_unknown() }]
  if (question.type === 'checklist') apart.unshift({ value: special.none, label: m.scan_none_of_these() })
  if (question.allowNotApplicable) apart.push({ value: special.notApplicable, label: question.type === 'endurance' ? m.scan_not_needed() : m.scan_not_applicable() })
  return apart
}

function choicesOf(question: QuestionView, content: Content): Choice[] {
  if (question.type === 'checklist') return question.items.map(item => ({ value: item.id, label: item.label }))
  return question.options.map(option => ({
    value: option.id,
    label: option.label,
    more: option.ownWords ? (
      <TextField
        name={fieldNames.ownWords(question.id)}
        label={m.scan_own_words()}
        help={m.scan_own_words_help()}
        value={content.ownWords ?? ''}
        maxLength={longestOwnWords}
        autoComplete="off"
      />
    ) : undefined,
  }))
}

/** When the answer was said that is from last time, and whether it still holds; once it is answered it asks no more, and takes the same room. */
function LastTime({ day, waits }: { day: string; waits: boolean }) {
  const asking = m.again_last_time({ date: day })
  return <InPlace was={asking}>{waits ? asking : m.again_last_time_answered({ date: day })}</InPlace>
}

/** Once the page is alive the fields are the browser's: they are drawn again only when what is wrong with them changes, as they stand then. */
function Beside({ question, content, error }: { question: QuestionView; content: Content; error: string | undefined }) {
  const filled = content.note !== null || content.firmness !== null || content.evidence !== null
  const alive = useRef(false)
  useEffect(() => {
    alive.current = true
  }, [])
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `content` is what the fields start with
  const markup = useMemo(() => besideAnswer(question.id, alive.current ? typedBeside(question.id) : content, error), [question.id, error])
  return <Disclosure summary={filled ? m.scan_note_filled() : m.scan_note_add()} open={filled || error !== undefined} markup={markup} />
}

export function QuestionField(props: QuestionFieldProps) {
  const { question, content, version, error, linkError, conflict, onResolve, onClear, answered, waits, lit, row } = props
  const values = valuesOf(content.answer)
  const name = fieldNames.answer(question.id)
  const legend = (row === true ? question.resource?.label : null) ?? question.text
  const told = question.help ?? question.resource?.gone
  const help =
    question.lastTime === undefined ? (
      told
    ) : (
      <>
        <LastTime day={question.lastTime} waits={waits} /> {told}
      </>
    )
  const under = (
    <div className="question-more">
      <input type="hidden" name={fieldNames.version(question.id)} value={version} />
      {question.reason === null ? null : <Disclosure summary={m.scan_why()} markup={question.reason} />}
      <Beside question={question} content={content} error={linkError} />
      {answered ? (
        <button
          type="submit"
          className="btn btn-link"
          name="clear"
          value={question.id}
          formNoValidate
          onClick={event => {
            if (onClear === undefined) return
            event.preventDefault()
            onClear(question.id)
          }}
          aria-label={m.scan_clear_label({ question: legend })}
        >
          {m.scan_clear()}
        </button>
      ) : null}
    </div>
  )
  const common = { id: question.id, name, legend, help, error, apart: apartOf(question) }
  return (
    <div className="question-block" id={`q-${question.id}`}>
      {conflict === undefined ? null : <ConflictNotice question={question} conflict={conflict} onResolve={onResolve} />}
      {question.type === 'endurance' || question.type === 'tolerance' ? (
        <HourBarField {...common} options={barOptions(question.options)} value={values[0] ?? null} notToScale={m.scan_not_to_scale()} size={row === true ? 'row' : 'question'} lit={lit}>
          {under}
        </HourBarField>
      ) : (
        <ChoiceGroup {...common} type={question.type === 'checklist' ? 'checkbox' : 'radio'} options={choicesOf(question, content)} value={values}>
          {under}
        </ChoiceGroup>
      )}
    </div>
  )
}

