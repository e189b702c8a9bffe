/** What an owner takes along: all of the own company, nothing of another, and nothing that opens a door. */
import { eq, getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/makers.ts'
import { schema } from '#db/open.server.ts'
import { transact } from '#db/transact.server.ts'
import { begin, requestOf, answerAll, testWorld } from '#app/assessments/test-scan.ts'
import { finishScan } from '#app/assessments/finish.server.ts'
import { findScan } from '#app/assessments/scan.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import type { Printed } from '#app/paper/pdf.server.ts'
import { withLanguage } from '../test-companies.ts'
import { accountData } from './account-data.server.ts'
import type { CompanyData } from './company-data.server.ts'
import { companyZip, type Printer } from './company-zip.server.ts'

const { world, database, ready } = testWorld()
const pdf: Printed = { ok: true, pdf: Buffer.from('%PDF-1.7 made for a test') }
const prints: Printer = async () => ({ report: pdf, card: pdf })
const unavailable: Printed = { ok: false, reason: 'unavailable' }

/** A company with people, an invitation, a finished scan and one that is open, all marked with this word. */
async function companyOf(mark: string) {
  const { key, scan } = await begin(world)
  const organisationId = scan.assessment.organisationId
  await answerAll(world, scan)
  await finishScan(world, (await findScan(world, requestOf(key), scan.assessment.id))!, true)
  return await transact(database, async writer => {
    const owner = await make.makeUser(writer, { email: `owner-${mark}@example.nl`, name: `Owner ${mark}`, passwordHash: `password-${mark}`, totpSecret: `totp-${mark}` })
    const gone = await make.makeUser(writer, { email: `gone-${mark}@example.nl`, name: `Gone ${mark}` })
    await make.makeMembership(writer, { organisationId, userId: owner.id })
    const open = await make.makeAssessment(writer, { organisationId, name: `site ${mark}` })
    await make.makeAnswer(writer, { assessmentId: open.id, ownWords: `own ${mark}`, note: `=note ${mark}`, evidence: `https://${mark}.example/`, firmness: 'paper', savedBy: gone.id, version: 2 })
    const before = { questionId: 'q', version: 1, answer: { option: 'no' }, ownWords: null, note: `before ${mark}`, firmness: null, evidence: null }
    await writer.insert(schema.answerHistory).values({ assessmentId: open.id, ...before, savedBy: owner.id, savedAt: make.makersTime })
    await writer.insert(schema.invitations).values({
      id: make.makeId(), hash: make.makeHash(), organisationId, email: `invited-${mark}@example.nl`, role: 'reader', themes: [], assessmentId: open.id,
      invitedBy: owner.id, onceKey: make.makeId(), createdAt: make.makersTime, expiresAt: make.makersTime + 1,
    })
    await writer.insert(schema.mailCodes).values({ hash: make.makeHash(), kind: 'reset', email: owner.email, userId: owner.id, onceKey: make.makeId(), createdAt: 0, expiresAt: 1 })
    await writer.insert(schema.recoveryCodes).values({ hash: make.makeHash(), userId: owner.id })
    await writer.insert(schema.sessions).values({ id: make.makeHash(), userId: owner.id, kind: 'ordinary', device: 'Firefox', createdAt: 0, expiresAt: 1 })
    await writer.insert(schema.passOnCodes).values({ hash: make.makeHash(), assessmentId: open.id, kind: 'device', createdAt: 0, expiresAt: 1 })
    await audit(writer, make.makersTime, { event: 'memberInvited', userId: owner.id, organisationId })
    const [organisation] = await writer.update(schema.organisations).set({ name: `Company ${mark}`, kvk: '01234567' }).where(eq(schema.organisations.id, organisationId)).returning()
    const { totpSecret: _secret, passwordHash: _hash, ...user } = owner
    const member: Member = { ...world, user: { ...user, secondFactor: true }, organisation: organisation!, role: 'owner', themes: [] }
    return { member, finished: scan.assessment.id, open: open.id }
  })
}

let own: Awaited<ReturnType<typeof companyOf>>

async function unpacked(print: Printer = prints, language: 'nl' | 'en' = 'nl') {
  const { name, zip } = await withLanguage(language, () => companyZip(own.member, language, print))
  const files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]))
  return { name, files, data: JSON.parse(files['paraat.json']!) as CompanyData }
}

beforeAll(async () => {
  await ready()
  own = await companyOf('mine')
  await companyOf('theirs')
})

