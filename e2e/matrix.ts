/** Who may come through which door: every route of the site, what looking at it and posting to it takes, and a body that succeeds. */
import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { newSecret } from '#app/auth/secret.server.ts'
import { outcomeFields } from '#app/practice/trial-form.ts'
import { newCompany } from './company.ts'
import { anyone, company, half, invitation, isGuest, link, operator, ownersLink, scan, status, user, type Actor, type Row, type Where } from './matrix-rules.ts'
import { givenTheme, password, totpSecret } from './members.ts'

/** Of no answer in hours is it said that it was tried. */
const notTried = Object.fromEntries(newCompany('bouw', 'quick', '2-9').questionnaire.questions.filter(one => one.type === 'endurance').map(one => [outcomeFields.was(one.id), 'skip']))
const once = () => ({ once: randomUUID() })
const someone = () => `${randomUUID()}@example.nl`
const start = () => ({ sector: 'bouw', size: '10-49', region: 'zeeland', scope: 'company', mode: 'quick', power: '', ...once() })
const answer = { json: { saves: [{ question: 'veilig-stoppen', version: 0, answer: { unknown: true }, ownWords: null, note: null }] } }
const newPassword = 'zeven ganzen op de kade'
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
const newSecond = 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'
/** A session that does not count (any more): what was typed is answered with, not thrown away. */
const hadSession = (actor: Actor) => (actor === 'halfway' ? 401 : undefined)
/** What only somebody who is signed in may do with a guest's scan. */
const firstSignIn = (actor: Actor, where: Where) => (actor === 'guest' && where === 'own' ? 'signIn' : undefined)
/** A guest is told what an account adds. */
const guestsToo = (actor: Actor, where: Where) => (isGuest(actor) && where === 'own' ? 'ok' : undefined)
/** An owner who is the only one cannot leave. */
const lastOwner = (actor: Actor, where: Where) => (actor === 'owner' && where === 'own' ? 422 : undefined)
/** Who only reads has nothing to confirm. */
const readerNot = (actor: Actor, where: Where) => (actor === 'reader' && where === 'own' ? 403 : undefined)
const noVariant = { alone: false, quick: false }

