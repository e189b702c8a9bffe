/**
 * How far one is, in words and never as a percentage: what is done, what is left.
 *
 * `<ProgressText text done? />`: "3 van de 6 vragen" · "Klaar"; `done` marks a finished part with a tick.
 */
export function ProgressText({ text, done }: { text: string; done?: boolean }) {
  return (
    <span className={done ? 'small font-bold text-sea' : 'small text-soft'}>
      {done ? (
        <svg className="mr-2 inline-block align-baseline" width="14" height="12" viewBox="0 0 14 12" aria-hidden="true" focusable="false">
          <path d="M1.5 6.5L5 10L12.5 1.5" fill="none" stroke="currentColor" strokeWidth="3" />
        </svg>
      ) : null}
      {text}
    </span>
  )
}
