/** Companies with people in them, made as rows in a running server's database: one of each role, scans, invitations, mailed links, sessions. */
import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { makeBrowserKey, makeBrowserKeyAssessment, makeMembership, makeOrganisation, makePassOnCode, makeUser } from '#db/makers.ts'
import { makeAction, makeCalendarFeed, makeDrill, makeShareLink, makeSupplierLink, makeSupplierScan, makeTrialHour } from '#db/plan-makers.ts'
import { databaseFile, openDatabase, type Database, type Writer } from '#db/open.server.ts'
import { invitations, mailCodes, sessions, type MailCode, type Session, type User } from '#db/people-tables.ts'
import { answerHistory, answers, assessments, results } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { newBrowserKey } from '#app/auth/browser-key.server.ts'
import { hashSecret, newSecret } from '#app/auth/secret.server.ts'
import { lifetimes, sessionCookieName } from '#app/auth/session.server.ts'
import { memberRoles, type MemberRole } from '#app/core/permissions.ts'
import { pathsIn } from '#app/paths.ts'
import { storeReminderLink } from '#app/plans/reminders-off.server.ts'
import { finish, openLine, postForm, startGuest } from './guest.ts'

/** What every person's password is. */
export const password = 'vier fietsen voor de dijk'
/** The second factor of who has one. */
export const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
/** The theme that contributors were given. */
export const givenTheme = 'energie'
/** A word that stands in everything a company wrote: name, notes, people. Whoever may not see the company sees no such word. */
export const privateWord = 'Zwaluwnest'

export type Person = { readonly id: string; readonly email: string; readonly name: string; readonly session: string; readonly cookie: string }
export type Links = Record<MailCode['kind'] | 'invitation' | 'device' | 'share' | 'feed' | 'off' | 'supplier', string>

/** A company, or a guest's company without members; of what does not exist, ids that nobody has. */
export type Place = {
  readonly organisation: string
  readonly name: string
  /** a full scan in which one answer was given, and changed once */
  readonly open: string
  readonly finished: string
  /** a scan that a member deleted, to be put back */
  readonly removed: string
  readonly people: Readonly<Record<MemberRole, Person>>
  /** an editor with a second factor, who has given the password only */
  readonly halfway: Person
  readonly invitation: string
  readonly invited: string
  /** the id of a link to the report of the finished scan, whose secret is in `links` */
  readonly shareLink: string
  /** actions of its plan: to be done, done, and taken out */
  readonly action: string
  readonly doneAction: string
  readonly removedAction: string
  /** the id of the owner's address for a diary, or of the guest's; its secret is in `links`, as is that which turns reminders off */
  readonly feed: string
  /** its trial hours: one to come, one that has begun, one that is cancelled */
  readonly trial: string
  readonly begunTrial: string
  readonly cancelledTrial: string
  /** its drills, neither held: one on the list, and one that was taken off it */
  readonly drill: string
  readonly removedDrill: string
  /** the id of a link for suppliers through which its own finished scan sent figures, its secret in `links`; and of one that ended */
  readonly supplierLink: string
  readonly endedSupplierLink: string
  /** the secrets in mailed links, unused */
  readonly links: Links
  /** the cookie of the guest's browser, where it is a guest's */
  readonly cookie: string
}

export type Cast = {
  readonly database: Database
  /** A company with one person of each role. */
  readonly company: () => Promise<Place>
  /** A guest with two scans. */
  readonly guest: () => Promise<Place>
  /** A user without a company. */
  readonly person: (given?: Partial<User>, kind?: Session['kind']) => Promise<Person>
  readonly operator: () => Promise<Person>
  readonly close: () => Promise<void>
}

/** Ids, addresses and links that are nobody's. */
export function nowhere(): Place {
  const nobody = (): Person => ({ id: randomUUID(), email: `${randomUUID()}@example.nl`, name: '', session: hashSecret(newSecret()), cookie: '' })
  return {
    organisation: randomUUID(),
    name: '',
    open: randomUUID(),
    finished: randomUUID(),
    removed: randomUUID(),
    people: { owner: nobody(), editor: nobody(), contributor: nobody(), reader: nobody() },
    halfway: nobody(),
    invitation: randomUUID(),
    invited: `${randomUUID()}@example.nl`,
    shareLink: randomUUID(),
    supplierLink: randomUUID(),
    endedSupplierLink: randomUUID(),
    action: randomUUID(),
    doneAction: randomUUID(),
    removedAction: randomUUID(),
    feed: randomUUID(),
    trial: randomUUID(),
    begunTrial: randomUUID(),
    cancelledTrial: randomUUID(),
    drill: randomUUID(),
    removedDrill: randomUUID(),
    links: { signUp: newSecret(), reset: newSecret(), email: newSecret(), invitation: newSecret(), device: newSecret(), share: newSecret(), feed: newSecret(), off: newSecret(), supplier: newSecret() },
    cookie: '',
  }
}

