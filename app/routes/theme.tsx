/** The questions of one theme. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { themeOf } from '#app/assessments/flow.ts'
import { PageHead } from '#app/assessments/page-head.tsx'
import { QuestionPage } from '#app/assessments/question-page.tsx'
import { requireScan } from '#app/assessments/scan.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'
import { savePage, showPageOf } from './question-pages.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – ${m.site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scan = await requireScan(world(), request, params, 'scan.fill', params.theme)
  const language = languageOf(new URL(request.url).pathname)
  const theme = themeOf(scan.questionnaire, params.theme)
  if (theme === undefined) throw new Response(null, { status: 404 })
  const shown = await showPageOf(scan, request, { kind: 'theme', theme: theme.id })
  return { ...shown, theme: theme.id, title: theme.title[language], intro: theme.intro[language] }
}

export async function action(args: ActionFunctionArgs) {
  return await savePage(args, { kind: 'theme', theme: args.params.theme ?? '' })
}

export default function Theme() {
  const { view, theme, title, intro, address, member, signIn, back, scan, position, pages } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <Site>
      <QuestionPage key={theme} view={view} posted={posted} address={address} member={member} signIn={signIn} back={back} onward={m.scan_onward()}>
        <PageHead scan={scan} position={position} pages={pages} title={title}>
          <p>{intro}</p>
        </PageHead>
      </QuestionPage>
    </Site>
  )
}
