/** The words that we do not use, per language, each with what to write in its place. */
import type { Language } from '#app/core/questionnaire.ts'

/** `pattern` finds the word whole, capital or not; `instead` goes after "write". */
export type Avoided = { readonly pattern: RegExp; readonly instead: string }

/** A word stands alone: neither a letter nor a hyphen before or after it. Capitals do not matter. */
function word(pattern: string, instead: string): Avoided {
  return { pattern: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'iu'), instead }
}

/** Capitals only, as in an abbreviation: SLA, and not sla. */
function capitals(pattern: string, instead: string): Avoided {
  return { pattern: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, 'u'), instead }
}

/** A part of a word, at its beginning. */
function begin(pattern: string, instead: string): Avoided {
  return { pattern: new RegExp(`(?<!\\p{L})(?:${pattern})\\p{L}*`, 'iu'), instead }
}

const exclamation: Avoided = { pattern: /!/, instead: 'a full stop' }

/** Officialese, consultants' words, and whatever is not je-form. What is named so by law or by the guide stands in sources. */
export const avoided: Readonly<Record<Language, readonly Avoided[]>> = {
  nl: [
    exclamation,
    word('u|uw|uzelf', 'je or jouw'),
    begin('continuïteit', 'doorgaan or doorwerken'),
    begin('bedrijfscontinuïteit', 'doorgaan or doorwerken'),
    begin('calamiteit', 'brand, storing or what happens'),
    begin('stakeholder', 'who is meant: klanten, buren, bank'),
    begin('mitiger', 'kleiner maken or opvangen'),
    word('borg(?:en|t|de|ing)|(?:ge|waar)borg\\p{L}*', 'zorgen dat'),
    begin('facilit(?:eer|er)', 'helpen or regelen'),
    begin('implement(?:eer|er|atie)', 'invoeren or doen'),
    word('adequate?', 'goed genoeg'),
    word('adequaat', 'goed genoeg'),
    word('tevens', 'ook'),
    word('dien(?:t|en) (?:\\p{L}+ )?te', 'moet'),
    word('teneinde', 'om'),
    word('middels|door middel van|d\\.m\\.v\\.', 'met or door'),
    word('alsmede|evenals', 'en'),
    word('inzake|aangaande|omtrent|betreffende|met betrekking tot', 'over'),
    word('conform', 'volgens or zoals'),
    word('indien|mits', 'als'),
    word('echter|doch', 'maar'),
    word('reeds', 'al'),
    word('derhalve', 'daarom or dus'),
    word('ten behoeve van|t\\.b\\.v\\.', 'voor'),
    word('gelieve', 'the verb itself'),
    word('heden', 'nu or vandaag'),
    word('trachten|tracht', 'proberen'),
    word('geschied(?:t|en)', 'gebeurt'),
    word('aanvangen|aanvang(?:t|en)', 'beginnen'),
    capitals('BCP|BCM|BIA|RTO|RPO|KPI|SLA', 'what it means, in full words'),
    word('awareness|bewustwording', 'weten or kennen'),
    begin('proactie[fv]', 'vooraf or op tijd'),
    word('kritische? proces(?:sen)?|bedrijfskritisch\\p{L}*', 'wat door moet gaan'),
    begin('scenario-?analyse', 'nagaan wat er dan gebeurt'),
    word('kritieke?', 'wat je niet kunt missen, or wat niet kan wachten'),
    word('robuuste?r?|robuustheid', 'sterk, or what it withstands'),
    // The guide and the programme are called so.
    word('(?<!(?:handreiking|programma|campagne) )weerba(?:ar|arder|re|arheid)', 'wat je volhoudt'),
    begin('optimaliser|optimalisatie', 'verbeteren'),
    begin('inventaris(?:eer|er)', 'opschrijven or nagaan'),
    begin('escal(?:eer|er|atie)', 'wie je dan belt'),
    begin('communic(?:eer|er)', 'vertellen, bellen or laten weten'),
    begin('evalu(?:eer|er)', 'bespreken wat beter kan'),
    begin('monitor(?:en|t|ing)', 'in de gaten houden'),
    begin('realiser', 'doen or maken'),
    word('impact|draagvlak|uitrol|uitrollen', 'what it means in plain words'),
    word('structureel|structurele', 'vast or altijd'),
    word('periodiek|periodieke', 'hoe vaak: elk jaar'),
    word('relevant|relevante', 'wat je nodig hebt'),
    word('essentieel|essentiële', 'belangrijk or nodig'),
  ],
  en: [
    exclamation,
    begin('stakeholder', 'who is meant: customers, neighbours, the bank'),
    begin('mitigat', 'reduce or soften'),
    begin('leverag', 'use'),
    begin('robust', 'strong, or what it withstands'),
    begin('ensur(?:e|ing)', 'make sure'),
    begin('utili[sz]', 'use'),
    begin('facilitat', 'help or arrange'),
    begin('implement', 'do or put in place'),
    word('(?:business )?continuity', 'keeping going'),
    word('in the event of', 'if or in'),
    word('prior to', 'before'),
    word('in order to', 'to'),
    word('with regard to|regarding|concerning', 'about'),
    word('pursuant to|in accordance with', 'by or under'),
    word('commence[ds]?', 'begin'),
    word('terminate[ds]?', 'end or stop'),
    word('approximately', 'about'),
    word('sufficient(?:ly)?', 'enough'),
    word('adequate(?:ly)?', 'good enough'),
    word('subsequent(?:ly)?', 'after or then'),
    word('personnel', 'people'),
    begin('proactive', 'beforehand or in time'),
    begin('optimi[sz]', 'improve'),
    begin('contingenc', 'what you do if it happens'),
    word('awareness', 'knowing'),
    word('critical(?:ly)?', 'what cannot be missed, or what cannot wait'),
    // The guide and the programme are called so.
    word('resilien(?:t|ce)(?! (?:guide|programme|campaign))', 'what you can last'),
    word('impact(?:s|ed|ful)?|going forward', 'what it means in plain words'),
    capitals('BCP|BCM|BIA|RTO|RPO|KPI|SLA', 'what it means, in full words'),
    // British words where the spelling alone does not tell.
    word('(?<!(?:pallet|forklift|hand|sack|reach|gas|food) )trucks?', 'lorry or van'),
    word('gotten', 'got'),
    word('gasoline', 'petrol'),
    word('cell ?phones?', 'mobile phone'),
    word('elevators?', 'lift'),
    word('faucets?', 'tap'),
    word('sidewalks?', 'pavement'),
    word('parking lots?', 'car park'),
    word('trash|garbage', 'rubbish or waste'),
  ],
}

