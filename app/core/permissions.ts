/** Who may do what: the whole matrix on one screen. */

/** What a member of an organisation is. */
export const memberRoles = ['owner', 'editor', 'contributor', 'reader'] as const
export type MemberRole = (typeof memberRoles)[number]

/** A guest has a scan in a company without members, and may do with it whatever one person can. */
export type Role = MemberRole | 'guest'

/** `themes`: only in the themes that were given to this member. */
export type Extent = 'yes' | 'themes' | 'no'

/** In the order of the page that shows it; `scan` is about one scan, `plan`, `practice` and `supplier` about what
 * comes after a report, `organisation` about the company, `people` about who is in it. */
const matrix = {
  //                          owner   editor  contributor reader  guest
  'scan.list':              ['yes',  'yes',  'no',       'yes',  'no'],
  'scan.open':              ['yes',  'yes',  'yes',      'yes',  'yes'],
  'scan.start':             ['yes',  'yes',  'no',       'no',   'yes'],
  'scan.fill':              ['yes',  'yes',  'themes',   'no',   'yes'],
  'scan.seeAnswers':        ['yes',  'yes',  'themes',   'yes',  'yes'],
  'scan.finish':            ['yes',  'yes',  'no',       'no',   'yes'],
  'scan.seeReport':         ['yes',  'yes',  'no',       'yes',  'yes'],
  'scan.passOn':            ['no',   'no',   'no',       'no',   'yes'],
  'scan.handOverTheme':     ['yes',  'yes',  'no',       'no',   'no'],
  'scan.manage':            ['yes',  'yes',  'no',       'no',   'no'],
  'scan.remove':            ['yes',  'no',   'no',       'no',   'yes'],
  'scan.share':             ['yes',  'yes',  'no',       'no',   'yes'],
  'plan.see':               ['yes',  'yes',  'no',       'yes',  'yes'],
  'plan.change':            ['yes',  'yes',  'no',       'no',   'yes'],
  'practice.see':           ['yes',  'yes',  'no',       'yes',  'yes'],
  'practice.hold':          ['yes',  'yes',  'no',       'no',   'yes'],
  'supplier.see':           ['yes',  'yes',  'no',       'yes',  'yes'],
  'supplier.ask':           ['yes',  'yes',  'no',       'no',   'yes'],
  'people.see':             ['yes',  'yes',  'yes',      'yes',  'no'],
  'people.manage':          ['yes',  'no',   'no',       'no',   'no'],
  'organisation.see':       ['yes',  'yes',  'yes',      'yes',  'no'],
  'organisation.change':    ['yes',  'no',   'no',       'no',   'no'],
  'organisation.handOver':  ['yes',  'no',   'no',       'no',   'no'],
  'organisation.export':    ['yes',  'no',   'no',       'no',   'no'],
  'organisation.remove':    ['yes',  'no',   'no',       'no',   'no'],
} as const satisfies Record<string, readonly [Extent, Extent, Extent, Extent, Extent]>

export type Permission = keyof typeof matrix
export const permissions = Object.keys(matrix) as readonly Permission[]

const columns: readonly Role[] = [...memberRoles, 'guest']

/** How far a role's permission goes. */
export function extentOf(role: Role, permission: Permission): Extent {
  return matrix[permission][columns.indexOf(role)] ?? 'no'
}

/** Who acts: a role and, for a contributor, the ids of the themes that were given. */
export type Actor = { readonly role: Role; readonly themes: readonly string[] }

/** True where the actor may do this; `theme` is the id of the theme it is about, null where it is about more than one theme. */
export function may(actor: Actor, permission: Permission, theme: string | null = null): boolean {
  const extent = extentOf(actor.role, permission)
  return extent === 'yes' || (extent === 'themes' && theme !== null && actor.themes.includes(theme))
}