describe('The file with everything of a company', () => {
  it('holds people, invitations, scans with questions in both languages, history, results and log', async () => {
    const { name, files, data } = await unpacked()
    expect(name).toBe('paraat-alles-2026-01-06.zip')
    expect(data).toMatchObject({ format: 'paraat-company', version: 1, company: { kvk: '01234567' } })
    expect(data.members).toMatchObject([{ email: 'owner-mine@example.nl', role: 'owner' }])
    expect(data.invitations).toMatchObject([{ email: 'invited-mine@example.nl', role: 'reader', scan: own.open }])
    expect(data.scans.map(scan => scan.id).sort()).toEqual([own.finished, own.open].sort())
    const finished = data.scans.find(scan => scan.id === own.finished)!
    expect(finished.result!.overall.level).not.toBeUndefined()
    expect(finished.result!.questionnaire).toBe(finished.questionnaire.hash)
    expect(finished.questionnaire.modules.map(module => module.id)).toContain('core')
    expect(finished.answers.length).toBeGreaterThan(20)
    expect(finished.answers.filter(answer => !answer.text?.nl || !answer.text.en || !answer.words?.nl)).toEqual([])
    const [answer] = data.scans.find(scan => scan.id === own.open)!.answers
    expect(answer).toMatchObject({
      text: { nl: 'Ja of nee?', en: 'Yes or no?' }, words: { nl: 'Ja', en: 'Yes' }, ownWords: 'own mine', firmness: 'paper', evidence: 'https://mine.example/',
      savedBy: { name: 'Gone mine' }, history: [{ version: 1, words: { nl: 'Nee' }, note: 'before mine', savedBy: { name: 'Owner mine' } }],
    })
    expect(data.log.map(entry => entry.event)).toContain('memberInvited')
    expect(files['LEESMIJ.txt']).toContain('alles uit Paraat, op 6 januari 2026')
    expect(files['README.txt']).toContain('6 January 2026')
  })

  it('holds nothing of another company, and no address of who is not in it', async () => {
    const text = Object.values((await unpacked()).files).join('\n')
    expect(text).toContain('mine')
    expect(text).not.toContain('theirs')
    expect(text).not.toContain('gone-mine@example.nl')
  })

  it('holds no password, code, key or hash that opens anything', async () => {
    const text = Object.values((await unpacked()).files).join('\n')
    const secrets: string[] = []
    for (const table of Object.values(schema).filter(one => is(one, SQLiteTable))) {
      const names = Object.keys(getTableColumns(table)).filter(column => /hash|secret|once|^keyHash$/i.test(column) && column !== 'questionnaireHash')
      if (getTableName(table) === 'questionnaires') continue
      const rows = (await database.reader.select().from(table)) as Record<string, unknown>[]
      secrets.push(...rows.flatMap(row => names.map(column => row[column])).filter(value => typeof value === 'string'))
      if (getTableName(table) === 'sessions') secrets.push(...rows.map(row => String(row['id'])))
    }
    expect(secrets.length).toBeGreaterThan(15)
    expect(secrets.filter(secret => secret !== 'none' && text.includes(secret))).toEqual([])
  })

  it('has decided on every table', () => {
    const decided = {
      inside: ['organisations', 'memberships', 'users', 'invitations', 'assessments', 'answers', 'answer_history', 'results', 'audit_log', 'actions', 'action_reminders', 'calendar_feeds', 'share_links', 'drills', 'trial_hours', 'supplier_links', 'supplier_scans'],
      // the questions stand beside the answers; the rest opens doors, belongs to one person, or is of the site
      outside: ['questionnaires', 'browser_keys', 'browser_key_assessments', 'pass_on_codes', 'sessions', 'recovery_codes', 'mail_codes', 'reminder_links', 'outbox', 'job_runs', 'setup_codes'],
    }
    const tables = Object.values(schema).filter(one => is(one, SQLiteTable)).map(table => getTableConfig(table).name)
    expect(tables.sort()).toEqual([...decided.inside, ...decided.outside].sort())
  })

  it('is noted in the log, in the file itself too', async () => {
    const { data } = await unpacked()
    expect(data.log.at(-1)).toMatchObject({ event: 'exported', by: own.member.user.id })
  })

  it('has a report and a card of every finished scan', async () => {
    const { files } = await unpacked()
    const papers = Object.keys(files).filter(path => path.endsWith('.pdf'))
    expect(papers).toEqual([`rapporten/2026-01-06-bouw-${own.finished.slice(0, 8)}-rapport.pdf`, `rapporten/2026-01-06-bouw-${own.finished.slice(0, 8)}-noodkaart.pdf`])
    expect(papers.every(path => files[path]!.startsWith('%PDF-'))).toBe(true)
    expect(Object.keys((await unpacked(prints, 'en')).files)).toContain(`reports/2026-01-06-bouw-${own.finished.slice(0, 8)}-report.pdf`)
  })

  it('is made without papers where nothing can print, and says so', async () => {
    const { files } = await unpacked(async () => ({ report: unavailable, card: unavailable }))
    expect(Object.keys(files).filter(path => path.endsWith('.pdf'))).toEqual([])
    expect(files['LEESMIJ.txt']).toContain('geen rapporten als PDF')
    expect(files['README.txt']).toContain('no reports as PDF')
  })
})

describe('The file of an account', () => {
  it('holds what is kept of the user, and no password, code or number of a session', async () => {
    const data = await accountData(world, own.member.user.id)
    expect(data).toMatchObject({
      format: 'paraat-account', user: { email: 'owner-mine@example.nl', secondFactor: true }, companies: [{ role: 'owner' }], sessions: [{ device: 'Firefox' }],
    })
    expect(data.log.at(-1)).toMatchObject({ event: 'exported', about: own.member.user.id })
    const text = JSON.stringify(data)
    const [session] = (await database.reader.select().from(schema.sessions)).filter(one => one.userId === own.member.user.id)
    for (const secret of ['password-mine', 'totp-mine', session!.id, 'theirs@']) expect(text).not.toContain(secret)
  })
})
