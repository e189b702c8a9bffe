/** /verwerkersovereenkomst: a processing agreement to print, fill in with a pen and sign; what article 28(3) GDPR asks, point by point. */
import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { securityMeasures } from './security-measures.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.doc_dpa_title()} – ${m.site_name()}` }, { name: 'description', content: m.doc_dpa_description() }]

export default function Processing() {
  return (
    <Site>
      <article className="flow prose">
        <h1>{m.doc_dpa_title()}</h1>
        <p className="lead">{m.doc_dpa_lead()}</p>
        <p>{m.doc_dpa_model()}</p>
        <p>{m.doc_dpa_language()}</p>

        <h2>{m.doc_dpa_parties()}</h2>
        <Lines title={m.doc_dpa_controller()} names={[m.doc_dpa_name(), m.doc_dpa_kvk(), m.doc_dpa_address(), m.doc_dpa_contact()]} />
        <Lines title={m.doc_dpa_processor()} names={[m.doc_dpa_name(), m.doc_dpa_kvk(), m.doc_dpa_address(), m.doc_dpa_contact()]} />

        <h2>{m.doc_dpa_1()}</h2>
        <p>{m.doc_dpa_1_a()}</p>
        <p>{m.doc_dpa_1_b()}</p>
        <p>{m.doc_dpa_1_c()}</p>
        <p>{m.doc_dpa_1_d()}</p>
        <p>{m.doc_dpa_1_e()}</p>

        <h2>{m.doc_dpa_2()}</h2>
        <p>{m.doc_dpa_2_a()}</p>

        <h2>{m.doc_dpa_3()}</h2>
        <p>{m.doc_dpa_3_a()}</p>
        <p>{m.doc_dpa_3_b()}</p>
        <p>{m.doc_dpa_3_c()}</p>

        <h2>{m.doc_dpa_4()}</h2>
        <p>{m.doc_dpa_4_a()}</p>

        <h2>{m.doc_dpa_5()}</h2>
        <p>{m.doc_dpa_5_a()}</p>
        <ul>
          {securityMeasures().map(measure => (
            <li key={measure}>{measure}</li>
          ))}
        </ul>
        <p>{m.doc_dpa_5_host()}</p>
        <PenLine />

        <h2>{m.doc_dpa_6()}</h2>
        <p>{m.doc_dpa_6_a()}</p>
        <PenLine />
        <p>{m.doc_dpa_6_b()}</p>

        <h2>{m.doc_dpa_7()}</h2>
        <p>{m.doc_dpa_7_a()}</p>

        <h2>{m.doc_dpa_8()}</h2>
        <p>{m.doc_dpa_8_a()}</p>
        <p>{m.doc_dpa_8_b()}</p>

        <h2>{m.doc_dpa_9()}</h2>
        <p>{m.doc_dpa_9_a()}</p>
        <p>{m.doc_dpa_9_b()}</p>

        <h2>{m.doc_dpa_10()}</h2>
        <p>{m.doc_dpa_10_a()}</p>

        <h2>{m.doc_dpa_11()}</h2>
        <p>{m.doc_dpa_11_a()}</p>
        <Lines title={m.doc_dpa_controller()} names={[m.doc_dpa_who(), m.doc_dpa_when(), m.doc_dpa_sign()]} />
        <Lines title={m.doc_dpa_processor()} names={[m.doc_dpa_who(), m.doc_dpa_when(), m.doc_dpa_sign()]} />
      </article>
    </Site>
  )
}

/** Lines to fill in with a pen. */
function Lines({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <section className="keep">
      <h3>{title}</h3>
      <ul className="m-0 list-none p-0">
        {names.map(name => (
          <li key={name} className="mt-4">
            {name}
            <PenLine />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PenLine() {
  return <span aria-hidden="true" className="max-w-measure block h-9 border-b border-current" />
}