/** What the ids and addresses of a place are called, for comparing what happened in two of them. */
export function wordsFor(place: Place): Record<string, string> {
  const { organisation, open, finished, removed, invitation, invited, shareLink, supplierLink, endedSupplierLink, action, doneAction, removedAction, feed, trial, begunTrial, cancelledTrial, drill, removedDrill, name, halfway, links } = place
  const people: Readonly<Record<string, Person>> = { ...place.people, halfway }
  const roles = Object.entries(people).flatMap(([role, one]) => [[one.id, role], [one.email, `${role}'s address`], [one.name, `${role}'s name`], [one.session, `${role}'s session`]])
  const secrets = Object.entries(links).map(([kind, secret]) => [hashSecret(secret), `${kind} link`])
  const practice = { [trial]: 'trial hour', [begunTrial]: 'begun trial hour', [cancelledTrial]: 'cancelled trial hour', [drill]: 'drill', [removedDrill]: 'removed drill' }
  const things = { ...practice, [organisation]: 'company', [open]: 'open', [finished]: 'finished', [removed]: 'removed', [invitation]: 'invitation', [invited]: 'invited', [shareLink]: 'share link', [supplierLink]: 'supplier link', [endedSupplierLink]: 'ended supplier link', [name]: 'name', [action]: 'action', [doneAction]: 'done action', [removedAction]: 'removed action', [feed]: 'feed' }
  return { ...things, ...(Object.fromEntries([...roles, ...secrets]) as Record<string, string>) }
}

type Template = { readonly assessment: typeof assessments.$inferSelect; readonly answers: (typeof answers.$inferSelect)[]; readonly result: typeof results.$inferSelect | undefined }

