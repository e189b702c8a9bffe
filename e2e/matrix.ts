/** Who may come through which door: every route of the site, what looking at it and posting to it takes, and a body that succeeds. */
import { randomUUID } from 'node:crypto'
import { anyone, scan, status, type Row } from './matrix-rules.ts'
import { givenTheme } from './members.ts'

const once = () => ({ once: randomUUID() })
const someone = () => `${randomUUID()}@example.nl`
const start = () => ({ sector: 'bouw', size: '10-49', region: 'zeeland', scope: 'company', mode: 'quick', power: '', ...once() })
const answer = { json: { saves: [{ question: 'veilig-stoppen', version: 0, answer: { unknown: true }, ownWords: null, note: null }] } }
const noVariant = { alone: false, quick: false }

export const rows: readonly Row[] = [
  { file: 'home.tsx', at: p => p.home, get: anyone },
  { file: 'start.tsx', at: p => p.start, get: anyone, post: anyone, body: start },
  { file: 'scan.tsx', at: (p, { open }) => p.scan(open), get: scan('scan.open') },
  { file: 'what-must-go-on.tsx', at: (p, { open }) => p.whatMustGoOn(open), get: scan('scan.fill'), post: scan('scan.fill'), body: () => ({ 'v.tolerantie': '0', 'a.tolerantie': 'h24' }) },
  { file: 'how-long.tsx', at: (p, { open }) => p.howLong(open), get: scan('scan.fill'), post: scan('scan.fill'), body: () => ({}) },
  { file: 'theme.tsx', at: (p, { open }) => p.theme(open, givenTheme), get: scan('scan.fill', givenTheme), post: scan('scan.fill', givenTheme), body: () => ({ 'v.veilig-stoppen': '0', 'a.veilig-stoppen': ':unknown' }) },
  { file: 'theme.tsx', at: (p, { open }) => p.theme(open, 'crisis'), get: scan('scan.fill', 'crisis'), post: scan('scan.fill', 'crisis'), body: () => ({ 'v.geoefend': '0', 'a.geoefend': ':unknown' }) },
  { file: 'check.tsx', at: (p, { open }) => p.check(open), get: scan('scan.seeAnswers'), post: scan('scan.finish'), body: () => ({ rest: 'unknown' }) },
  { file: 'answer.ts', at: (p, { open }) => p.answer(open), get: status(405), post: scan('scan.fill', givenTheme), body: () => answer },
  { file: 'history.tsx', at: (p, { open }) => p.history(open, 'noodplan'), get: scan('scan.seeAnswers', 'crisis'), post: scan('scan.fill', 'crisis'), body: () => ({ version: '0', onto: '1' }) },
  { file: 'pass-on.tsx', at: (p, { open }) => p.passOn(open), get: scan('scan.passOn'), post: scan('scan.passOn'), body: () => ({ how: 'code' }), repeat: 'many' },
  { file: 'pass-on.tsx', at: (p, { open }) => p.passOn(open), get: scan('scan.passOn'), post: scan('scan.passOn'), body: () => ({ how: 'mail', email: someone(), ...once() }), takes: ['email'] },
  { file: 'copy.tsx', at: (p, { finished }) => p.copy(finished), get: scan('scan.open'), post: scan('scan.start'), body: () => ({ mode: 'full', ...once() }) },
  { file: 'remove.tsx', at: (p, { open }) => p.remove(open), get: scan('scan.remove'), post: scan('scan.remove'), body: () => ({}) },
  { file: 'report.tsx', at: (p, { finished }) => p.report(finished), get: scan('scan.seeReport') },
  { file: 'report-pdf.ts', at: (p, { finished }) => p.reportPdf(finished), get: scan('scan.seeReport'), slow: true },
  { file: 'card.tsx', at: (p, { finished }) => p.card(finished), get: scan('scan.seeReport') },
  { file: 'card-pdf.ts', at: (p, { finished }) => p.cardPdf(finished), get: scan('scan.seeReport'), slow: true },
  { file: 'monday.ts', at: (p, { finished }) => p.monday(finished), get: scan('scan.seeReport') },
  { file: 'enter-code.tsx', at: p => p.enterCode, get: anyone, post: status(422), body: () => ({ code: 'ABCD2345' }) },
  { file: 'pass-on-link.tsx', at: p => p.passOnLink('ABCD2345'), get: status(404), post: status(404), body: () => ({}) },
  { file: 'form-list.tsx', at: p => p.formList, get: anyone },
  { file: 'form.tsx', at: p => p.form('bouw', noVariant), get: anyone },
  { file: 'form-pdf.ts', at: p => p.formPdf('bouw', noVariant), get: anyone, slow: true },
  { file: 'privacy.tsx', at: p => p.privacy, get: anyone },
  { file: 'processing.tsx', at: p => p.processing, get: anyone },
  { file: 'purchasing.tsx', at: p => p.purchasing, get: anyone },
  { file: 'accessibility.tsx', at: p => p.accessibility, get: anyone },
  { file: 'about.tsx', at: p => p.about, get: anyone },
  { file: 'accountability.tsx', at: p => p.accountability, get: anyone },
  { file: 'not-found.tsx', at: p => `${p.home === '/' ? '' : p.home}/bestaat-niet`, get: status(404), post: status(404) },
  { file: 'health.ts', at: p => p.health, get: anyone },
  { file: 'trades.ts', at: p => p.trades, get: anyone },
  { file: 'api-sectors.ts', at: p => `${p.api}/sectors`, get: anyone },
  { file: 'api-questionnaires.ts', at: p => `${p.api}/questionnaires/bouw`, get: anyone },
  { file: 'api-scores.ts', at: p => `${p.api}/scores`, get: status(405), post: anyone, body: () => ({ json: { sector: 'bouw', profile: { size: '10-49', region: 'zeeland' }, answers: {} } }) },
  { file: 'api-plans.ts', at: p => `${p.api}/plans`, get: status(405), post: anyone, body: () => ({ json: { sector: 'bouw', profile: { size: '10-49', region: 'zeeland' }, answers: {}, budgetHours: 8 } }) },
  { file: 'api-openapi.ts', at: p => `${p.api}/openapi.json`, get: anyone },
  { file: 'api-not-found.ts', at: () => '/api/niets', get: status(404), post: status(404) },
]
