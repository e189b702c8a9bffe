/** The people of a company: who they are and what they do in it, and for its owner the forms that change that. */
import { Form } from '@remix-run/react'
import { date, language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, type FieldError } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { MemberRole } from '#app/core/permissions.ts'
import { listed } from './invitation-letter.ts'
import { ChangePerson, HandOver, Invite, Leave } from './people-forms.tsx'
import { roleTitle } from './role-words.ts'

export type Theme = { readonly id: string; readonly title: string }
export type Shown = {
  readonly id: string
  readonly name: string
  /** for who manages people, else null */
  readonly email: string | null
  readonly role: MemberRole
  readonly themes: readonly string[]
}
export type Refused = {
  readonly errors: readonly FieldError[]
  readonly typed: { readonly form: string; readonly email: string; readonly role: string; readonly themes: readonly string[]; readonly person: string }
}
export type PeopleProps = {
  /** fewer than ten people: the words are those of somebody who looks along */
  readonly small: boolean
  readonly manage: boolean
  readonly handOver: boolean
  readonly own: string
  readonly people: readonly Shown[]
  readonly onlyOwner: boolean
  readonly invitations: readonly {
    readonly id: string
    readonly email: string
    readonly role: MemberRole
    readonly themes: readonly string[]
    readonly expiresAt: number
    readonly expired: boolean
    readonly once: string
  }[]
  readonly themes: readonly Theme[]
  readonly days: number
  readonly once: string
  readonly done: string | null
  readonly refused: Refused | undefined
}

export function People({ small, manage, handOver, own, people, onlyOwner, invitations, themes, days, once, done, refused }: PeopleProps) {
  const others = people.filter(person => person.id !== own)
  return (
    <div className="flow">
      <ErrorSummary title={m.scan_errors()} errors={refused?.errors ?? []} />
      <h1>{small ? m.company_people_small() : m.company_people_large()}</h1>
      {done === null || refused !== undefined ? null : (
        <Notice live>
          <p>{done}</p>
        </Notice>
      )}
      <p>{small ? m.company_people_small_text() : m.company_people_large_text()}</p>
      <h2>{m.company_people_who()}</h2>
      <ul className="people-list">
        {people.map(person => (
          <li key={person.id}>
            <p>
              <strong>{person.name}</strong>
              {person.id === own ? <span className="text-soft"> · {m.company_people_you()}</span> : null}
            </p>
            {person.email === null || person.email === person.name ? null : <p className="text-soft">{person.email}</p>}
            <p>
              {roleTitle(person.role)}
              <Themes role={person.role} given={person.themes} known={themes} />
            </p>
            {manage && person.id !== own ? <ChangePerson person={person} themes={themes} refused={refused} /> : null}
          </li>
        ))}
      </ul>
      {invitations.length === 0 ? null : (
        <>
          <h2 id="invited">{m.company_invited_title()}</h2>
          <ul className="people-list">
            {invitations.map(one => (
              <li key={one.id}>
                <p>
                  <strong>{one.email}</strong>
                </p>
                <p>
                  {roleTitle(one.role)}
                  <Themes role={one.role} given={one.themes} known={themes} />
                  <span className="text-soft">
                    {' '}
                    · {one.expired ? m.company_invited_expired({ date: date(one.expiresAt) }) : m.company_invited_until({ date: date(one.expiresAt) })}
                  </span>
                </p>
                <div className="actions">
                  <Form method="post">
                    <input type="hidden" name="do" value="again" />
                    <input type="hidden" name="invitation" value={one.id} />
                    <input type="hidden" name="once" value={one.once} />
                    <Button kind="link" id={`again-${one.id}`} aria-label={m.company_invited_again_label({ email: one.email })}>
                      {m.company_invited_again()}
                    </Button>
                  </Form>
                  <Form method="post">
                    <input type="hidden" name="do" value="withdraw" />
                    <input type="hidden" name="invitation" value={one.id} />
                    <Button kind="link" aria-label={m.company_invited_withdraw_label({ email: one.email })}>
                      {m.company_invited_withdraw()}
                    </Button>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {manage ? <Invite themes={themes} days={days} once={once} refused={refused} /> : null}
      {handOver && others.length > 0 ? <HandOver others={others} refused={refused} /> : null}
      <Leave onlyOwner={onlyOwner} />
    </div>
  )
}

/** A contributor's themes; of somebody else nothing. */
function Themes({ role, given, known }: { role: MemberRole; given: readonly string[]; known: readonly Theme[] }) {
  if (role !== 'contributor') return null
  const titles = known.filter(theme => given.includes(theme.id)).map(theme => theme.title)
  return <span className="text-soft"> · {titles.length === 0 ? m.company_people_no_themes() : m.company_people_themes({ themes: listed(titles, language()) })}</span>
}
