/** The forms on the page of people: invite, change or remove somebody, hand over, leave. */
import { Form } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { MemberRole } from '#app/core/permissions.ts'
import type { Refused, Shown, Theme } from './people.tsx'
import { roleOfAnother, roleTitle } from './role-words.ts'

function errorAt(refused: Refused | undefined, id: string): string | undefined {
  return refused?.errors.find(error => error.id === id)?.message
}

/** A role, and for a contributor the themes; `suffix` keeps the ids of two such forms on one page apart. */
function RoleChoice({ suffix, role, given, themes, refused }: { suffix: string; role: string | null; given: readonly string[]; themes: readonly Theme[]; refused: Refused | undefined }) {
  const choices: readonly MemberRole[] = ['editor', 'contributor', 'reader']
  return (
    <ChoiceGroup
      type="radio"
      size="label"
      name="role"
      id={`role${suffix}`}
      legend={m.company_people_role_legend()}
      error={errorAt(refused, `role${suffix}`)}
      value={role}
      options={choices.map(choice => ({
        value: choice,
        label: roleTitle(choice),
        help: roleOfAnother(choice),
        more:
          choice === 'contributor' ? (
            <ChoiceGroup
              type="checkbox"
              size="label"
              name="themes"
              id={`themes${suffix}`}
              legend={m.company_people_themes_legend()}
              error={errorAt(refused, `themes${suffix}`)}
              value={given}
              options={themes.map(theme => ({ value: theme.id, label: theme.title }))}
            />
          ) : undefined,
      }))}
    />
  )
}

export function ChangePerson({ person, themes, refused }: { person: Shown; themes: readonly Theme[]; refused: Refused | undefined }) {
  const suffix = `-${person.id}`
  const again = refused?.typed.form === 'change' && refused.typed.person === person.id ? refused.typed : undefined
  const open = refused?.errors.some(error => error.id.endsWith(suffix)) === true
  return (
    <Disclosure summary={m.company_people_change()} open={open}>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="do" value="change" />
        <input type="hidden" name="person" value={person.id} />
        <RoleChoice suffix={suffix} role={again?.role ?? person.role} given={again?.themes ?? person.themes} themes={themes} refused={refused} />
        <div className="actions">
          <Button kind="quiet">{m.company_people_save()}</Button>
        </div>
      </Form>
      <Form method="post" className="flow">
        <input type="hidden" name="do" value="remove" />
        <input type="hidden" name="person" value={person.id} />
        <p>{m.company_people_remove_text({ who: person.name })}</p>
        <Button kind="danger">{m.company_people_remove({ who: person.name })}</Button>
      </Form>
    </Disclosure>
  )
}

export function Invite({ themes, days, once, refused }: { themes: readonly Theme[]; days: number; once: string; refused: Refused | undefined }) {
  const typed = refused?.typed.form === 'invite' ? refused.typed : undefined
  return (
    <>
      <h2>{m.company_invite_title()}</h2>
      <p>{m.company_invite_text({ days })}</p>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="do" value="invite" />
        <input type="hidden" name="once" value={once} />
        <TextField
          name="email"
          type="email"
          label={m.company_invite_email()}
          error={errorAt(refused, 'email')}
          value={typed?.email}
          inputMode="email"
          autoComplete="off"
        />
        <RoleChoice suffix="" role={typed?.role ?? null} given={typed?.themes ?? []} themes={themes} refused={refused} />
        <div className="actions">
          <Button>{m.company_invite_go()}</Button>
        </div>
      </Form>
    </>
  )
}

export function HandOver({ others, refused }: { others: readonly Shown[]; refused: Refused | undefined }) {
  const typed = refused?.typed.form === 'handOver' ? refused.typed : undefined
  return (
    <>
      <h2>{m.company_people_over_title()}</h2>
      <Disclosure summary={m.company_people_over_go()} open={typed !== undefined}>
        <p>{m.company_people_over_text()}</p>
        <Form method="post" noValidate className="flow">
          <input type="hidden" name="do" value="handOver" />
          <Select
            name="person"
            label={m.company_people_over_to()}
            error={errorAt(refused, 'person')}
            empty={m.company_people_over_choose()}
            value={typed?.person}
            options={others.map(person => ({ value: person.id, label: person.name }))}
          />
          <TextField name="password" type="password" label={m.company_people_over_password()} error={errorAt(refused, 'password')} autoComplete="current-password" />
          <div className="actions">
            <Button kind="danger">{m.company_people_over_go()}</Button>
          </div>
        </Form>
      </Disclosure>
    </>
  )
}

export function Leave({ onlyOwner }: { onlyOwner: boolean }) {
  return (
    <>
      <h2>{m.company_people_leave_title()}</h2>
      {onlyOwner ? (
        <p>{m.company_people_leave_owner()}</p>
      ) : (
        <Disclosure summary={m.company_people_leave_title()}>
          <p>{m.company_people_leave_text()}</p>
          <Form method="post">
            <input type="hidden" name="do" value="leave" />
            <Button kind="danger" id="leave">
              {m.company_people_leave()}
            </Button>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
