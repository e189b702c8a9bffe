/** "Nu wissen": for a guest at once and for good; for a member out of sight, with 30 days to put it back. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react'
import { requireMember } from '#app/auth/guards.server.ts'
import { manageScan } from '#app/assessments/manage.server.ts'
import { removeScan } from '#app/assessments/remove.server.ts'
import { requireScan } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { date } from '#app/i18n/format.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.scan_remove_title()} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { assessment, questionnaire, user } = await requireScan(world(), request, params, 'scan.remove')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  return {
    sector: questionnaire.sector.title[language],
    begun: assessment.createdAt,
    member: user !== null,
    back: assessment.finishedAt === null ? paths.scan(assessment.id) : paths.report(assessment.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.remove')
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  if (scan.user === null) {
    await removeScan(world(), scan)
    return redirect(`${paths.home}?gewist=ja`)
  }
  const { id, organisationId: organisation } = scan.assessment
  await manageScan(await requireMember(world(), request, { organisation }, 'scan.remove'), id, 'remove')
  return redirect(`${paths.company(organisation)}?gedaan=remove&scan=${id}`)
}

export default function Remove() {
  const { sector, begun, member, back } = useLoaderData<typeof loader>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Site>
      <div className="flow">
        <h1>{m.scan_remove_title()}</h1>
        <p>{m.scan_remove_text({ sector, date: date(begun) })}</p>
        <p>{member ? m.scans_remove_text() : m.scan_remove_final()}</p>
        <Form method="post" className="actions">
          <Button kind="danger" disabled={busy}>
            {member ? m.scans_remove_now() : m.scan_remove_now()}
          </Button>
          <Link to={back} className={buttonClass('quiet')}>
            {m.scan_remove_keep()}
          </Link>
        </Form>
      </div>
    </Site>
  )
}
