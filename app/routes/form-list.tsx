/** All forms on paper: one for each sector, as a page and as a PDF. */
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import styles from '#app/assessments/paper-form/paper-form.css?url'
import { language, say } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.form_list_title()} – ${m.site_name()}` }, { name: 'description', content: m.form_list_description() }]

export function loader() {
  return { sectors: world().catalogue.sectors.map(({ id, title }) => ({ id, title: say(title) })) }
}

export default function FormList() {
  const { sectors } = useLoaderData<typeof loader>()
  const paths = pathsIn(language())
  const variants = [
    { words: m.form_together(), variant: { alone: false, quick: false } },
    { words: m.form_alone(), variant: { alone: true, quick: false } },
  ] as const
  return (
    <Site>
      <div className="flow">
        <h1>{m.form_list_title()}</h1>
        <p className="lead">{m.form_list_intro()}</p>
        <ul className="form-list">
          {sectors.map(sector => (
            <li key={sector.id}>
              <a href={paths.form(sector.id, variants[0].variant)} className="form-list-sector">
                {sector.title}
              </a>
              <span className="form-list-pdf">
                {m.form_list_pdf()}{' '}
                {variants.map(({ words, variant }) => (
                  <a key={words} href={paths.formPdf(sector.id, variant)} aria-label={m.form_list_pdf_label({ sector: sector.title, size: words })}>
                    {words}
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Site>
  )
}
