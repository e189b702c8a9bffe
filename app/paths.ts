/** The only place where a URL is put together: a page's address in Dutch, and the same behind /en in English. */
import type { Language } from '#app/core/questionnaire.ts'

/** The language that an address stands for; it may carry a query, and `/en.data` is the data of `/en`. */
export function languageOf(address: string): Language {
  return /^\/en(?=[/?#]|\.data(?=[?#]|$)|$)/.test(address) ? 'en' : 'nl'
}

/** The same page in the other language; the address may carry a query. It never leads off the site. */
export function inLanguage(address: string, language: Language): string {
  const bare = `/${address.replace(/^\/en(?=[/?#]|$)/, '').replace(/^[/\\]+/, '')}`
  if (language === 'nl') return bare
  return `/en${bare === '/' ? '' : bare.replace(/^\/(?=[?#])/, '')}`
}

/** Which form on paper: for one person or for two and more, and with the questions of the quick or of the full scan. */
export type FormVariant = { readonly alone: boolean; readonly quick: boolean }

function queryOf({ alone, quick }: FormVariant): string {
  const query = new URLSearchParams({ ...(alone ? { omvang: '1' } : {}), ...(quick ? { soort: 'snel' } : {}) }).toString()
  return query === '' ? '' : `?${query}`
}

/** The form that an address asks for; anything else in its query counts for nothing. */
export function formVariantIn(query: URLSearchParams): FormVariant {
  return { alone: query.get('omvang') === '1', quick: query.get('soort') === 'snel' }
}

/** Every address of the site in one language. */
export function pathsIn(language: Language) {
  const root = language === 'en' ? '/en' : ''
  const scan = (id: string) => `${root}/scan/${id}`
  const company = (id: string) => `${root}/bedrijf/${id}`
  return {
    home: root || '/',
    start: `${root}/start`,
    scan,
    whatMustGoOn: (id: string) => `${scan(id)}/wat-door`,
    howLong: (id: string) => `${scan(id)}/hoe-lang`,
    theme: (id: string, theme: string) => `${scan(id)}/thema/${theme}`,
    check: (id: string) => `${scan(id)}/controle`,
    answer: (id: string) => `${scan(id)}/antwoord`,
    passOn: (id: string) => `${scan(id)}/verder`,
    copy: (id: string) => `${scan(id)}/nieuw`,
    remove: (id: string) => `${scan(id)}/wissen`,
    report: (id: string) => `${scan(id)}/rapport`,
    reportPdf: (id: string) => `${scan(id)}/rapport.pdf`,
    card: (id: string) => `${scan(id)}/noodkaart`,
    cardPdf: (id: string) => `${scan(id)}/noodkaart.pdf`,
    monday: (id: string) => `${scan(id)}/maandag.ics`,
    enterCode: `${root}/verder`,
    passOnLink: (token: string) => `${root}/verder/${token}`,
    formList: `${root}/formulier`,
    form: (sector: string, variant: FormVariant) => `${root}/formulier/${sector}${queryOf(variant)}`,
    formPdf: (sector: string, variant: FormVariant) => `${root}/formulier/${sector}/formulier.pdf${queryOf(variant)}`,
    keep: (id: string) => `${scan(id)}/bewaren`,
    plan: (id: string) => `${scan(id)}/plan`,
    choose: (id: string) => `${scan(id)}/kiezen`,
    planAction: (id: string, action: string) => `${scan(id)}/plan/${action}`,
    planActionIcs: (id: string, action: string) => `${scan(id)}/plan/${action}/agenda.ics`,
    planCalendar: (id: string) => `${scan(id)}/agenda`,
    feed: (token: string) => `${root}/agenda/${token}/plan.ics`,
    remindersOff: (token: string) => `${root}/herinneringen-uit/${token}`,
    trend: (id: string) => `${scan(id)}/verloop`,
    confirm: (id: string) => `${scan(id)}/bevestigen`,
    reportDocx: (id: string) => `${scan(id)}/rapport.docx`,
    dataJson: (id: string) => `${scan(id)}/gegevens.json`,
    dataCsv: (id: string) => `${scan(id)}/gegevens.csv`,
    share: (id: string) => `${scan(id)}/delen`,
    shared: (token: string) => `${root}/gedeeld/${token}`,
    drills: (id: string) => `${scan(id)}/oefening`,
    drill: (id: string, drill: string) => `${scan(id)}/oefening/${drill}`,
    trialHours: (id: string) => `${scan(id)}/proefuur`,
    trialHour: (id: string, trial: string) => `${scan(id)}/proefuur/${trial}`,
    trialHourIcs: (id: string, trial: string) => `${scan(id)}/proefuur/${trial}/agenda.ics`,
    suppliers: (id: string) => `${scan(id)}/leveranciers`,
    supplierLink: (token: string) => `${root}/leverancier/${token}`,
    sendBack: (id: string) => `${scan(id)}/doorgeven`,
    together: (id: string) => `${scan(id)}/samen`,
    history: (id: string, question: string) => `${scan(id)}/geschiedenis/${question}`,
    signIn: (back?: string) => `${root}/inloggen${back === undefined ? '' : `?verder=${encodeURIComponent(back)}`}`,
    secondStep: (back?: string) => `${root}/inloggen/code${back === undefined ? '' : `?verder=${encodeURIComponent(back)}`}`,
    signOut: `${root}/uitloggen`,
    signUp: (scan?: string) => `${root}/account-maken${scan === undefined ? '' : `?scan=${scan}`}`,
    signUpLink: (token: string) => `${root}/account-maken/${token}`,
    forgot: `${root}/wachtwoord-vergeten`,
    forgotLink: (token: string) => `${root}/wachtwoord-vergeten/${token}`,
    account: `${root}/account`,
    accountEmail: `${root}/account/e-mail`,
    accountEmailLink: (token: string) => `${root}/account/e-mail/${token}`,
    accountPassword: `${root}/account/wachtwoord`,
    accountSessions: `${root}/account/apparaten`,
    accountSecondFactor: `${root}/account/tweede-stap`,
    accountRemove: `${root}/account/wissen`,
    accountExport: `${root}/account/alles`,
    accountJson: `${root}/account/alles.json`,
    invitation: (token: string) => `${root}/uitnodiging/${token}`,
    companies: `${root}/bedrijven`,
    company,
    companyPlan: (id: string) => `${company(id)}/plan`,
    companyTrend: (id: string) => `${company(id)}/verloop`,
    people: (id: string) => `${company(id)}/mensen`,
    companyDetails: (id: string) => `${company(id)}/gegevens`,
    rights: (id: string) => `${company(id)}/rechten`,
    companyExport: (id: string) => `${company(id)}/alles`,
    companyZip: (id: string) => `${company(id)}/alles.zip`,
    companyRemove: (id: string) => `${company(id)}/wissen`,
    companyScan: (id: string, assessment: string) => `${company(id)}/scan/${assessment}`,
    operator: `${root}/beheer`,
    operatorSetup: `${root}/beheer/instellen`,
    operatorMail: `${root}/beheer/post`,
    operatorUsers: `${root}/beheer/gebruikers`,
    operatorLog: `${root}/beheer/logboek`,
    processing: `${root}/verwerkersovereenkomst`,
    purchasing: `${root}/inkoop`,
    accessibility: `${root}/toegankelijkheid`,
    privacy: `${root}/privacy`,
    about: `${root}/over`,
    accountability: `${root}/verantwoording`,
    trades: '/branches.json',
    api: '/api/v1',
    health: '/health',
  }
}

export type Paths = ReturnType<typeof pathsIn>

/** The address of ours that somebody asked to go on to, or null: never another site, another scheme, or what only looks like ours. */
export function safeReturn(asked: string | null): string | null {
  if (asked === null || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return null
  const base = 'https://paraat.invalid'
  if (!URL.canParse(asked, base)) return null
  const { origin, pathname, search, hash } = new URL(asked, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : null
}
