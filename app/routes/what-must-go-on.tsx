/** The first page of a scan: what must go on, and for how long it may lie still. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '#app/assessments/page-head.tsx'
import { QuestionPage } from '#app/assessments/question-page.tsx'
import { m } from '#app/i18n/paraglide/messages.js'
import { Site } from '#app/site.tsx'
import { savePage, showPage } from './question-pages.server.ts'

const page = { kind: 'first' } as const

export const meta: MetaFunction = () => [{ title: `${m.scan_first_title()} – ${m.site_name()}` }]

export async function loader(request: LoaderFunctionArgs) {
  return await showPage(request, page)
}

export async function action(request: ActionFunctionArgs) {
  return await savePage(request, page)
}

export default function WhatMustGoOn() {
  const { view, address, member, signIn, back, scan, position, pages } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <Site>
      <QuestionPage view={view} posted={posted} address={address} member={member} signIn={signIn} back={back} onward={m.scan_onward()}>
        <PageHead scan={scan} position={position} pages={pages} title={m.scan_first_title()}>
          <p>{m.scan_first_intro()}</p>
        </PageHead>
      </QuestionPage>
    </Site>
  )
}
