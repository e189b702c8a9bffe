/** One question with its answer field, the reason for asking, a note, and what to do when somebody else changed it. */
import { longestNote, longestOwnWords } from '#app/core/answers.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { number } from '#app/i18n/format.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup, type Choice } from '#app/ui/choice-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { HourBarField, type HourBarOption } from '#app/ui/hour-bar-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Content } from './answer-content.ts'
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
  readonly conflict?: Conflict
  readonly onResolve?: (keep: 'mine' | 'theirs') => void
  readonly onClear?: (question: string) => void
  readonly answered: boolean
  /** the row of the "how long" page that is worst so far */
  readonly lit?: boolean
  readonly row?: boolean
}

/** An answer in words. */
export function answerInWords(question: QuestionView, content: Content): string {
  const { answer } = content
  if (answer === null) return m.scan_no_answer()
  if ('unknown' in answer) return m.scan_unknown()
  if ('notApplicable' in answer) return question.type === 'endurance' ? m.scan_not_needed() : m.scan_not_applicable()
  if ('option' in answer) {
    const label = question.options.find(option => option.id === answer.option)?.label ?? answer.option
    return content.ownWords === null ? label : content.ownWords
  }
  if (answer.items.length === 0) return m.scan_none_of_these()
  return answer.items.map(id => question.items.find(item => item.id === id)?.label ?? id).join(' · ')
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

function Note({ question, content }: { question: QuestionView; content: Content }) {
  return (
    <Disclosure summary={content.note === null ? m.scan_note_add() : m.scan_note()} open={content.note !== null}>
      <TextField name={fieldNames.note(question.id)} label={m.scan_note()} help={m.scan_note_help()} value={content.note ?? ''} lines={3} maxLength={longestNote} />
    </Disclosure>
  )
}

function ConflictNotice({ question, conflict, onResolve }: { question: QuestionView; conflict: Conflict; onResolve?: (keep: 'mine' | 'theirs') => void }) {
  const note = (content: Content) => (content.note === null ? '' : ` (${m.scan_note().toLowerCase()}: ${content.note})`)
  return (
    <Notice kind="danger" title={m.scan_conflict_title()} live>
      <p>{m.scan_conflict_theirs({ answer: answerInWords(question, conflict.theirs) + note(conflict.theirs) })}</p>
      <p>{m.scan_conflict_mine({ answer: answerInWords(question, conflict.mine) + note(conflict.mine) })}</p>
      {onResolve === undefined ? (
        <p>{m.scan_conflict_save_again()}</p>
      ) : (
        <div className="actions">
          <Button type="button" kind="quiet" onClick={() => onResolve('mine')}>
            {m.scan_conflict_keep_mine()}
          </Button>
          <Button type="button" kind="quiet" onClick={() => onResolve('theirs')}>
            {m.scan_conflict_keep_theirs()}
          </Button>
        </div>
      )}
    </Notice>
  )
}

export function QuestionField(props: QuestionFieldProps) {
  const { question, content, version, error, conflict, onResolve, onClear, answered, lit, row } = props
  const values = valuesOf(content.answer)
  const name = fieldNames.answer(question.id)
  const legend = (row === true ? question.resource?.label : null) ?? question.text
  const help = question.help ?? question.resource?.gone
  const under = (
    <div className="question-more">
      <input type="hidden" name={fieldNames.version(question.id)} value={version} />
      {question.reason === null ? null : <Disclosure summary={m.scan_why()} markup={question.reason} />}
      <Note question={question} content={content} />
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

