/**
 * Requests per second on one core: the fullest theme page and a report, each of a real guest, against the least that Node can do; and
 * the same theme page of a member who is signed in, against the guest's.
 * In brackets: requests a second of the server's own processor time, which is what it would be if nothing else ran on that core;
 * the ratio is between these.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { pathsIn } from '#app/paths.ts'
import { repeating } from '#app/catalogue/simulation/random.ts'
import { finish, openLine } from '../guest.ts'
import { freePort, nodeOn, processorSeconds, startServer } from '../real-server.ts'
import { besideServer, serverCore } from './cores.ts'
import { companyOf, fullestTheme, largestQuestionnaire } from './sample-answers.ts'
import { answeredScan } from './scan-for-measuring.ts'
import { signInOwner } from './member-session.ts'
import { median, readable } from './table.ts'
import type { Line } from './table.ts'

const seconds = 2
const rounds = 6
const connections = 16
const bar = 500
/** How much of the guest's page the page with a session may cost. */
const sessionBar = 1.3

export async function measurePages(): Promise<Line[]> {
  const server = await startServer({ core: serverCore })
  const hello = await startHello()
  const line = openLine(server.port, 4)
  try {
    const questionnaire = largestQuestionnaire()
    const theme = fullestTheme(questionnaire, companyOf(questionnaire, repeating(3), '10-49'))
    const paths = pathsIn('nl')
    const open = await answeredScan(line, questionnaire)
    const done = await answeredScan(line, questionnaire)
    await finish(line, done)
    const members = await answeredScan(line, questionnaire)
    const session = await signInOwner(server.dataFolder, members)

    const addresses = [
      { name: `theme page (${theme})`, url: server.origin + paths.theme(open.scan, theme), cookie: open.cookie, child: server.child },
      { name: 'the same page, signed in', url: server.origin + paths.theme(members.scan, theme), cookie: session, child: server.child },
      { name: 'report', url: server.origin + paths.report(done.scan), cookie: done.cookie, child: server.child },
      { name: 'hello', url: `http://127.0.0.1:${hello.port}/`, cookie: '', child: hello.child },
    ] as const
    const rates = addresses.map((): number[] => [])
    const processor = addresses.map((): number[] => [])
    await besideServer(async () => {
      for (const one of addresses) await perSecond(one.url, one.cookie, 2) // the first requests are compiled
      for (let round = 0; round < rounds; round++) {
        for (const [position, one] of addresses.entries()) {
          const before = processorSeconds(one.child)
          const rate = await perSecond(one.url, one.cookie, seconds)
          rates[position]!.push(rate)
          processor[position]!.push((rate * seconds) / (processorSeconds(one.child) - before))
        }
      }
    })
    const [themePage, , , least] = rates.map(median) as [number, number, number, number]
    const figure = (position: number) => `${readable(median(rates[position]!))} req/s (${readable(median(processor[position]!))})`
    const against = { baseline: `${readable(least)}/s (${readable(median(processor[3]!))}) node:http hello` }
    const ratio = (position: number) => `1/${readable(median(processor[3]!.map((rate, round) => rate / processor[position]![round]!)))}`
    // processor time a page, round by round: what else the machine does counts for both
    const cost = median(processor[0]!.map((rate, round) => rate / processor[1]![round]!))
    return [
      { name: addresses[0].name, figure: figure(0), ...against, ratio: ratio(0), bar: `≥ ${bar}/s`, met: themePage >= bar },
      {
        name: addresses[1].name,
        figure: figure(1),
        baseline: `${readable(themePage)}/s as a guest`,
        ratio: `${cost.toFixed(2)} ×`,
        bar: `≤ ${sessionBar} ×`,
        met: cost <= sessionBar,
      },
      { name: addresses[2].name, figure: figure(2), ...against, ratio: ratio(2) },
    ]
  } finally {
    line.close()
    hello.child.kill()
    await server.stop()
  }
}

/** Throws when anything but a whole page comes back. */
async function perSecond(url: string, cookie: string, duration: number): Promise<number> {
  const headers = { Cookie: cookie, Accept: 'text/html', 'Accept-Encoding': 'br, gzip' }
  const outcome = await autocannon({ url: url.replace('localhost', '127.0.0.1'), connections, duration, headers })
  const bad = outcome.non2xx + outcome.errors + outcome.timeouts
  if (bad > 0) throw new Error(`${url}: ${bad} of ${outcome.requests.total} requests failed.`)
  return outcome.requests.total / outcome.duration
}

async function startHello() {
  const port = await freePort()
  const [command, words] = nodeOn(serverCore, [`${import.meta.dirname}/hello.ts`, String(port)])
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return { port, child }
}
