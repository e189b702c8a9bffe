/** All versions of an answer, newest first, each with who gave it and when, and a button that puts it back. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { EvidenceLink } from '#app/ui/evidence-link.tsx'

export type VersionLine = {
  readonly version: number
  /** "Sanne" */
  readonly who: string
  /** "om 14:32" */
  readonly when: string
  readonly answer: string
  readonly note: string | null
  readonly firmness: string | null
  readonly evidence: string | null
}

export function AnswerHistory({ versions, mayPutBack }: { versions: readonly VersionLine[]; mayPutBack: boolean }) {
  const newest = versions[0]?.version ?? 0
  return (
    <ol className="history" reversed>
      {versions.map(({ version, who, when, answer, note, firmness, evidence }) => (
        <li key={version} className="history-version">
          <p className="history-who">
            {version === newest ? <strong>{m.scan_history_now()} · </strong> : null}
            {who}, {when}
          </p>
          <p className="history-answer">{answer}</p>
          {note === null ? null : <p className="check-note">{`${m.scan_note()}: ${note}`}</p>}
          {firmness === null ? null : <p className="check-note">{firmness}</p>}
          {evidence === null ? null : (
            <p className="check-note">
              <EvidenceLink href={evidence} />
            </p>
          )}
          {mayPutBack && version !== newest ? (
            <form method="post">
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="onto" value={newest} />
              <Button kind="quiet" aria-label={m.scan_history_put_back_label({ who, when })}>
                {m.scan_history_put_back()}
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
