/**
 * Whether an answer is safe, quietly; a failure plainly and at once.
 *
 * `<SaveState state="idle|busy|saved|waiting|failed" text announce? retry? elsewhere?>`
 * - `text` is the visible line: "Bezig met opslaan" · "Opgeslagen om 14:32" · "2 antwoorden wachten op verbinding" · "Opslaan is mislukt".
 * - `announce` is what a screen reader hears; change it once per question ("Opgeslagen"), not with each keystroke. A failure is heard at once.
 * - `retry`: `{ label, onRetry }`, the button beside a failure.
 * - `elsewhere`: `{ label, href }`, a page that helps, opened on another tab so that this one keeps what it holds.
 */
import { classes } from './binding.ts'

export type SaveStateName = 'idle' | 'busy' | 'saved' | 'waiting' | 'failed'
export type SaveStateProps = {
  readonly state: SaveStateName
  readonly text: string
  readonly announce?: string
  readonly retry?: { readonly label: string; readonly onRetry: () => void }
  readonly elsewhere?: { readonly label: string; readonly href: string }
}

export function SaveState({ state, text, announce, retry, elsewhere }: SaveStateProps) {
  const failed = state === 'failed'
  return (
    <div>
      <span className={classes('save', `save-${state}`)} aria-hidden="true">
        {text}
      </span>
      <span className="sr-only" role="status">
        {failed ? '' : announce}
      </span>
      <span className="sr-only" role="alert">
        {failed ? text : ''}
      </span>
      {failed && elsewhere ? (
        <>
          {' '}
          <a href={elsewhere.href} target="_blank" rel="noopener">
            {elsewhere.label}
          </a>
        </>
      ) : null}
      {failed && retry ? (
        <>
          {' '}
          <button type="button" className="btn btn-link" onClick={retry.onRetry}>
            {retry.label}
          </button>
        </>
      ) : null}
    </div>
  )
}
