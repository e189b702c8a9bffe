/** A page of questions: the form, autosave with its state, conflicts, and the way on. */
import { Form, Link, useBlocker, useSubmit } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { time } from '#app/i18n/format.ts'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { InPlace } from '#app/ui/in-place.tsx'
import { SaveState } from '#app/ui/save-state.tsx'
import { asMember } from './as-member.ts'
import type { Autosave, Conflict } from './autosave.ts'
import { noContent, type Content } from './answer-content.ts'
import { fieldNames, valuesOf } from './page-form.ts'
import { stillWaits, visibleOnPage, type PageView } from './page-view.ts'
import { QuestionField } from './question-field.tsx'
import { useAutosave } from './use-autosave.ts'

/** What the action found when the page was posted: nothing of it happens where the browser saved everything before. */
export type PagePosted = {
  readonly errors: readonly { readonly id: string; readonly message: string }[]
  readonly conflicts: Readonly<Record<string, Conflict>>
  readonly versions: Readonly<Record<string, number>>
  readonly typed: Readonly<Record<string, Content>>
}

export type QuestionPageProps = {
  /** a PageView as JSON: one value, for Remix would walk over each of the hundreds in it */
  readonly view: string
  readonly posted: PagePosted | undefined
  /** where autosave sends to */
  readonly address: string
  /** a member works on it, not a guest */
  readonly member: boolean
  /** the sign-in page that leads back here, for when the session ends while the page is open */
  readonly signIn: string
  readonly back: string
  /** the words on the button that goes on */
  readonly onward: string
  /** endurance rows instead of questions: the worst one so far lights up */
  readonly rows?: boolean
  readonly children: ReactNode
}

export function QuestionPage({ view: sent, posted: answered, address, member, signIn, back, onward, rows, children }: QuestionPageProps) {
  const view = useMemo(() => JSON.parse(sent) as PageView, [sent])
  const form = useRef<HTMLFormElement>(null)
  const { contents, autosave, read } = useAutosave(view, address, form)
  const [leaving, setLeaving] = useState(false)
  const [posted, forget] = usePosted(answered)
  const submit = useSubmit()
  useSavingBeforeLeaving(autosave)
  const answers = Object.fromEntries(Object.entries(contents).map(([id, content]) => [id, content.answer]))
  const shown = visibleOnPage(view, answers)
  const worst = rows === true ? worstRow(shown, contents) : null
  const conflicts = autosave === null ? (posted?.conflicts ?? {}) : autosave.conflicts()
  const versions = { ...view.versions, ...posted?.versions, ...autosave?.versions() }
  const lastTime = shown.filter(question => question.lastTime !== undefined)
  const waiting = lastTime.filter(question => stillWaits(view, question, versions)).map(question => question.id)

  const clear = (question: string) => {
    const fields = form.current?.querySelectorAll<HTMLInputElement>(`[name="${fieldNames.answer(question)}"]`) ?? []
    for (const field of fields) field.checked = false
    read('choice')
    fields[0]?.focus()
  }

  return (
    <Form
      method="post"
      noValidate
      ref={form}
      className="question-page"
      onChange={event => read(isText(event.target) ? 'text' : 'choice')}
      onInput={event => {
        // what stands beside an answer is no element of React's, so only `input` comes up from it
        if (isText(event.target)) read('text')
        else if (event.target instanceof HTMLSelectElement) read('choice')
      }}
      onClick={goToField}
      onSubmit={event => {
        if (autosave === null) return
        event.preventDefault()
        const fields = event.currentTarget
        const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
        setLeaving(true)
        void autosave.settle().then(done => {
          setLeaving(false)
          if (done) {
            submit(pressed ?? fields)
            forget()
          } else {
            document.querySelector('.save-bar')?.scrollIntoView({ block: 'nearest' })
          }
        })
      }}
    >
      {/* what Enter in a field presses; else that is the first button on the page, which clears an answer */}
      <button className="sr-only" tabIndex={-1} aria-hidden="true">
        {onward}
      </button>
      {children}
      <ErrorSummary title={m.scan_errors()} errors={posted?.errors ?? []} />
      <div className="questions">
        {shown.map(question => (
          <QuestionField
            key={question.id}
            question={question}
            content={posted?.typed[question.id] ?? view.contents[question.id] ?? noContent}
            version={versions[question.id] ?? 0}
            error={posted?.errors.find(error => error.id === question.id)?.message}
            linkError={posted?.errors.find(error => error.id === fieldNames.evidence(question.id))?.message}
            conflict={conflicts[question.id]}
            onResolve={autosave === null ? undefined : keep => resolve(autosave, question.id, keep, form.current, read)}
            onClear={autosave === null ? undefined : clear}
            answered={(contents[question.id] ?? noContent).answer !== null}
            waits={waiting.includes(question.id)}
            lit={worst === question.id}
            row={rows}
          />
        ))}
      </div>
      <div className="actions">
        {member ? <input type="hidden" name={asMember} /> : null}
        <Button disabled={leaving} aria-disabled={leaving}>
          {onward}
        </Button>
        {lastTime.length === 0 ? null : <StillButton of={lastTime.length} waiting={waiting.length} leaving={leaving} />}
        <Link to={back} className={buttonClass('quiet')}>
          {m.scan_back()}
        </Link>
      </div>
      {autosave === null ? null : <SaveBar autosave={autosave} signIn={signIn} order={shown.map(question => question.id)} confirmed={waiting.length === 0 ? lastTime.map(question => question.id) : []} />}
    </Form>
  )
}

