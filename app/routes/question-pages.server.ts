/** What the three routes with questions do alike: open the scan, show a page, save it, go on. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { signInFor } from '#app/auth/guards.server.ts'
import { hasSessionCookie, readSession } from '#app/auth/session.server.ts'
import { asMember } from '#app/assessments/as-member.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { confirmPage, withLastTime } from '#app/assessments/last-time.server.ts'
import { contentOf } from '#app/assessments/save.server.ts'
import { isSamePage, progressFor, questionsOn, themeIn, type Page } from '#app/assessments/flow.ts'
import { pageViewOf, postPage } from '#app/assessments/page.server.ts'
import { evidenceOf, findScan, noteVisit, refuseScan, requireScan, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import type { SignedOutPage } from '#app/assessments/signed-out.tsx'
import { saidOnFirstPage } from '#app/assessments/what-must-go-on.ts'
import { may } from '#app/core/permissions.ts'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import { world } from '#app/world.server.ts'

/** The address of a page of questions; of the check where there is none. */
export function addressOf(paths: Paths, scan: string, page: Page | null): string {
  if (page === null) return paths.check(scan)
  switch (page.kind) {
    case 'first':
      return paths.whatMustGoOn(scan)
    case 'howLong':
      return paths.howLong(scan)
    case 'theme':
      return paths.theme(scan, page.theme)
  }
}

/** Where a finished scan leads to: its report, or its overview for somebody who does not see that. */
function afterFinishing(paths: Paths, { actor, assessment }: Scan): string {
  return may(actor, 'scan.seeReport') ? paths.report(assessment.id) : paths.scan(assessment.id)
}

/** Shows a page. A finished scan shows its report instead; a page without questions does not exist. */
export async function showPage({ request, params }: LoaderFunctionArgs, page: Page) {
  return await showPageOf(await requireScan(world(), request, params, 'scan.fill', themeIn(page)), request, page)
}

/** The same, of a scan that has been found. */
export async function showPageOf(scan: Scan, request: Request, page: Page) {
  const { assessment, questionnaire } = scan
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  if (assessment.finishedAt !== null) throw redirect(afterFinishing(paths, scan))
  if (questionsOn(page, questionnaire).length === 0) throw new Response(null, { status: 404 })
  await noteVisit(world(), request, assessment)
  const stored = await storedAnswers(world(), assessment.id)
  const evidence = evidenceOf(assessment, stored)
  const pages = progressFor(scan.actor, questionnaire, evidence).map(progress => progress.page)
  const here = pages.findIndex(other => isSamePage(other, page))
  const before = pages[here - 1]
  return {
    view: JSON.stringify(await withLastTime(world(), assessment, pageViewOf(scan, stored, evidence, page, language))),
    // stands above the hour bars only
    said: page.kind === 'howLong' ? saidOnFirstPage(questionnaire, new Map(stored.map(row => [row.questionId, contentOf(row)])), language, assessment.size) : null,
    position: here + 1,
    pages: pages.length,
    address: paths.answer(assessment.id) + (scan.user === null ? '' : `?${asMember}`),
    member: scan.user !== null,
    signIn: signInFor(request),
    scan: paths.scan(assessment.id),
    back: before === undefined ? paths.scan(assessment.id) : addressOf(paths, assessment.id, before),
  }
}

/**
 * True where a member had this open whose session has ended since: the browser still shows a cookie, or the page says so (`asked`).
 * It tells nothing of whether there is such a scan.
 */
export async function wasSignedIn(request: Request, asked: boolean): Promise<boolean> {
  return (asked || hasSessionCookie(request)) && (await readSession(world(), request)) === null
}

/** All that was filled in, to be posted once more from where it came. */
function heldPage(request: Request, form: FormData): SignedOutPage {
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return { signedOut: true, address: new URL(request.url).pathname.replace(/\.data$/, ''), signIn: signInFor(request), fields }
}

/** Saves a posted page and goes on, or answers with what has to be put right. */
export async function savePage({ request, params }: ActionFunctionArgs, page: Page) {
  const scan = await findScan(world(), request, params.scan ?? '')
  const form = await readForm(request)
  if (scan === null) throw (await wasSignedIn(request, form.has(asMember))) ? data(heldPage(request, form), { status: 401 }) : new Response(null, { status: 404 })
  if (!may(scan.actor, 'scan.fill', themeIn(page))) return await refuseScan(world(), scan)
  const { id } = scan.assessment
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const posted = await postPage(world(), scan, page, form)
  switch (posted.kind) {
    case 'saved':
      if (form.has('still')) await confirmPage(world(), scan, page, form)
      if (posted.next === null && !may(scan.actor, 'scan.finish')) return redirect(paths.scan(id))
      return redirect(addressOf(paths, id, posted.next) + (posted.again === undefined ? '' : `#q-${posted.again}`))
    case 'again':
      return data(posted.posted, { status: 422 })
    case 'finished':
      return redirect(afterFinishing(paths, scan))
    case 'gone':
      throw new Response(null, { status: 404 })
    case 'badInput':
      throw new Response(null, { status: 400 })
  }
}
