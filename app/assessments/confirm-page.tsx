/** Answers that were given before, each with when it was last said to be so, and one click a page of them that says they still are. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Empty, Notice } from '#app/ui/notice.tsx'

export type ConfirmGroup = {
  readonly key: string
  readonly title: string
  readonly answers: readonly { readonly id: string; readonly text: string; readonly words: string; readonly since: string; readonly change: string | null }[]
}
export type ConfirmPageProps = {
  /** of a new scan that began with the answers of last time, and not of a finished one whose answers get old */
  readonly again: boolean
  readonly groups: readonly ConfirmGroup[]
  /** how many were just confirmed; null where nothing was */
  readonly done: number | null
  readonly back: { readonly href: string; readonly label: string }
  /** where a new scan begins from a finished one, for who may */
  readonly copy: { readonly action: string; readonly mode: 'quick' | 'full'; readonly once: string } | null
}

export function ConfirmPage({ again, groups, done, back, copy }: ConfirmPageProps) {
  const n = groups.reduce((sum, group) => sum + group.answers.length, 0)
  const title = n === 0 ? m.again_nothing() : again ? (n === 1 ? m.again_title_one() : m.again_title({ n })) : n === 1 ? m.again_old_title_one() : m.again_old_title({ n })
  return (
    <div className="flow">
      <p className="kicker">
        <Link to={back.href}>{back.label}</Link>
      </p>
      {done === null ? null : <Notice live title={done === 1 ? m.again_done_one() : m.again_done({ n: done })} />}
      <h1>{title}</h1>
      {n === 0 ? (
        <Empty title={again ? m.again_nothing_new() : m.again_nothing_old()} action={<Link to={back.href}>{back.label}</Link>}>
          <p>{m.again_nothing_text()}</p>
        </Empty>
      ) : (
        <p className="lead">{again ? m.again_lead() : m.again_old_lead()}</p>
      )}
      {groups.map(group => (
        <section key={group.key} className="flow check-group pt-8" aria-labelledby={`groep-${group.key}`}>
          <h2 id={`groep-${group.key}`}>{group.title}</h2>
          <dl className="check-answers">
            {group.answers.map(({ id, text, words, since, change }) => (
              <div key={id}>
                <dt>{text}</dt>
                <dd>
                  {words}
                  <span className="check-note">{since}</span>
                </dd>
                <dd>
                  {change === null ? null : (
                    <Link to={change} aria-label={m.scan_change_label({ question: text })}>
                      {m.scan_change()}
                    </Link>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <Form method="post" className="actions">
            {group.answers.map(({ id }) => (
              <input key={id} type="hidden" name="question" value={id} />
            ))}
            <Button kind="quiet" aria-label={m.again_confirm_label({ title: group.title })}>
              {group.answers.length === 1 ? m.again_confirm_one() : m.again_confirm()}
            </Button>
          </Form>
        </section>
      ))}
      {copy === null || n === 0 ? null : (
        <section className="flow">
          <h2>{m.again_changed()}</h2>
          <p>{m.again_changed_text()}</p>
          <Form method="post" action={copy.action} className="actions">
            <input type="hidden" name="mode" value={copy.mode} />
            <input type="hidden" name="once" value={copy.once} />
            <Button kind="quiet">{m.again_changed_to()}</Button>
          </Form>
        </section>
      )}
    </div>
  )
}