/** Opens the server's database beside it and makes the scans that every company is given a copy of. */
export async function openCast(server: { readonly port: number; readonly dataFolder: string }): Promise<Cast> {
  const database = openDatabase(databaseFile(server.dataFolder))
  const line = openLine(server.port, 1, '127.0.0.9')
  const begun = await startGuest(line, { sector: 'bouw' })
  await postForm(line, pathsIn('nl').theme(begun.scan, 'crisis'), { 'v.noodplan': '0', 'a.noodplan': ':unknown', 'n.noodplan': `De map ${privateWord}` }, begun.cookie)
  const done = await startGuest(line, { sector: 'bouw', mode: 'quick' })
  await finish(line, done)
  line.close()
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const template = async (id: string): Promise<Template> => {
    const { reader } = database
    const [assessment] = await reader.select().from(assessments).where(eq(assessments.id, id))
    if (assessment === undefined) throw new Error(`There is no scan ${id}.`)
    const [result] = await reader.select().from(results).where(eq(results.assessmentId, id))
    return { assessment, answers: await reader.select().from(answers).where(eq(answers.assessmentId, id)), result }
  }
  const open = await template(begun.scan)
  const finished = await template(done.scan)

  /** A person who is signed in. */
  async function person(writer: Writer, given: Partial<User> = {}, kind: Session['kind'] = 'ordinary'): Promise<Person> {
    const id = randomUUID()
    const token = newSecret()
    const now = Date.now()
    const user = await makeUser(writer, { id, email: `${id}@example.nl`, name: `${privateWord} ${id.slice(0, 8)}`, passwordHash, createdAt: now, ...given })
    const session: Session = { id: hashSecret(token), userId: id, kind, device: 'Firefox · Linux', createdAt: now, expiresAt: now + lifetimes[kind].idle }
    await writer.insert(sessions).values(session)
    return { id, email: user.email, name: user.name ?? '', session: session.id, cookie: `${sessionCookieName}=${token}` }
  }

  async function scan(writer: Writer, organisationId: string, { assessment, answers: given, result }: Template, removedAt: number | null = null): Promise<string> {
    const id = randomUUID()
    await writer.insert(assessments).values({ ...assessment, id, organisationId, onceKey: randomUUID(), removedAt })
    if (given.length > 0) await writer.insert(answers).values(given.map(answer => ({ ...answer, assessmentId: id })))
    if (result !== undefined) await writer.insert(results).values({ ...result, assessmentId: id })
    return id
  }

  async function scans(writer: Writer, organisationId: string): Promise<Pick<Place, 'open' | 'finished' | 'removed'>> {
    const place = { open: await scan(writer, organisationId, open), finished: await scan(writer, organisationId, finished), removed: await scan(writer, organisationId, finished, Date.now()) }
    const [earlier] = open.answers
    if (earlier !== undefined) {
      const { answer, ownWords, note, updatedAt } = earlier
      await writer.insert(answerHistory).values({ assessmentId: place.open, questionId: earlier.questionId, version: earlier.version, answer, ownWords, note, savedAt: updatedAt })
    }
    return place
  }

  /** A mailed link that was not used yet. */
  async function link(writer: Writer, kind: MailCode['kind'], about: Pick<MailCode, 'email' | 'userId' | 'organisationId'>): Promise<string> {
    const token = newSecret()
    const now = Date.now()
    await writer.insert(mailCodes).values({ hash: hashSecret(token), kind, ...about, onceKey: randomUUID(), createdAt: now, expiresAt: now + 3_600_000 })
    return token
  }

  async function invite(writer: Writer, { invitation: id, invited: email, links }: Place, organisationId: string, invitedBy: string): Promise<void> {
    const now = Date.now()
    const row = { id, email, hash: hashSecret(links.invitation), organisationId, role: 'reader' as const, themes: [], invitedBy }
    await writer.insert(invitations).values({ ...row, onceKey: randomUUID(), createdAt: now, expiresAt: now + 14 * 86_400_000 })
  }

  /** A link to the report of the finished scan. */
  async function share(writer: Writer, { shareLink: id, links }: Place, organisationId: string, assessmentId: string): Promise<void> {
    const now = Date.now()
    await makeShareLink(writer, { id, hash: hashSecret(links.share), organisationId, assessmentId, parts: ['owner'], createdAt: now, expiresAt: now + 86_400_000 })
  }

  /** Whom it asked for hours, and what its own finished scan sent: a company may be asked through its own link. */
  async function suppliers(writer: Writer, place: Place, organisationId: string, assessmentId: string): Promise<void> {
    const now = Date.now()
    const own = { organisationId, label: `Meel van ${privateWord}`, createdAt: now }
    const { id: linkId } = await makeSupplierLink(writer, { ...own, id: place.supplierLink, hash: hashSecret(place.links.supplier), expiresAt: now + 86_400_000 })
    await makeSupplierScan(writer, { linkId, assessmentId, createdAt: now, hours: { stroom: 24 }, sentAt: now })
    await makeSupplierLink(writer, { ...own, id: place.endedSupplierLink, expiresAt: now - 1 })
  }

  /** What stands in its plan. */
  async function plan(writer: Writer, place: Place, organisationId: string): Promise<void> {
    const now = Date.now()
    const own = { organisationId, title: `Aggregaat van ${privateWord} testen`, stateAt: now, createdAt: now, updatedAt: now }
    await makeAction(writer, { ...own, id: place.action, dueOn: '2030-01-12' })
    await makeAction(writer, { ...own, id: place.doneAction, state: 'done' })
    await makeAction(writer, { ...own, id: place.removedAction, removedAt: now })
  }

  /** What a diary reads at, and the link of a letter that turns this user's reminders off. */
  async function diary(writer: Writer, { feed: id, links }: Place, organisationId: string, userId: string | null, reminded: string): Promise<void> {
    const now = Date.now()
    await makeCalendarFeed(writer, { id, hash: hashSecret(links.feed), organisationId, userId, createdAt: now })
    await storeReminderLink(writer, reminded, links.off, now)
  }

  /** The hours without power that it planned from its finished scan, and its drills, of which it held none. */
  async function practice(writer: Writer, place: Place, organisationId: string, assessmentId: string): Promise<void> {
    const now = Date.now()
    const own = { organisationId, assessmentId, day: '2030-01-15', keepOn: `De vriezer van ${privateWord}`, createdAt: now }
    await makeTrialHour(writer, { ...own, id: place.trial })
    await makeTrialHour(writer, { ...own, id: place.begunTrial, day: '2026-01-13' })
    await makeTrialHour(writer, { ...own, id: place.cancelledTrial, cancelledAt: now })
    const begun = { organisationId, assessmentId, notes: { opening: `Wij van ${privateWord}` }, createdAt: now }
    await makeDrill(writer, { ...begun, id: place.drill })
    await makeDrill(writer, { ...begun, id: place.removedDrill, removedAt: now })
  }

  async function company(): Promise<Place> {
    return await transact(database, async writer => {
      const name = `${privateWord} ${randomUUID().slice(0, 8)} bv`
      const { id: organisation } = await makeOrganisation(writer, { name, createdAt: Date.now() })
      const people: Partial<Record<MemberRole, Person>> = {}
      for (const role of memberRoles) {
        const one = await person(writer)
        people[role] = one
        await makeMembership(writer, { organisationId: organisation, userId: one.id, role, themes: role === 'contributor' ? [givenTheme] : [], createdAt: Date.now() })
      }
      const all = people as Record<MemberRole, Person>
      const halfway = await person(writer, { totpSecret }, 'half')
      await makeMembership(writer, { organisationId: organisation, userId: halfway.id, role: 'editor', createdAt: Date.now() })
      const own = await scans(writer, organisation)
      const empty = nowhere()
      await invite(writer, empty, organisation, all.owner.id)
      await share(writer, empty, organisation, own.finished)
      await suppliers(writer, empty, organisation, own.finished)
      await plan(writer, empty, organisation)
      await diary(writer, empty, organisation, all.owner.id, all.owner.id)
      await practice(writer, empty, organisation, own.finished)
      const links: Links = {
        ...empty.links,
        signUp: await link(writer, 'signUp', { email: `${randomUUID()}@example.nl`, userId: null, organisationId: null }),
        reset: await link(writer, 'reset', { email: all.owner.email, userId: all.owner.id, organisationId: null }),
        email: await link(writer, 'email', { email: `${randomUUID()}@example.nl`, userId: all.owner.id, organisationId: null }),
      }
      return { ...empty, organisation, name, ...own, people: all, halfway, links }
    })
  }

  async function guest(): Promise<Place> {
    return await transact(database, async writer => {
      const key = newBrowserKey()
      const { id: organisation } = await makeOrganisation(writer, { createdAt: Date.now() })
      const own = await scans(writer, organisation)
      const now = Date.now()
      await makeBrowserKey(writer, { hash: hashSecret(key), createdAt: now, seenAt: now })
      for (const assessmentId of Object.values(own)) await makeBrowserKeyAssessment(writer, { keyHash: hashSecret(key), assessmentId, createdAt: now })
      const empty = nowhere()
      await makePassOnCode(writer, { hash: hashSecret(empty.links.device), assessmentId: own.open, kind: 'mail', createdAt: now, expiresAt: now + 14 * 86_400_000 })
      await share(writer, empty, organisation, own.finished)
      await suppliers(writer, empty, organisation, own.finished)
      await plan(writer, empty, organisation)
      await practice(writer, empty, organisation, own.finished)
      // links that somebody else was mailed, and who has them may use
      const stranger = await person(writer)
      const { organisationId } = await makeMembership(writer, { userId: stranger.id })
      await invite(writer, empty, organisationId, stranger.id)
      await diary(writer, empty, organisation, null, stranger.id)
      const links: Links = {
        ...empty.links,
        signUp: await link(writer, 'signUp', { email: `${randomUUID()}@example.nl`, userId: null, organisationId: organisation }),
        reset: await link(writer, 'reset', { email: stranger.email, userId: stranger.id, organisationId: null }),
      }
      return { ...empty, organisation, ...own, people: { ...empty.people, owner: stranger }, links, cookie: `__Host-paraat=${key}` }
    })
  }

  return {
    database,
    company,
    guest,
    person: (given, kind) => transact(database, writer => person(writer, given, kind)),
    operator: () => transact(database, writer => person(writer, { operator: true, totpSecret }, 'strict')),
    close: () => database.close(),
  }
}
