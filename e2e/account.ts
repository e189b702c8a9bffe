/** Accounts for specs: made as people make them, by a letter and a password, over HTTP. */
import { randomInt, randomUUID } from 'node:crypto'
import { pathsIn } from '#app/paths.ts'
import { openLine, postForm, type Guest, type Line, type Reply } from './guest.ts'
import { letterTo } from './letters.ts'

export type Account = {
  readonly email: string
  readonly password: string
  /** of the session, as a browser sends it back: `__Host-paraat-session=…` */
  readonly cookie: string
  /** where signing up led: the guest's report, its scan, or the companies */
  readonly onward: string
}

/** A password that no list knows. */
export const goodPassword = 'vier manden appels'

const paths = pathsIn('nl')

/** An address that nobody else uses. */
export function newAddress(name = 'iemand'): string {
  return `${name}-${randomUUID().slice(0, 8)}@example.nl`
}

/** A line from an address of this machine that nobody else uses, so that what is counted by network address is counted apart. */
export function ownLine(port: number): Line {
  return openLine(port, 2, `127.${randomInt(1, 250)}.${randomInt(1, 250)}.${randomInt(2, 250)}`)
}

/** The cookie of the session that this reply begins. Throws where it begins none. */
export function sessionOf(reply: Reply): string {
  const cookie = reply.headers['set-cookie']?.find(header => /^__Host-paraat-session=[\w-]{43};/.test(header))?.split(';')[0]
  if (cookie === undefined) throw new Error(`No session began: ${reply.status} ${reply.body.slice(0, 300)}`)
  return cookie
}

/** Where a reply leads, without the site. */
export function onwardOf(reply: Reply): string {
  return (reply.headers.location ?? '').replace(/^https?:\/\/[^/]+/, '')
}

/** Makes an account; with a guest, of the guest's company. `dataFolder`: where the server's letters land, that of the shared server unless said. */
export async function signUp(
  port: number,
  given: { readonly email?: string; readonly password?: string; readonly name?: string; readonly guest?: Guest; readonly dataFolder?: string } = {},
): Promise<Account> {
  const { email = newAddress(), password = goodPassword, name = '', guest, dataFolder } = given
  const line = ownLine(port)
  try {
    const asked = await postForm(line, paths.signUp(guest?.scan), { email, once: randomUUID() }, guest?.cookie)
    if (asked.status !== 200) throw new Error(`Asking for an account came to ${asked.status}: ${asked.body.slice(0, 300)}`)
    const link = (await letterTo(email, 1, dataFolder)).links[0] ?? ''
    const made = await postForm(line, link, { password, name }, guest?.cookie)
    return { email, password, cookie: sessionOf(made), onward: onwardOf(made) }
  } finally {
    line.close()
  }
}

/** Signs in. Resolves with the reply, whatever it is: `sessionOf` and `onwardOf` read it. */
export async function signIn(line: Line, { email, password }: { readonly email: string; readonly password: string }, back?: string): Promise<Reply> {
  return await postForm(line, paths.signIn(back), { email, password })
}
