/** Who fills in which theme of a scan, and the form that hands one to a colleague. */
import { Form, Link } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { TogetherError } from './together-words.ts'

export type TogetherProps = {
  /** fewer than ten people: the words are those of somebody who looks along */
  readonly small: boolean
  readonly overview: string
  readonly toPeople: string
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  /** contributors, by name or address */
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string; readonly themes: readonly string[] }[]
  readonly invited: readonly { readonly id: string; readonly email: string; readonly themes: readonly string[] }[]
  readonly once: string
  readonly done: string | null
  readonly refused:
    | { readonly problems: readonly TogetherError[]; readonly typed: { readonly themes: readonly string[]; readonly person: string; readonly email: string } }
    | undefined
}

export function Together({ small, overview, toPeople, themes, people, invited, once, done, refused }: TogetherProps) {
  const errors = refused?.problems ?? []
  const error = (id: string) => errors.find(one => one.id === id)?.message
  const emailField = (
    <TextField name="email" type="email" label={m.together_email()} error={error('email')} value={refused?.typed.email} inputMode="email" autoComplete="off" />
  )
  return (
    <div className="flow">
      <p className="kicker">
        <Link to={overview}>{m.together_overview()}</Link>
      </p>
      <ErrorSummary title={m.scan_errors()} errors={errors} />
      <h1>{small ? m.together_title_small() : m.together_title_large()}</h1>
      {done === null || refused !== undefined ? null : (
        <Notice live>
          <p>{done}</p>
        </Notice>
      )}
      <p>{m.together_text()}</p>
      <h2>{m.together_who()}</h2>
      <ul className="people-list">
        {themes.map(theme => {
          const who = people.filter(person => person.themes.includes(theme.id))
          const asked = invited.filter(one => one.themes.includes(theme.id))
          return (
            <li key={theme.id}>
              <p>
                <strong>{theme.title}</strong>
              </p>
              {who.length + asked.length === 0 ? <p className="text-soft">{m.together_nobody()}</p> : null}
              {who.map(person => (
                <TakeBack key={person.id} theme={theme.id} field="person" id={person.id} who={person.name} shown={person.name} />
              ))}
              {asked.map(one => (
                <TakeBack key={one.id} theme={theme.id} field="invitation" id={one.id} who={one.email} shown={m.together_invited({ who: one.email })} />
              ))}
            </li>
          )
        })}
      </ul>
      <h2>{m.together_form()}</h2>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="do" value="hand" />
        <input type="hidden" name="once" value={once} />
        <ChoiceGroup
          type="checkbox"
          size="label"
          name="themes"
          legend={m.together_themes()}
          error={error('themes')}
          value={refused?.typed.themes ?? []}
          options={themes.map(theme => ({ value: theme.id, label: theme.title }))}
        />
        {people.length === 0 ? (
          emailField
        ) : (
          <ChoiceGroup
            type="radio"
            size="label"
            name="person"
            legend={m.together_person()}
            value={refused?.typed.person ?? ''}
            options={[
              ...people.map(person => ({ value: person.email, label: person.name })),
              { value: '', label: m.together_person_other(), more: emailField },
            ]}
          />
        )}
        <div className="actions">
          <Button>{m.together_go()}</Button>
          <Link to={toPeople}>{m.together_people()}</Link>
        </div>
      </Form>
    </div>
  )
}

function TakeBack({ theme, field, id, who, shown }: { theme: string; field: 'person' | 'invitation'; id: string; who: string; shown: string }) {
  return (
    <Form method="post" className="actions">
      <input type="hidden" name="do" value="back" />
      <input type="hidden" name="theme" value={theme} />
      <input type="hidden" name={field} value={id} />
      <span>{shown}</span>
      <Button kind="link">{m.together_back({ who })}</Button>
    </Form>
  )
}

export function TogetherForGuest({ overview, signUp }: { overview: string; signUp: string }) {
  return (
    <div className="flow">
      <p className="kicker">
        <Link to={overview}>{m.together_overview()}</Link>
      </p>
      <h1>{m.together_guest_title()}</h1>
      <p>{m.together_guest_text()}</p>
      <div className="actions">
        <ButtonLink href={signUp}>{m.together_guest_go()}</ButtonLink>
      </div>
    </div>
  )
}
