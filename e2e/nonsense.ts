/** Bodies, addresses and queries as nobody means them: the same ones for the same seed. */
import { openLine } from './guest.ts'
import { addressOf, type Row } from './matrix-rules.ts'
import { bodyOf, encoded, freshStage, inParallel, nextAddress, postersOf, type Stage } from './matrix-walk.ts'
import { nowhere, type Cast, type Place } from './members.ts'

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const values = [
  '', '0', '-1', 'null', 'undefined', ':unknown', ':none', '__proto__', 'constructor', 'toString', 'x'.repeat(5000), '\u0000', '€🙂', "' or 1=1 --", '<script>alert(1)</script>',
  '../../etc/passwd', '//kwaad.example', 'https:kwaad.example', 'a\r\nSet-Cookie: x=y', '\ud800', 'NaN', '1e999', '9'.repeat(400), 'a@b.nl', `${'a'.repeat(300)}@example.nl`, 'owner', 'true', '[]', '{"a":1}', '%00', ' ',
]
const general = ['once', 'id', 'role', 'user', 'organisation', 'organisationId', 'email', 'password', 'code', 'name', 'themes', 'how', 'clear', 'rest', 'intent', 'verder', 'v.noodplan', 'a.noodplan', 'w.noodplan', 'n.noodplan', 'f.noodplan', 'e.noodplan', 'v.__proto__', 'a.__proto__', '__proto__']
const types = ['application/json', 'text/plain', 'application/octet-stream', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', '']

type Sent = { readonly body: string; readonly type: string }

/** A body for this row: its own fields now and then, mixed with others and with nonsense, in the type it claims or another. */
function nonsenseFor(row: Row, place: Place, random: () => number): Sent {
  const below = (count: number) => Math.floor(random() * count)
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!
  const good = bodyOf(row, place)
  const given = 'json' in good ? {} : good
  const names = [...Object.keys(given), ...Object.keys(given), ...general]
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (random() < 0.7) fields.append(name, random() < 0.6 ? String(value) : oneOf(values))
  for (let count = below(6); count > 0; count -= 1) fields.append(oneOf(names), oneOf(values))
  const form = { body: fields.toString(), type: 'application/x-www-form-urlencoded' }
  const answer = oneOf<unknown>([null, {}, { option: oneOf(values) }, { items: [oneOf(values)] }, { unknown: true }, { unknown: 1 }, [], 'x', { option: 'ja', items: [] }])
  const save = { question: oneOf([...values, 'noodplan', 'veilig-stoppen']), version: oneOf<unknown>([0, 1, -1, 1.5, '0', null, 1e308]), answer, ownWords: oneOf<unknown>([null, ...values]), note: oneOf<unknown>([null, 5, ...values]), firmness: oneOf<unknown>([null, 'said', ...values]), evidence: oneOf<unknown>([null, 'https://example.nl', ...values]) }
  const noise = Array.from({ length: below(200) }, () => String.fromCharCode(below(256))).join('')
  return oneOf<Sent>([
    form,
    form,
    form,
    { body: form.body, type: oneOf(types) },
    { body: JSON.stringify({ saves: [save] }), type: oneOf(['application/json', 'text/plain']) },
    { body: encoded(good).body.slice(0, below(80)), type: encoded(good).type },
    { body: noise, type: oneOf(types) },
    { body: `--x\r\nContent-Disposition: form-data; name="${oneOf(names)}"; filename="a"\r\n\r\nabc\r\n--x--`, type: 'multipart/form-data; boundary=x' },
    { body: `--x\r\nContent-Disposition: form-data; name="${oneOf(names)}"\r\n\r\n${oneOf(values).slice(0, 300)}\r\n`, type: 'multipart/form-data; boundary=x' },
  ])
}

/** How many bodies one stage has to bear: some of them may well succeed, and end a session or delete a scan. */
const perStage = 15

/** Posts so many nonsense bodies to the action of a row, as those who may. Resolves with what came to an error of ours, or to no answer. */
export async function postNonsense(port: number, cast: Cast, row: Row, seed: number, count: number, atOnce: number): Promise<string[]> {
  const actors = postersOf(row)
  const rounds = Array.from({ length: Math.ceil(count / perStage) }, (_, round) => async () => {
    const random = chance(seed * 1000 + round)
    const stage = await freshStage(cast, actors[round % Math.max(1, actors.length)] ?? 'owner')
    const line = openLine(port, 1, nextAddress())
    const wrong: string[] = []
    for (let n = round * perStage; n < Math.min(count, (round + 1) * perStage); n += 1) {
      const { body, type } = nonsenseFor(row, stage.place, random)
      const headers = { ...(stage.cookie === '' ? {} : { Cookie: stage.cookie }), ...(type === '' ? {} : { 'Content-Type': type }) }
      const came = await line.call({ method: 'POST', path: addressOf(row, random() < 0.5 ? 'nl' : 'en', stage.place), headers, body }).then(
        reply => reply.status,
        (error: unknown) => String(error),
      )
      if (typeof came === 'string' || came >= 500) wrong.push(`${came}: ${row.file}, ${type}, ${JSON.stringify(body.slice(0, 300))}`)
    }
    line.close()
    return wrong
  })
  return (await inParallel(rounds, atOnce)).flat()
}

/** A place of which every id is nonsense, fit for an address. */
function nonsensePlace(random: () => number): Place {
  const fit = values.filter(value => value !== '\ud800' && value !== '' && value.length < 1000)
  const some = () => encodeURIComponent(fit[Math.floor(random() * fit.length)]!)
  const links = { signUp: some(), reset: some(), email: some(), invitation: some(), device: some(), share: some(), feed: some(), off: some(), supplier: some() }
  return { ...nowhere(), organisation: some(), open: some(), finished: some(), removed: some(), invitation: some(), action: some(), feed: some(), links }
}

const asked = ['verder', 'scan', 'bedrijf', 'stroom', 'alle', 'gebeurtenis', 'voor', 'pagina', 'gewist', 'omvang', 'soort', '_routes', 'index']

/** Looks at a row under nonsense addresses and with nonsense questions. Resolves with what came to an error of ours. */
export async function askNonsense(port: number, row: Row, { cookie, place }: Stage, seed: number, count: number): Promise<string[]> {
  const random = chance(seed)
  const line = openLine(port, 1, nextAddress())
  const wrong: string[] = []
  for (let n = 0; n < count; n += 1) {
    const query = new URLSearchParams(asked.filter(() => random() < 0.3).map(name => [name, values[Math.floor(random() * values.length)]!.slice(0, 300)]))
    const address = addressOf(row, random() < 0.5 ? 'nl' : 'en', random() < 0.5 ? place : nonsensePlace(random))
    const [path = ''] = address.split('?')
    const came = await line.call({ path: `${path}${random() < 0.3 && path !== '/' ? '.data' : ''}?${query.toString()}`, headers: cookie === '' ? {} : { Cookie: cookie } }).then(
      reply => reply.status,
      (error: unknown) => String(error),
    )
    if (typeof came === 'string' || came >= 500) wrong.push(`${came}: ${path}?${query.toString().slice(0, 300)}`)
  }
  line.close()
  return wrong
}
