/** Autosave in a page: listens to the form, sends by fetch, and asks before leaving while something waits. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { createAutosave, type Autosave, type SendOutcome, type SignedOut } from './autosave.ts'
import type { Content, Save, SaveResult } from './answer-content.ts'
import { isEvidenceLink } from './evidence-link.ts'
import { contentFrom, questionsIn } from './page-form.ts'
import type { PageView } from './page-view.ts'

/** Milliseconds of rest before a save: choosing with the arrow keys passes over options, and typing takes longer. */
const restAfter = { choice: 500, text: 1200 }

/** Browsers keep at most 64 KB of requests alive after a page is left. */
const longestKeptAlive = 50_000

async function send(address: string, saves: readonly Save[]): Promise<SendOutcome> {
  let response: Response
  const body = JSON.stringify({ saves })
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: body.length < longestKeptAlive, // goes on when the page is left
      signal: AbortSignal.timeout(15_000),
    })
  } catch {
    return 'noConnection'
  }
  if (response.status === 401) return { ok: false, reason: 'signedOut' } satisfies SignedOut
  if (response.status === 404) return { ok: false, reason: 'gone' }
  if (response.status === 502 || response.status === 503 || response.status === 504) return 'noConnection'
  try {
    return response.status >= 500 || response.status === 429 ? 'serverError' : ((await response.json()) as SaveResult)
  } catch {
    return 'serverError'
  }
}

/** True when what waits would be lost with the page: asking is right then, and only then. */
export function cannotSaveNow(autosave: Autosave): boolean {
  const { kind } = autosave.status()
  return kind === 'waiting' || kind === 'failed' || !navigator.onLine
}

export type PageState = {
  /** what the fields say now, saved or not */
  readonly contents: Readonly<Record<string, Content>>
  readonly autosave: Autosave | null
  /** reads the fields again; for `onChange` and `onInput` of the form */
  readonly read: (kind: 'choice' | 'text') => void
}

/** Keeps what the fields of `form` say, and saves it to `address`. Before the page is alive `autosave` is null. */
export function useAutosave(view: PageView, address: string, form: RefObject<HTMLFormElement>): PageState {
  const [contents, setContents] = useState(view.contents)
  const [, redraw] = useState(0)
  const autosave = useRef<Autosave | null>(null)
  const links = useRef<Record<string, string | null>>({})

  const read = (kind: 'choice' | 'text') => {
    if (form.current === null || autosave.current === null) return
    const fields = new FormData(form.current)
    const next: Record<string, Content> = {}
    for (const question of questionsIn(fields, view.questions)) {
      const content = contentFrom(fields, question)
      if (content === 'unclear') continue
      // half a link is no link yet: the last whole one stands until then, and the page says so when one goes on
      if (content.evidence === null || isEvidenceLink(content.evidence)) links.current[question.id] = content.evidence
      const whole = { ...content, evidence: links.current[question.id] ?? null }
      next[question.id] = whole
      autosave.current.edit(question.id, whole, restAfter[kind])
    }
    setContents(before => ({ ...before, ...next }))
  }

  useEffect(() => {
    autosave.current = createAutosave(
      {
        send: saves => send(address, saves),
        later: (milliseconds, call) => {
          const timer = setTimeout(call, milliseconds)
          return () => clearTimeout(timer)
        },
        changed: () => redraw(count => count + 1),
      },
      view.contents,
      view.versions,
    )
    links.current = Object.fromEntries(Object.entries(view.contents).map(([id, { evidence }]) => [id, evidence]))
    read('choice')
    const online = () => autosave.current?.retry()
    const leave = (event: BeforeUnloadEvent) => {
      if (autosave.current === null || autosave.current.waiting() === 0) return
      if (cannotSaveNow(autosave.current)) event.preventDefault()
      else void autosave.current.settle()
    }
    window.addEventListener('online', online)
    window.addEventListener('beforeunload', leave)
    redraw(count => count + 1)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', leave)
      void autosave.current?.settle()
      autosave.current = null
    }
    // one autosave for one page: `view` is new with every visit to another page, and the component is keyed by the page
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [address])

  return { contents, autosave: autosave.current, read }
}
