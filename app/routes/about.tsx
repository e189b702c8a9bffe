/** /over: who makes Paraat, what it follows, where the data are, and the way to how it counts. */
import type { MetaFunction } from '@remix-run/node'
import { guideReports } from '#app/catalogue/accountability/guide-reports.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { language } from '#app/i18n/format.ts'
import { pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.about_title()} – ${m.site_name()}` }, { name: 'description', content: m.about_description() }]

export default function About() {
  const paths = pathsIn(language())
  return (
    <Site>
      <article className="flow prose">
        <h1>{m.about_title()}</h1>
        <p className="lead">{m.about_lead()}</p>

        <h2>{m.about_makers_title()}</h2>
        <p>{m.about_makers_text()}</p>
        <p>{m.about_money_text()}</p>

        <h2>{m.about_campaign_title()}</h2>
        <p>{m.about_campaign_text()}</p>
        <p>{m.about_campaign_not()}</p>
        <p>{m.about_campaign_known()}</p>
        <ul>
          {guideReports.map(({ title, url }) => (
            <li key={url}>
              <a href={url} lang="nl" rel="noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>

        <h2>{m.about_not_title()}</h2>
        <ul>
          <li>{m.about_not_legal()}</li>
          <li>{m.about_not_certificate()}</li>
          <li>{m.about_not_checked()}</li>
        </ul>

        <h2 id="oordeel">{m.about_score_title()}</h2>
        <p>
          {m.about_score_text()} <a href={paths.accountability}>{m.about_to_accountability()}</a>
        </p>

        <h2>{m.about_data_title()}</h2>
        <p>
          {m.about_data_text()} <a href={paths.privacy}>{m.about_to_privacy()}</a>
        </p>
        <p>{m.about_end_text()}</p>

        <h2>{m.about_api_title()}</h2>
        <p>
          {m.about_api_text()} <a href={`${paths.api}/openapi.json`}>{m.about_api_link()}</a>
        </p>
      </article>
    </Site>
  )
}
