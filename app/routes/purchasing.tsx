/** /inkoop: what somebody who buys, or judges security, asks; what is there, and what is not. */
import type { MetaFunction } from '@remix-run/node'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { otherLicences } from './other-licences.ts'
import { securityMeasures } from './security-measures.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.doc_buy_title()} – ${m.site_name()}` }, { name: 'description', content: m.doc_buy_description() }]

export default function Purchasing() {
  const paths = pathsIn(language())
  return (
    <Site>
      <article className="flow prose">
        <h1>{m.doc_buy_title()}</h1>
        <p className="lead">{m.doc_buy_lead()}</p>

        <h2>{m.doc_buy_licence()}</h2>
        <p>{m.doc_buy_licence_text()}</p>

        <h2>{m.doc_buy_parts()}</h2>
        <p>{m.doc_buy_parts_text({ usual: 'MIT, ISC, BSD, Apache' })}</p>
        <ul>
          {otherLicences.map(({ licence, packages }) => (
            <li key={licence}>
              {licence}: {packages.join(', ')}
            </li>
          ))}
          <li>SIL OFL 1.1: {m.doc_buy_parts_font({ font: 'Atkinson Hyperlegible Next' })}</li>
        </ul>
        <p>{m.doc_buy_parts_browser({ browser: 'Chromium' })}</p>

        <h2>{m.doc_buy_host()}</h2>
        <p>{m.doc_buy_host_text()}</p>

        <h2>{m.doc_buy_data()}</h2>
        <p>{m.doc_buy_data_text()}</p>
        <p>
          <a href={paths.privacy}>{m.doc_to_privacy()}</a> · <a href={paths.processing}>{m.doc_to_processing()}</a>
        </p>

        <h2>{m.doc_buy_security()}</h2>
        <p>{m.doc_buy_security_text()}</p>
        <ul>
          {securityMeasures().map(measure => (
            <li key={measure}>{measure}</li>
          ))}
        </ul>

        <h2>{m.doc_buy_not_done()}</h2>
        <ul>
          <li>{m.doc_buy_nd_audit()}</li>
          <li>{m.doc_buy_nd_iso()}</li>
          <li>{m.doc_buy_nd_backup()}</li>
          <li>{m.doc_buy_nd_disk()}</li>
          <li>{m.doc_buy_nd_sso()}</li>
        </ul>

        <h2>{m.doc_buy_access()}</h2>
        <p>{m.doc_buy_access_text()}</p>
        <p>
          <a href={paths.accessibility}>{m.doc_to_accessibility()}</a>
        </p>

        <h2>{m.doc_buy_leave()}</h2>
        <p>{m.doc_buy_leave_text()}</p>

        <h2>{m.doc_buy_support()}</h2>
        <p>{m.doc_buy_support_text()}</p>

        <h2>{m.doc_buy_no()}</h2>
        <ul>
          <li>{m.doc_buy_no_up()}</li>
          <li>{m.doc_buy_no_law()}</li>
          <li>{m.doc_buy_no_true()}</li>
          <li>{m.doc_buy_no_stop()}</li>
        </ul>
        <p>
          <a href={paths.accountability}>{m.doc_to_accountability()}</a>
        </p>
      </article>
    </Site>
  )
}
