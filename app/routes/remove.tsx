/** "Nu wissen": says what goes, and deletes it for good. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react'
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
  const { assessment, questionnaire } = await requireScan(world(), request, params, 'scan.remove')
  const language = languageOf(new URL(request.url).pathname)
  const paths = pathsIn(language)
  return {
    sector: questionnaire.sector.title[language],
    begun: assessment.createdAt,
    back: assessment.finishedAt === null ? paths.scan(assessment.id) : paths.report(assessment.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.remove')
  await removeScan(world(), scan)
  return redirect(`${pathsIn(languageOf(new URL(request.url).pathname)).home}?gewist=ja`)
}

export default function Remove() {
  const { sector, begun, back } = useLoaderData<typeof loader>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Site>
      <div className="flow">
        <h1>{m.scan_remove_title()}</h1>
        <p>{m.scan_remove_text({ sector, date: date(begun) })}</p>
        <p>{m.scan_remove_final()}</p>
        <Form method="post" className="actions">
          <Button kind="danger" disabled={busy}>
            {m.scan_remove_now()}
          </Button>
          <Link to={back} className={buttonClass('quiet')}>
            {m.scan_remove_keep()}
          </Link>
        </Form>
      </div>
    </Site>
  )
}
