/** What the roles are called, and what each of them does, in words for people. */
import type { MemberRole } from '#app/core/permissions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'

type In = { readonly locale?: Language }

/** "eigenaar", "meeschrijver": as it stands in the middle of a sentence. */
export function roleName(role: MemberRole, options: In = {}): string {
  const say = {
    owner: m.company_role_owner,
    editor: m.company_role_editor,
    contributor: m.company_role_contributor,
    reader: m.company_role_reader,
  }
  return say[role]({}, options)
}

/** What somebody with this role does, as a sentence about "je". */
export function roleSentence(role: MemberRole, options: In = {}): string {
  const say = {
    owner: m.company_can_owner,
    editor: m.company_can_editor,
    contributor: m.company_can_contributor,
    reader: m.company_can_reader,
  }
  return say[role]({}, options)
}

/** What somebody with this role does, as a sentence about another: what an owner chooses from. */
export function roleOfAnother(role: MemberRole): string {
  const say = {
    owner: m.company_does_owner,
    editor: m.company_does_editor,
    contributor: m.company_does_contributor,
    reader: m.company_does_reader,
  }
  return say[role]()
}

/** "Eigenaar": as it stands alone. */
export function roleTitle(role: MemberRole): string {
  return { owner: m.company_as_owner, editor: m.company_as_editor, contributor: m.company_as_contributor, reader: m.company_as_reader }[role]()
}