/** Words of departments and crisis teams: silly for who works alone. Somebody else's people may be called so. */
export const sillyForOne: Readonly<Record<Language, readonly Avoided[]>> = {
  nl: [
    word('\\p{L}*afdeling(?:en)?|afdelingshoofd\\p{L}*', 'who or where it is'),
    begin('crisisteam|crisisorganisatie|crisisoverleg|noodteam', 'je, or leave it out'),
    begin('leidinggevende|teamleider|ploegleider|wachtchef|bedrijfsleider|afdelingschef|voorvrouw', 'je'),
    word('voorman|voormannen', 'je'),
    word('managers?|managementteam', 'je'),
    capitals('HR|HRM|P&O|MT|OR', 'je'),
    word('directie(?:lid|leden)?|bestuur(?:der|ders)?|raad van bestuur', 'je'),
    word('medewerk(?:er|ers|ster|sters)|werknemers?|personeelsl(?:id|eden)|ondergeschikten?', 'je, or mensen'),
    // "Je klant met het meeste personeel" speaks of somebody else's.
    word('(?:je|jouw|mijn|ons|eigen|het|al het) personeel', 'je'),
    // "Een collega in de buurt" is somebody with a business of his own.
    word("(?:je|jouw|jullie|mijn|ons|onze|alle) collega(?:'s)?", 'je, vakgenoot or who it is'),
    word('ondernemingsraad|personeelszaken', 'je'),
    begin('bhv', 'je'),
    word('(?:de|je|jullie|jouw|hele|halve|elke) ploeg(?:en)?|ploegendienst\\p{L}*', 'je, or mensen'),
    word('(?:het|je|jullie|jouw|ons|hele|halve) team|teams', 'je, or mensen'),
    word('(?:nacht|dag|avond|ochtend)ploeg', 'je, or mensen'),
  ],
  en: [
    word('departments?', 'who or where it is'),
    word('crisis (?:team|committee|meeting)s?', 'you, or leave it out'),
    word('(?:line|duty|shift|floor|office|general|team|your|our) managers?|management team|the management', 'you'),
    word('foreman|foremen|forewoman|supervisors?|(?:team|shift) leaders?', 'you'),
    word('board of directors|works council|human resources', 'you'),
    capitals('HR', 'you'),
    word('employees?', 'you, or people'),
    // "Your client with the most staff" speaks of somebody else's.
    word('(?:your|our|the|all) staff|(?:member|members) of staff|staff (?:room|meeting|list|rota)', 'you, or people'),
    // "A colleague nearby" is somebody with a business of his own.
    word('(?:your|our|my|all) colleagues?', 'you, someone in your trade, or who it is'),
    word('first-aiders?|fire wardens?|emergency response team', 'you'),
    word('(?:the|your|our|whole|half the) team|teams', 'you, or people'),
    word('(?:the|your|our|whole|half the) shift|(?:night|day|evening|morning) (?:shift|crew)', 'you, or people'),
  ],
}