/** Says of the answers of last time on this page that they still hold. Once none waits it leaves its place empty, for nothing to come under the hand instead. */
function StillButton({ of, waiting, leaving }: { of: number; waiting: number; leaving: boolean }) {
  const words = (count: number) => (count > 1 ? m.again_confirm() : m.again_confirm_one())
  // never disabled: a form is sent without a disabled button's name
  return (
    <Button kind="quiet" name="still" className={waiting === 0 ? 'keeps-place' : undefined} aria-disabled={leaving}>
      <InPlace was={words(of)}>{words(waiting)}</InPlace>
    </Button>
  )
}

/** What came of the last post, until the next one: following a link to a field on this page must not take the errors away. */
function usePosted(answered: PagePosted | undefined): readonly [PagePosted | undefined, () => void] {
  const [last, setLast] = useState({ answered, posted: answered })
  if (answered !== last.answered) setLast({ answered, posted: answered ?? last.posted })
  return [last.posted, () => setLast({ answered, posted: undefined })]
}

/** A link from an error to its field stays on the page: for the router it would be another place, to be blocked while something waits. */
function goToField(event: MouseEvent<HTMLFormElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  const field = link === null ? null : document.getElementById(link.getAttribute('href')!.slice(1))
  if (field === null) return
  event.preventDefault()
  for (let fold = field.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
  field.focus()
  field.scrollIntoView({ block: 'center' })
}

/** Another page is opened only when everything is saved, or when one says to leave all the same. */
function useSavingBeforeLeaving(autosave: Autosave | null): void {
  const blocker = useBlocker(() => (autosave?.waiting() ?? 0) > 0)
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (autosave === null) return blocker.proceed()
    void autosave.settle().then(done => (done || window.confirm(m.scan_leave_unsaved()) ? blocker.proceed() : blocker.reset()))
  }, [blocker, autosave])
}

function isText(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}

/** Goes on with one content; keeping theirs puts it into the fields too. */
function resolve(autosave: Autosave, question: string, keep: 'mine' | 'theirs', form: HTMLFormElement | null, read: (kind: 'choice') => void): void {
  const theirs = autosave.conflicts()[question]?.theirs
  autosave.resolve(question, keep)
  if (keep === 'mine' || theirs === undefined || form === null) return
  fill(form, question, theirs)
  read('choice')
}

function fill(form: HTMLFormElement, question: string, content: Content): void {
  const values = new Set(valuesOf(content.answer))
  for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${fieldNames.answer(question)}"]`)) field.checked = values.has(field.value)
  for (const [name, text] of [
    [fieldNames.ownWords(question), content.ownWords],
    [fieldNames.note(question), content.note],
    [fieldNames.firmness(question), content.firmness],
    [fieldNames.evidence(question), content.evidence],
  ] as const) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = text ?? ''
  }
}

/** The endurance row that stops first, once there is more than one to compare. */
function worstRow(shown: PageView['questions'], contents: Readonly<Record<string, Content>>): string | null {
  const hours = shown.flatMap(question => {
    const answer = contents[question.id]?.answer
    if (answer === null || answer === undefined || !('option' in answer)) return []
    const given = question.options.find(option => option.id === answer.option)?.hours
    return typeof given === 'number' ? [{ id: question.id, hours: given }] : []
  })
  if (hours.length < 2) return null
  return hours.reduce((worst, one) => (one.hours < worst.hours ? one : worst)).id
}

/** The quiet line at the foot of the window. `confirmed`: the questions with an answer of last time, once none of them waits. */
function SaveBar({ autosave, signIn, order, confirmed }: { autosave: Autosave; signIn: string; order: readonly string[]; confirmed: readonly string[] }) {
  const status = autosave.status()
  const retry = { label: m.scan_save_retry(), onRetry: () => autosave.retry() }
  const bar = () => {
    switch (status.kind) {
      case 'idle':
        return <SaveState state="idle" text={m.scan_save_idle()} />
      case 'busy':
        return <SaveState state="busy" text={m.scan_save_busy()} />
      case 'saved': {
        const numbers = status.questions.map(id => order.indexOf(id) + 1).filter(position => position > 0)
        const last = status.questions.some(id => confirmed.includes(id))
        const saved = m.scan_save_announce({ questions: numbers.join(', ') })
        const announce = numbers.length === 0 ? undefined : last ? `${saved}. ${m.again_none_waits()}` : saved
        return <SaveState state="saved" text={m.scan_save_saved({ time: time(status.at) })} announce={announce} />
      }
      case 'conflict':
        return <SaveState state="idle" text={m.scan_save_conflict()} />
      case 'waiting':
        return <SaveState state="waiting" text={status.count === 1 ? m.scan_save_waiting_one() : m.scan_save_waiting({ count: status.count })} announce={m.scan_save_waiting_short()} />
      case 'failed': {
        const failed = m.scan_save_failed()
        const text = { finished: m.scan_save_finished(), gone: m.scan_save_gone(), signedOut: m.scan_save_signed_out(), badInput: failed, server: failed }[status.reason]
        const elsewhere = status.reason === 'signedOut' ? { label: m.scan_save_sign_in(), href: signIn } : undefined
        return <SaveState state="failed" text={text} elsewhere={elsewhere} retry={status.reason === 'finished' || status.reason === 'gone' ? undefined : retry} />
      }
    }
  }
  return <div className="save-bar">{bar()}</div>
}
