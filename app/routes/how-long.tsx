/** How long it goes on without each thing a company runs on: every resource a row on the hour bar. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '#app/assessments/page-head.tsx'
import { QuestionPage } from '#app/assessments/question-page.tsx'
import { SaidLine } from '#app/assessments/said-line.tsx'
import { m } from '#app/i18n/paraglide/messages.js'
import { Site } from '#app/site.tsx'
import { savePage, showPage } from './question-pages.server.ts'

const page = { kind: 'howLong' } as const

export const meta: MetaFunction = () => [{ title: `${m.scan_how_long_title()} – ${m.site_name()}` }]

export async function loader(request: LoaderFunctionArgs) {
  return await showPage(request, page)
}

export async function action(request: ActionFunctionArgs) {
  return await savePage(request, page)
}

export default function HowLong() {
  const { view, said, address, member, signIn, back, scan, position, pages } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <Site>
      <QuestionPage view={view} posted={posted} address={address} member={member} signIn={signIn} back={back} onward={m.scan_onward()} rows>
        <PageHead scan={scan} position={position} pages={pages} title={m.scan_how_long_title()}>
          <p>{m.scan_how_long_intro()}</p>
          {said === null ? null : <SaidLine said={said} />}
        </PageHead>
      </QuestionPage>
    </Site>
  )
}