export const rows: readonly Row[] = [
  { file: 'home.tsx', at: p => p.home, get: anyone },
  { file: 'start.tsx', at: p => p.start, get: anyone, post: anyone, body: start },
  { file: 'start.tsx', at: p => p.start, post: company('scan.start'), body: ({ organisation }) => ({ ...start(), company: organisation }) },
  { file: 'scan.tsx', at: (p, { open }) => p.scan(open), get: scan('scan.open') },
  { file: 'what-must-go-on.tsx', at: (p, { open }) => p.whatMustGoOn(open), get: scan('scan.fill'), post: { ...scan('scan.fill'), but: hadSession }, body: () => ({ 'v.tolerantie': '0', 'a.tolerantie': 'h24' }) },
  { file: 'how-long.tsx', at: (p, { open }) => p.howLong(open), get: scan('scan.fill'), post: { ...scan('scan.fill'), but: hadSession }, body: () => ({}) },
  { file: 'theme.tsx', at: (p, { open }) => p.theme(open, givenTheme), get: scan('scan.fill', givenTheme), post: { ...scan('scan.fill', givenTheme), but: hadSession }, body: () => ({ 'v.veilig-stoppen': '0', 'a.veilig-stoppen': ':unknown' }) },
  { file: 'theme.tsx', at: (p, { open }) => p.theme(open, 'crisis'), get: scan('scan.fill', 'crisis'), post: { ...scan('scan.fill', 'crisis'), but: hadSession }, body: () => ({ 'v.geoefend': '0', 'a.geoefend': ':unknown' }) },
  { file: 'check.tsx', at: (p, { open }) => p.check(open), get: scan('scan.seeAnswers'), post: scan('scan.finish'), body: () => ({ rest: 'unknown' }) },
  { file: 'answer.ts', at: (p, { open }) => p.answer(open), get: status(405), post: { ...scan('scan.fill', givenTheme), but: hadSession }, body: () => answer },
  { file: 'history.tsx', at: (p, { open }) => p.history(open, 'noodplan'), get: scan('scan.seeAnswers', 'crisis'), post: scan('scan.fill', 'crisis'), body: () => ({ version: '1', onto: '2' }) },
  { file: 'pass-on.tsx', at: (p, { open }) => p.passOn(open), get: scan('scan.passOn'), post: scan('scan.passOn'), body: () => ({ how: 'code' }), repeat: 'many' },
  { file: 'pass-on.tsx', at: (p, { open }) => p.passOn(open), get: scan('scan.passOn'), post: scan('scan.passOn'), body: () => ({ how: 'mail', email: someone(), ...once() }), takes: ['email'] },
  { file: 'copy.tsx', at: (p, { finished }) => p.copy(finished), get: scan('scan.open'), post: scan('scan.start'), body: () => ({ mode: 'full', ...once() }) },
  { file: 'remove.tsx', at: (p, { open }) => p.remove(open), get: scan('scan.remove'), post: scan('scan.remove'), body: () => ({}) },
  { file: 'keep.tsx', at: (p, { open }) => p.keep(open), get: scan('scan.open'), post: { ...scan('scan.open'), but: firstSignIn }, body: () => ({}), by: 'signedInGuest', repeat: 'noted' },
  { file: 'together.tsx', at: (p, { open }) => p.together(open), get: { ...scan('scan.handOverTheme'), but: guestsToo }, post: scan('scan.handOverTheme'), body: () => ({ do: 'hand', themes: 'ict', email: someone(), ...once() }), takes: ['email', 'themes'] },
  { file: 'together.tsx', at: (p, { open }) => p.together(open), post: scan('scan.handOverTheme'), body: ({ people }) => ({ do: 'back', theme: givenTheme, person: people.contributor.id }) },
  { file: 'report.tsx', at: (p, { finished }) => p.report(finished), get: scan('scan.seeReport') },
  { file: 'report-pdf.ts', at: (p, { finished }) => p.reportPdf(finished), get: scan('scan.seeReport'), slow: true },
  { file: 'report-docx.ts', at: (p, { finished }) => p.reportDocx(finished), get: scan('scan.seeReport'), slow: true },
  { file: 'data-json.ts', at: (p, { finished }) => p.dataJson(finished), get: scan('scan.seeAnswers'), post: scan('scan.seeAnswers'), body: () => ({}), repeat: 'noted' },
  { file: 'data-csv.ts', at: (p, { finished }) => p.dataCsv(finished), get: scan('scan.seeAnswers'), post: scan('scan.seeAnswers'), body: () => ({}), repeat: 'noted' },
  { file: 'card.tsx', at: (p, { finished }) => p.card(finished), get: scan('scan.seeReport') },
  { file: 'card-pdf.ts', at: (p, { finished }) => p.cardPdf(finished), get: scan('scan.seeReport'), slow: true },
  { file: 'monday.ts', at: (p, { finished }) => p.monday(finished), get: scan('scan.seeReport') },
  { file: 'plan.tsx', at: (p, { finished }) => p.plan(finished), get: scan('plan.see'), post: scan('plan.change'), body: () => ({ do: 'add', title: 'Sleutel bij de buren', ownerName: 'Bram', dueOn: '2030-02-01', ...once() }) },
  { file: 'plan.tsx', at: (p, { finished }) => p.plan(finished), post: scan('plan.change'), body: ({ action }) => ({ do: 'state', action, version: '1', state: 'done' }) },
  { file: 'plan.tsx', at: (p, { finished }) => p.plan(finished), post: scan('plan.change'), body: ({ action }) => ({ do: 'remove', action, version: '1' }) },
  { file: 'plan.tsx', at: (p, { finished }) => p.plan(finished), post: scan('plan.change'), body: ({ removedAction: action }) => ({ do: 'putBack', action, version: '1' }) },
  { file: 'plan-action.tsx', at: (p, { finished, action }) => p.planAction(finished, action), get: scan('plan.see'), post: scan('plan.change'), body: () => ({ do: 'change', version: '1', title: 'Aggregaat kopen', note: 'Bel eerst' }) },
  { file: 'plan-action.tsx', at: (p, { finished, action }) => p.planAction(finished, action), post: scan('plan.change'), body: () => ({ do: 'undo', version: '1', title: 'Aggregaat huren', 'was.title': 'Aggregaat testen', 'was.note': '' }) },
  { file: 'plan-action.tsx', at: (p, { finished, action }) => p.planAction(finished, action), post: scan('plan.change'), body: () => ({ do: 'state', version: '1', state: 'declined', reason: 'Te duur' }) },
  { file: 'plan-action.tsx', at: (p, { finished, doneAction }) => p.planAction(finished, doneAction), post: scan('plan.change'), body: () => ({ do: 'leave', version: '1' }) },
  { file: 'plan-action.tsx', at: (p, { finished, doneAction }) => p.planAction(finished, doneAction), post: scan('plan.change'), body: () => ({ do: 'lift', version: '1', shown: '' }) },
  { file: 'company-plan.tsx', at: (p, { organisation }) => p.companyPlan(organisation), get: company('plan.see') },
  { file: 'plan-action-ics.ts', at: (p, { finished, action }) => p.planActionIcs(finished, action), get: scan('plan.see') },
  { file: 'calendar-feed.tsx', at: (p, { finished }) => p.planCalendar(finished), get: scan('plan.see'), post: scan('plan.see'), body: () => ({ do: 'make', token: newSecret() }) },
  { file: 'calendar-feed.tsx', at: (p, { finished }) => p.planCalendar(finished), post: scan('plan.see'), body: ({ feed }) => ({ do: 'end', feed }) },
  { file: 'feed.ts', at: (p, { links }) => p.feed(links.feed), get: link },
  { file: 'reminders-off.tsx', at: (p, { links }) => p.remindersOff(links.off), get: link, post: link, body: () => ({ 'List-Unsubscribe': 'One-Click' }), by: 'nobody' },
  { file: 'trend.tsx', at: (p, { finished }) => p.trend(finished), get: scan('scan.seeReport') },
  { file: 'choose.tsx', at: (p, { finished }) => p.choose(finished), get: scan('plan.see'), post: scan('plan.change'), body: () => ({ kies: 'lijst-wat-eerst', ...once() }) },
  { file: 'company-trend.tsx', at: (p, { organisation }) => p.companyTrend(organisation), get: company('scan.list') },
  { file: 'share.tsx', at: (p, { finished }) => p.share(finished), get: scan('scan.share'), post: scan('scan.share'), body: () => ({ do: 'make', token: newSecret(), parts: 'owner', label: 'De verzekeraar', days: '30' }) },
  { file: 'share.tsx', at: (p, { finished }) => p.share(finished), post: scan('scan.share'), body: ({ shareLink }) => ({ do: 'end', link: shareLink }) },
  { file: 'share-link.tsx', at: (p, { links }) => p.shared(links.share), get: link },
  { file: 'suppliers.tsx', at: (p, { finished }) => p.suppliers(finished), get: scan('supplier.see'), post: scan('supplier.ask'), body: () => ({ do: 'ask', token: newSecret(), label: 'De meelfabriek', asker: 'De bakker' }) },
  { file: 'suppliers.tsx', at: (p, { finished }) => p.suppliers(finished), post: scan('supplier.ask'), body: ({ supplierLink }) => ({ do: 'end', link: supplierLink }) },
  { file: 'suppliers.tsx', at: (p, { finished }) => p.suppliers(finished), post: scan('supplier.ask'), body: ({ endedSupplierLink }) => ({ do: 'forget', link: endedSupplierLink }) },
  { file: 'supplier-link.tsx', at: (p, { links }) => p.supplierLink(links.supplier), get: link, post: scan('scan.share'), body: ({ finished }) => ({ scan: finished }) },
  { file: 'send-back.tsx', at: (p, { finished }) => p.sendBack(finished), get: scan('scan.share'), post: scan('scan.share'), body: ({ supplierLink }) => ({ do: 'send', link: supplierLink }) },
  { file: 'send-back.tsx', at: (p, { finished }) => p.sendBack(finished), post: scan('scan.share'), body: ({ supplierLink }) => ({ do: 'withdraw', link: supplierLink }) },
  { file: 'confirm.tsx', at: (p, { finished }) => p.confirm(finished), get: { ...scan('scan.open'), but: readerNot }, post: scan('scan.fill', 'crisis'), body: () => ({ question: 'noodplan' }) },
  { file: 'trial-hours.tsx', at: (p, { finished }) => p.trialHours(finished), get: scan('practice.see'), post: scan('practice.hold'), body: () => ({ day: '2030-02-05', time: '10:00', keepOn: 'De server', ...once() }) },
  { file: 'trial-hour.tsx', at: (p, { finished, trial }) => p.trialHour(finished, trial), get: scan('practice.see'), post: scan('practice.hold'), body: () => ({ do: 'tick', version: '1', tick: 'sla-werk-op' }) },
  { file: 'trial-hour.tsx', at: (p, { finished, trial }) => p.trialHour(finished, trial), post: scan('practice.hold'), body: () => ({ do: 'move', version: '1', day: '2030-02-12', time: '14:00' }) },
  { file: 'trial-hour.tsx', at: (p, { finished, trial }) => p.trialHour(finished, trial), post: scan('practice.hold'), body: () => ({ do: 'cancel', version: '1' }) },
  { file: 'trial-hour.tsx', at: (p, { finished, cancelledTrial }) => p.trialHour(finished, cancelledTrial), post: scan('practice.hold'), body: () => ({ do: 'putBack', version: '1' }) },
  { file: 'trial-hour.tsx', at: (p, { finished, begunTrial }) => p.trialHour(finished, begunTrial), post: scan('practice.hold'), body: () => ({ do: 'hold', note: 'De poort ging niet open', ...notTried }) },
  { file: 'trial-hour-ics.ts', at: (p, { finished, trial }) => p.trialHourIcs(finished, trial), get: scan('practice.see') },
  { file: 'drills.tsx', at: (p, { finished }) => p.drills(finished), get: scan('practice.see'), post: scan('practice.hold'), body: () => ({ do: 'begin', scenario: 'stroom', ...once() }) },
  { file: 'drills.tsx', at: (p, { finished }) => p.drills(finished), post: scan('practice.hold'), body: ({ removedDrill }) => ({ do: 'putBack', drill: removedDrill }) },
  { file: 'drill.tsx', at: (p, { finished, drill }) => p.drill(finished, drill), get: scan('practice.see'), post: scan('practice.hold'), body: () => ({ do: 'save', version: '1', 'n.opening': 'Sanne en Bram' }) },
  { file: 'drill.tsx', at: (p, { finished, drill }) => p.drill(finished, drill), post: scan('practice.hold'), body: () => ({ do: 'finish', version: '1', actions: 'Zaklamp ophangen' }) },
  { file: 'drill.tsx', at: (p, { finished, drill }) => p.drill(finished, drill), post: scan('practice.hold'), body: () => ({ do: 'remove' }) },
  { file: 'enter-code.tsx', at: p => p.enterCode, get: anyone, post: status(422), body: () => ({ code: 'ABCD2345' }) },
  { file: 'pass-on-link.tsx', at: p => p.passOnLink('ABCD2345'), get: status(404), post: status(404), body: () => ({}) },
  { file: 'sign-in.tsx', at: p => p.signIn(), get: anyone, post: anyone, body: ({ people }) => ({ email: people.owner.email, password }), by: 'nobody', repeat: 'noted', takes: ['email'] },
  { file: 'second-step.tsx', at: p => p.secondStep(), get: half, post: half, body: () => ({ code: codeOf(totpSecret) }), by: 'halfway' },
  { file: 'sign-out.tsx', at: p => p.signOut, get: anyone, post: anyone, body: () => ({}), repeat: 'noted' },
  { file: 'sign-up.tsx', at: p => p.signUp(), get: anyone, post: anyone, body: () => ({ email: someone(), ...once() }), by: 'nobody' },
  { file: 'sign-up-link.tsx', at: (p, { links }) => p.signUpLink(links.signUp), get: link, post: link, body: () => ({ password: newPassword, name: 'Sanne' }), by: 'nobody' },
  { file: 'forgot.tsx', at: p => p.forgot, get: anyone, post: anyone, body: ({ people }) => ({ email: people.reader.email, ...once() }), by: 'nobody' },
  { file: 'forgot-link.tsx', at: (p, { links }) => p.forgotLink(links.reset), get: link, post: link, body: () => ({ password: newPassword }), by: 'nobody' },
  { file: 'account.tsx', at: p => p.account, get: user, post: user, body: () => ({ name: 'Sanne', language: 'en', reminders: 'off' }) },
  { file: 'account-email.tsx', at: p => p.accountEmail, get: user, post: user, body: () => ({ email: someone(), password, ...once() }) },
  { file: 'account-email-link.tsx', at: (p, { links }) => p.accountEmailLink(links.email), get: ownersLink, post: ownersLink, body: () => ({}) },
  { file: 'account-password.tsx', at: p => p.accountPassword, get: user, post: user, body: () => ({ current: password, password: newPassword }), repeat: 'noted' },
  { file: 'account-sessions.tsx', at: p => p.accountSessions, get: user, post: user, body: () => ({ which: 'all' }), repeat: 'noted' },
  { file: 'account-second-factor.tsx', at: p => p.accountSecondFactor, get: user, post: { ...user, but: actor => (actor === 'operator' ? 409 : undefined) }, body: () => ({ how: 'on', secret: newSecond, seed: newSecret(), password, code: codeOf(newSecond) }), repeat: 'noted' },
  { file: 'companies.tsx', at: p => p.companies, get: user, post: user, body: () => ({ name: 'Zwaluw bv', ...once() }) },
  { file: 'company-details.tsx', at: (p, { organisation }) => p.companyDetails(organisation), get: company('organisation.see'), post: company('organisation.change'), body: () => ({ name: 'Zwaluw bv', kvk: '12345678', group: 'yes' }) },
  { file: 'rights.tsx', at: (p, { organisation }) => p.rights(organisation), get: company('organisation.see') },
  { file: 'company.tsx', at: (p, { organisation }) => p.company(organisation), get: company('organisation.see') },
  { file: 'company-scan.tsx', at: (p, { organisation, finished }) => p.companyScan(organisation, finished), get: company('scan.manage'), post: company('scan.manage'), body: () => ({ do: 'rename', name: 'Loods 2' }) },
  { file: 'company-scan.tsx', at: (p, { organisation, finished }) => p.companyScan(organisation, finished), post: company('scan.manage'), body: () => ({ do: 'archive' }) },
  { file: 'company-scan.tsx', at: (p, { organisation, finished }) => p.companyScan(organisation, finished), post: company('scan.manage'), body: () => ({ do: 'choose' }) },
  { file: 'company-scan.tsx', at: (p, { organisation, finished }) => p.companyScan(organisation, finished), post: company('scan.remove'), body: () => ({ do: 'remove' }) },
  { file: 'company-scan.tsx', at: (p, { organisation, removed }) => p.companyScan(organisation, removed), post: company('scan.remove'), body: () => ({ do: 'putBack' }) },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), get: company('people.see'), post: company('people.manage'), body: () => ({ do: 'invite', email: someone(), role: 'editor', ...once() }) },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), post: company('people.manage'), body: ({ invitation: id }) => ({ do: 'again', invitation: id, ...once() }) },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), post: company('people.manage'), body: ({ invitation: id }) => ({ do: 'withdraw', invitation: id }) },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), post: company('people.manage'), body: ({ people }) => ({ do: 'change', person: people.reader.id, role: 'editor' }) },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), post: company('people.manage'), body: ({ people }) => ({ do: 'remove', person: people.reader.id }) },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), post: company('organisation.handOver'), body: ({ people }) => ({ do: 'handOver', person: people.editor.id, password }), repeat: 'noted' },
  { file: 'people.tsx', at: (p, { organisation }) => p.people(organisation), post: { ...company('people.see'), but: lastOwner }, body: () => ({ do: 'leave' }), by: 'editor', repeat: 'noted' },
  { file: 'invitation.tsx', at: (p, { links }) => p.invitation(links.invitation), get: invitation('look'), post: invitation('accept'), body: () => ({ password: newPassword, name: 'Sanne' }), by: 'nobody' },
  { file: 'company-remove.tsx', at: (p, { organisation }) => p.companyRemove(organisation), get: company('organisation.remove'), post: company('organisation.remove'), body: ({ name }) => ({ name, password }) },
  { file: 'company-remove.tsx', at: (p, { organisation }) => p.companyRemove(organisation), post: company('organisation.remove'), body: () => ({ how: 'keep' }) },
  { file: 'company-export.tsx', at: (p, { organisation }) => p.companyExport(organisation), get: company('organisation.export') },
  { file: 'company-zip.ts', at: (p, { organisation }) => p.companyZip(organisation), get: company('organisation.export'), post: company('organisation.export'), body: () => ({}), slow: true, repeat: 'noted' },
  { file: 'account-remove.tsx', at: p => p.accountRemove, get: user, post: user, body: ({ organisation }) => ({ password, along: organisation }) },
  { file: 'account-remove.tsx', at: p => p.accountRemove, post: user, body: () => ({ how: 'keep' }) },
  { file: 'account-export.tsx', at: p => p.accountExport, get: user },
  { file: 'account-json.ts', at: p => p.accountJson, get: user, post: user, body: () => ({}), repeat: 'noted' },
  { file: 'operator.tsx', at: p => p.operator, get: operator, post: operator, body: () => ({ job: 'lifetimes', seen: '' }) },
  { file: 'operator-setup.tsx', at: p => p.operatorSetup, get: anyone, post: status(422), body: () => ({ code: newSecret(), email: someone(), password: newPassword }) },
  { file: 'operator-mail.tsx', at: p => p.operatorMail, get: operator },
  { file: 'operator-users.tsx', at: p => p.operatorUsers, get: operator },
  { file: 'operator-log.tsx', at: p => p.operatorLog, get: operator },
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
