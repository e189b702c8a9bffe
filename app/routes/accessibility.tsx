/** /toegankelijkheid: which standard Paraat aims for, how that was tested, what is not right yet, and how to report it. */
import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.doc_acc_title()} – ${m.site_name()}` }, { name: 'description', content: m.doc_acc_description() }]

export default function Accessibility() {
  return (
    <Site>
      <article className="flow prose">
        <h1>{m.doc_acc_title()}</h1>
        <p className="lead">{m.doc_acc_lead()}</p>

        <h2>{m.doc_acc_norm()}</h2>
        <p>{m.doc_acc_norm_text()}</p>

        <h2>{m.doc_acc_status()}</h2>
        <p>{m.doc_acc_status_text()}</p>
        <p>{m.doc_acc_scope()}</p>

        <h2>{m.doc_acc_test()}</h2>
        <ul>
          <li>{m.doc_acc_test_axe()}</li>
          <li>{m.doc_acc_test_key()}</li>
          <li>{m.doc_acc_test_js()}</li>
          <li>{m.doc_acc_test_pdf()}</li>
        </ul>
        <p>{m.doc_acc_test_note()}</p>

        <h2>{m.doc_acc_known()}</h2>
        <ul>
          <li>{m.doc_acc_known_people()}</li>
          <li>{m.doc_acc_known_pdf()}</li>
          <li>{m.doc_acc_known_paper()}</li>
          <li>{m.doc_acc_known_sources()}</li>
        </ul>

        <h2>{m.doc_acc_report()}</h2>
        <p>{m.doc_acc_report_text()}</p>
        <p>{m.doc_acc_date()}</p>
      </article>
    </Site>
  )
}
