/** Puts everything of a company into one zip: the data, two sheets, report and card of each finished scan, and what is what. */
import { eq } from 'drizzle-orm'
import { strToU8, zipSync, type ZipOptions } from 'fflate'
import { assessments } from '#db/schema.ts'
import type { Assessment } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import type { Language, Questionnaire } from '#app/core/questionnaire.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import type { Printed } from '#app/paper/pdf.server.ts'
import { readReport, type LoadedReport } from '../load-report.server.ts'
import { dutchDay } from '#app/core/actions.ts'
import { companyData, type CompanyData } from './company-data.server.ts'
import { readMe, type Papers } from './read-me.ts'
import { answersSheet, scansSheet } from './sheets.ts'

type ZipFile = [Uint8Array, ZipOptions]

/** Prints the report and the card of one finished scan. */
export type Printer = (report: LoadedReport) => Promise<{ readonly report: Printed; readonly card: Printed }>

/** The newest finished scans that are printed; the others can be had one by one, and the page in the zip says so. */
const mostPrinted = 20

export type Zip = { readonly name: string; readonly zip: Uint8Array<ArrayBuffer> }

/** The zip and its file name, which carries the day. Notes in the audit log that the member took everything out. */
export async function companyZip(member: Member, language: Language, print: Printer): Promise<Zip> {
  const at = member.now()
  const { data, scans } = await readAll(member, at)
  const { files, papers } = await printed(member, language, scans, print)
  const text = (content: string): ZipFile => [strToU8(content), { level: 6 }]
  const zip = zipSync(
    {
      'LEESMIJ.txt': text(readMe(data, papers, 'nl')),
      'README.txt': text(readMe(data, papers, 'en')),
      'paraat.json': text(`${JSON.stringify(data, null, 2)}\n`),
      'scans.csv': text(scansSheet(data, language)),
      'antwoorden.csv': text(answersSheet(data, language)),
      ...files,
    },
    { mtime: new Date(at) },
  )
  return { name: m.doc_zip_file({ day: dutchDay(at) }), zip }
}

/** Everything at one moment: what is read and that it was read stand in one transaction. */
async function readAll(member: Member, at: number): Promise<{ data: CompanyData; scans: Assessment[] }> {
  const ofCompany = eq(assessments.organisationId, member.organisation.id)
  const hashes = await member.database.reader.selectDistinct({ hash: assessments.questionnaireHash }).from(assessments).where(ofCompany)
  const known = new Map<string, Questionnaire>()
  for (const { hash } of hashes) known.set(hash, await questionnaireWithHash(member.database, hash))
  const questionnaireOf = (hash: string) => {
    const questionnaire = known.get(hash)
    if (questionnaire === undefined) throw new QuestionnaireAppeared(hash)
    return questionnaire
  }
  try {
    return await transact(member.database, async writer => {
      await audit(writer, at, { event: 'exported', userId: member.user.id, organisationId: member.organisation.id })
      const data = await companyData(writer, member.organisation.id, at, questionnaireOf)
      return { data, scans: await writer.select().from(assessments).where(ofCompany) }
    })
  } catch (error) {
    // a scan was begun on another questionnaire in between
    if (error instanceof QuestionnaireAppeared) return await readAll(member, at)
    throw error
  }
}

class QuestionnaireAppeared extends Error {}

/** The papers of the finished scans, one after the other, newest first. Without a browser to print with there are none. */
async function printed(
  member: Member,
  language: Language,
  scans: readonly Assessment[],
  print: Printer,
): Promise<{ files: Record<string, ZipFile>; papers: Papers }> {
  const files: Record<string, ZipFile> = {}
  const finished = scans
    .filter(scan => scan.finishedAt !== null && scan.removedAt === null)
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  let failed = 0
  for (const scan of finished.slice(0, mostPrinted)) {
    const questionnaire = await questionnaireWithHash(member.database, scan.questionnaireHash)
    const report = await readReport(member, scan, questionnaire, pathsIn(language))
    if (report === null) continue
    const paper = await print(report)
    const unavailable = [paper.report, paper.card].some(one => !one.ok && one.reason === 'unavailable')
    if (unavailable) return { files, papers: { kind: 'noPrinter' } }
    for (const [kind, one] of Object.entries(paper)) {
      if (one.ok) files[fileOf(scan, kind === 'report' ? m.doc_file_report() : m.doc_file_card())] = [one.pdf, { level: 0 }]
      else failed += 1
    }
  }
  return { files, papers: { kind: 'printed', count: Object.keys(files).length, failed, left: Math.max(0, finished.length - mostPrinted) } }
}

/** `rapporten/2026-11-24-haven-3f2a9c1b-rapport.pdf`; ASCII, so that it unpacks everywhere. */
function fileOf(scan: Assessment, kind: string): string {
  const plain = (scan.name ?? scan.sector).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const name = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 40).replace(/^-|-$/g, '')
  const parts = [dutchDay(scan.finishedAt ?? 0), name, scan.id.slice(0, 8), kind]
  return `${m.doc_file_folder()}/${parts.filter(part => part !== '').join('-')}.pdf`
}
