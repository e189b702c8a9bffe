/** /verantwoording: how Paraat counts, what every question rests on, and what is our own judgement. */
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { AccountabilityPage } from '#app/catalogue/accountability/accountability-page.tsx'
import styles from '#app/catalogue/accountability/accountability.css?url'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { sheetStyle } from '#app/ui/sheet.ts'
import { world } from '#app/world.server.ts'
import { toldOnce } from './accountability-told.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true, paper: () => sheetStyle(m.account_sheet(), m.account_sheet_page()) }

export const meta: MetaFunction = () => [{ title: `${m.account_document_title()} – ${m.site_name()}` }, { name: 'description', content: m.account_description() }]

export function loader() {
  return toldOnce(world().catalogue, language())
}

export default function Accountability() {
  return (
    <Site>
      <AccountabilityPage {...useLoaderData<typeof loader>()} words={hourBarWords()} paths={pathsIn(language())} />
    </Site>
  )
}
