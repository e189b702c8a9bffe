/** Says that somebody else changed the same answer, who and when, shows both, and lets one choose. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { answerInWords } from './answer-words.ts'
import type { Content } from './answer-content.ts'
import type { Conflict } from './autosave.ts'
import { firmnessInWords } from './beside-answer.ts'
import { momentInWords } from './moment-words.ts'
import type { QuestionView } from './question-view.ts'

function headingOf({ by, seen }: Conflict): string {
  const when = momentInWords(by.at, seen)
  if (by.you) return m.scan_conflict_you({ when })
  return by.name === null ? m.scan_conflict_title({ when }) : m.scan_conflict_by({ name: by.name, when })
}

/** All that a content says, in one line. */
function contentInWords(question: QuestionView, content: Content): string {
  const beside = [
    content.note === null ? null : `${m.scan_note()}: ${content.note}`,
    content.firmness === null ? null : m.scan_firm_is({ firmness: firmnessInWords(content.firmness) }),
    content.evidence,
  ].filter(part => part !== null)
  return answerInWords(question, content) + (beside.length === 0 ? '' : ` (${beside.join(' · ')})`)
}

type ConflictNoticeProps = { readonly question: QuestionView; readonly conflict: Conflict; readonly onResolve?: (keep: 'mine' | 'theirs') => void }

/** `onResolve` is missing without JavaScript: then saving once more keeps what the page shows. */
export function ConflictNotice({ question, conflict, onResolve }: ConflictNoticeProps) {
  return (
    <Notice kind="danger" title={headingOf(conflict)} live>
      <p>{m.scan_conflict_theirs({ answer: contentInWords(question, conflict.theirs) })}</p>
      <p>{m.scan_conflict_mine({ answer: contentInWords(question, conflict.mine) })}</p>
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
