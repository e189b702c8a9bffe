/** "Bewaar je rapport": PDF, code or mail, account; who is signed in takes the guest's scan of this browser along. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { beginSession, readSession } from '#app/auth/session.server.ts'
import { KeepPage } from '#app/assessments/keep-page.tsx'
import { requireScan, type Scan } from '#app/assessments/scan.server.ts'
import { takeAlong } from '#app/assessments/take-along.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.finished === false ? m.scans_keep_title_open() : m.scans_keep_title()} – ${m.site_name()}` },
  { name: 'robots', content: 'noindex' },
]

function placeOf({ assessment }: Scan, request: Request): string {
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return assessment.finishedAt === null ? paths.scan(assessment.id) : paths.report(assessment.id)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.open')
  if (scan.user !== null) throw redirect(placeOf(scan, request)) // it is in an account already
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const { id, finishedAt } = scan.assessment
  return {
    finished: finishedAt !== null,
    email: (await readSession(world(), request))?.user.email ?? null,
    links: {
      back: placeOf(scan, request),
      passOn: paths.passOn(id),
      signUp: paths.signUp(id),
      signIn: paths.signIn(paths.keep(id)),
      pdf: paths.reportPdf(id),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.open')
  const { user, session } = await requireUser(world(), request)
  if (scan.user !== null) return redirect(placeOf(scan, request)) // a repeat: the first one took it along
  const taken = await takeAlong(world(), user, scan)
  if (!taken.ok) return data({ taken: true }, { status: 409 })
  return redirect(placeOf(scan, request), { headers: { 'Set-Cookie': await beginSession(world(), request, user.id, session.kind) } })
}

export default function Keep() {
  const loaded = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return (
    <Site>
      <KeepPage {...loaded} taken={done?.taken === true} />
    </Site>
  )
}
