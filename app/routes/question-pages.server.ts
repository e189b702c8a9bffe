/** What the three routes with questions do alike: open the scan, show a page, save it, go on. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { signInFor } from '#app/auth/guards.server.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { contentOf } from '#app/assessments/save.server.ts'
import { isSamePage, progressFor, questionsOn, themeIn, type Page } from '#app/assessments/flow.ts'
import { pageViewOf, postPage } from '#app/assessments/page.server.ts'
import { evidenceOf, noteVisit, requireScan, storedAnswers, type Scan } from '#app/assessments/scan.server.ts'
import { saidOnFirstPage } from '#app/assessments/what-must-go-on.ts'
import { may } from '#app/core/permissions.ts'
import { languageOf, pathsIn, type Paths } from '#app/paths.ts'
import { world } from '#app/world.server.ts'

/** Stands in the address that a member's page saves to: where nobody is signed in any more, that is what it is told. */
export const asMember = 'lid'

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

/** Shows a page. A finished scan shows its report instead; a page without questions does not exist. */
export async function showPage({ request, params }: LoaderFunctionArgs, page: Page) {
  return await showPageOf(await requireScan(world(), request, params, 'scan.fill', themeIn(page)), request, page)
}

/** The same, of a scan that has been found. */
export async function showPageOf(scan: Scan, request: Request, page: Page) {
  const { assessment, questionnaire } = scan
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  if (assessment.finishedAt !== null) throw redirect(paths.report(assessment.id))
  if (questionsOn(page, questionnaire).length === 0) throw new Response(null, { status: 404 })
  await noteVisit(world(), request, assessment)
  const stored = await storedAnswers(world(), assessment.id)
  const evidence = evidenceOf(assessment, stored)
  const pages = progressFor(scan.actor, questionnaire, evidence).map(progress => progress.page)
  const here = pages.findIndex(other => isSamePage(other, page))
  const before = pages[here - 1]
  return {
    view: JSON.stringify(pageViewOf(scan, stored, page, language)),
    // stands above the hour bars only
    said: page.kind === 'howLong' ? saidOnFirstPage(questionnaire, new Map(stored.map(row => [row.questionId, contentOf(row)])), language, assessment.size) : null,
    position: here + 1,
    pages: pages.length,
    address: paths.answer(assessment.id) + (scan.user === null ? '' : `?${asMember}`),
    signIn: signInFor(request),
    scan: paths.scan(assessment.id),
    back: before === undefined ? paths.scan(assessment.id) : addressOf(paths, assessment.id, before),
  }
}

/** Saves a posted page and goes on, or answers with what has to be put right. */
export async function savePage({ request, params }: ActionFunctionArgs, page: Page) {
  const scan = await requireScan(world(), request, params, 'scan.fill', themeIn(page))
  const { id } = scan.assessment
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const posted = await postPage(world(), scan, page, await readForm(request))
  switch (posted.kind) {
    case 'saved':
      if (posted.next === null && !may(scan.actor, 'scan.finish')) return redirect(paths.scan(id))
      return redirect(addressOf(paths, id, posted.next) + (posted.again === undefined ? '' : `#q-${posted.again}`))
    case 'again':
      return data(posted.posted, { status: 422 })
    case 'finished':
      return redirect(paths.report(id))
    case 'gone':
      throw new Response(null, { status: 404 })
    case 'badInput':
      throw new Response(null, { status: 400 })
  }
}
