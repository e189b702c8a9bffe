/** Reads a calendar file as strictly as RFC 5545 allows, for tests: throws at whatever a diary could stumble over. */

export type Property = { readonly name: string; readonly parameters: Readonly<Record<string, string>>; readonly value: string }
/** `text`: the values of its properties, with what was escaped as it is read. */
export type Event = { readonly properties: readonly Property[]; readonly text: Readonly<Record<string, string>> }
export type Calendar = { readonly text: Readonly<Record<string, string>>; readonly events: readonly Event[] }

const texts = new Set(['SUMMARY', 'DESCRIPTION', 'UID', 'PRODID', 'NAME', 'X-WR-CALNAME', 'METHOD', 'VERSION'])
const inCalendar = new Set(['VERSION', 'PRODID', 'METHOD', 'NAME', 'REFRESH-INTERVAL'])
const inEvent = new Set(['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'TRANSP', 'DESCRIPTION', 'ORGANIZER', 'URL', 'STATUS', 'CREATED', 'LAST-MODIFIED'])

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}

/** The lines as they are meant, with what was folded put together again. */
function unfold(file: string): string[] {
  must(file.endsWith('\r\n'), 'the last line does not end')
  must(!/[^\r]\n|\r[^\n]/.test(file), 'a line ends in something else than CRLF')
  const lines = file.slice(0, -2).split('\r\n')
  for (const line of lines) {
    must(line !== '', 'an empty line')
    must(Buffer.byteLength(line) <= 75, `more than 75 octets: ${line}`)
    must(!/\p{Cs}/u.test(line), `a character is split: ${line}`)
    // eslint-disable-next-line no-control-regex -- that is what must not be in it
    must(!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line), `a control character: ${line}`)
  }
  return lines.reduce<string[]>((all, line) => {
    if (!line.startsWith(' ')) return [...all, line]
    must(all.length > 0, 'the first line is folded')
    return [...all.slice(0, -1), all.at(-1)! + line.slice(1)]
  }, [])
}

function property(line: string): Property {
  const match = /^([A-Z][A-Z0-9-]*)((?:;[A-Z][A-Z0-9-]*=(?:"[^"]*"|[^";:,]*))*):(.*)$/u.exec(line)
  if (match === null) throw new Error(`no content line: ${line}`)
  const name = match[1] ?? ''
  const given = match[2] ?? ''
  const raw = match[3] ?? ''
  const parameters = Object.fromEntries([...given.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:,]*)/g)].map(one => [one[1] ?? '', (one[2] ?? '').replace(/^"|"$/g, '')]))
  if (!texts.has(name)) return { name, parameters, value: raw }
  must(/^(?:[^\\,;]|\\[\\,;nN])*$/u.test(raw), `not escaped: ${line}`)
  return { name, parameters, value: raw.replace(/\\([\\,;nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one)) }
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(value)
  if (match === null) return false
  const iso = `${match[1]}-${match[2]}-${match[3]}`
  return !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso)
}

const isMoment = (value: string) => isDate(value.slice(0, 8)) && /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/.test(value)

function valuesOf(properties: readonly Property[], known: ReadonlySet<string>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { name, value } of properties) {
    must(known.has(name) || name.startsWith('X-'), `${name} does not belong here`)
    must(values[name] === undefined, `${name} stands there twice`)
    values[name] = value
  }
  return values
}

function checkEvent(properties: readonly Property[]): Event {
  const text = valuesOf(properties, inEvent)
  for (const name of ['UID', 'DTSTAMP', 'DTSTART']) must(text[name] !== undefined, `${name} is missing`)
  for (const name of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED']) must(text[name] === undefined || isMoment(text[name]), `${name} is no moment: ${text[name]}`)
  for (const name of ['DTSTART', 'DTEND']) {
    const one = properties.find(property => property.name === name)
    must(one === undefined || (one.parameters['VALUE'] === 'DATE' && isDate(one.value)), `${name} is no day`)
  }
  must(text['DTEND'] === undefined || text['DTEND'] > text['DTSTART']!, 'it ends before it begins')
  must(text['SEQUENCE'] === undefined || /^\d+$/.test(text['SEQUENCE']), 'SEQUENCE is no number')
  must(text['STATUS'] === undefined || ['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(text['STATUS']), 'STATUS is unknown')
  must(text['TRANSP'] === undefined || ['OPAQUE', 'TRANSPARENT'].includes(text['TRANSP']), 'TRANSP is unknown')
  must(text['URL'] === undefined || URL.canParse(text['URL']), 'URL is none')
  must(text['ORGANIZER'] === undefined || text['ORGANIZER'].startsWith('mailto:'), 'ORGANIZER is no address')
  return { properties, text }
}

/** How many zones there are, each whole, and the lines beside them. */
function withoutZones(lines: readonly string[]): { zones: number; rest: string[] } {
  const from = lines.indexOf('BEGIN:VTIMEZONE')
  if (from < 0) return { zones: 0, rest: [...lines] }
  const to = lines.indexOf('END:VTIMEZONE')
  const names = lines.slice(from, to + 1).map(line => line.replace(/^(?!BEGIN|END)([A-Z]+):.*/, '$1')).join(' ')
  must(names === 'BEGIN:VTIMEZONE TZID BEGIN:STANDARD DTSTART TZOFFSETFROM TZOFFSETTO END:STANDARD END:VTIMEZONE', `a zone lacks something: ${names}`)
  const others = withoutZones([...lines.slice(0, from), ...lines.slice(to + 1)])
  return { zones: others.zones + 1, rest: others.rest }
}

/** The calendar in this file. Throws where it breaks a rule. */
export function readCalendar(file: string): Calendar {
  const lines = unfold(file)
  must(lines[0] === 'BEGIN:VCALENDAR' && lines.at(-1) === 'END:VCALENDAR', 'it is no calendar')
  const own: Property[] = []
  const events: Event[] = []
  let event: Property[] | null = null
  const { zones, rest } = withoutZones(lines.slice(1, -1))
  for (const line of rest) {
    const { name, value } = property(line)
    if (name === 'BEGIN') {
      must(event === null && value === 'VEVENT', `${value} does not begin here`)
      event = []
    } else if (name === 'END') {
      must(event !== null && value === 'VEVENT', `${value} does not end here`)
      events.push(checkEvent(event))
      event = null
    } else (event ?? own).push(property(line))
  }
  must(event === null, 'an event does not end')
  must(events.length + zones > 0, 'it holds nothing')
  const text = valuesOf(own, inCalendar)
  must(text['VERSION'] === '2.0' && text['PRODID'] !== undefined, 'VERSION or PRODID is missing')
  const uids = events.map(one => one.text['UID'])
  must(new Set(uids).size === uids.length, 'two events have one UID')
  if (text['METHOD'] === 'CANCEL') must(events.every(one => one.text['ORGANIZER'] !== undefined && one.text['STATUS'] === 'CANCELLED'), 'it cancels without saying who, or what')
  return { text, events }
}
