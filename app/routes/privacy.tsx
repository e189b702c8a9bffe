/** /privacy: what is stored, where, for how long, and who can see it, as it is today. */
import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import { language } from '#app/i18n/format.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.privacy_title()} – ${m.site_name()}` }, { name: 'description', content: m.privacy_description() }]

export default function Privacy() {
  const paths = pathsIn(language())
  return (
    <Site>
      <article className="flow prose">
        <h1>{m.privacy_title()}</h1>
        <p className="lead">{m.privacy_lead()}</p>

        <h2>{m.privacy_stored_title()}</h2>
        <ul>
          <li>{m.privacy_stored_answers()}</li>
          <li>{m.privacy_stored_profile()}</li>
          <li>{m.privacy_stored_words()}</li>
          <li>{m.privacy_stored_times()}</li>
        </ul>
        <p>{m.privacy_not_stored()}</p>

        <h2>{m.privacy_account_title()}</h2>
        <ul>
          <li>{m.privacy_account_you()}</li>
          <li>{m.privacy_account_sessions()}</li>
          <li>{m.privacy_account_company()}</li>
          <li>{m.privacy_account_history()}</li>
          <li>{m.privacy_account_log()}</li>
        </ul>
        <p>{m.privacy_basis_text()}</p>

        <h2>{m.privacy_after_title()}</h2>
        <ul>
          <li>{m.privacy_after_plan()}</li>
          <li>{m.privacy_after_links()}</li>
          <li>{m.privacy_after_supplier()}</li>
        </ul>
        <h2>{m.privacy_who_title()}</h2>
        <p>{m.privacy_who_text()}</p>
        <p>{m.privacy_who_members()}</p>
        <p>{m.privacy_who_others()}</p>
        <p>{m.privacy_who_operator()}</p>

        <h2>{m.privacy_cookies_title()}</h2>
        <p>{m.privacy_cookies_text()}</p>
        <dl>
          <dt>
            <code>__Host-paraat</code>
          </dt>
          <dd>{m.privacy_cookie_key()}</dd>
          <dt className="mt-3">
            <code>__Host-paraat-session</code>
          </dt>
          <dd>{m.privacy_cookie_session()}</dd>
          <dt className="mt-3">
            <code>__Host-paraat-codes</code>
          </dt>
          <dd>{m.privacy_cookie_codes()}</dd>
          <dt className="mt-3">
            <code>paraat-language</code>
          </dt>
          <dd>{m.privacy_cookie_language()}</dd>
        </dl>
        <p>{m.privacy_third_parties()}</p>

        <h2>{m.privacy_where_title()}</h2>
        <p>{m.privacy_where_text()}</p>
        <p>{m.privacy_log_text()}</p>

        <h2 id="bewaren">{m.privacy_term_title()}</h2>
        <p>{m.privacy_term_text()}</p>
        <ul>
          <li>{m.privacy_term_guest_open()}</li>
          <li>{m.privacy_term_guest_done()}</li>
          <li>{m.privacy_term_removed()}</li>
          <li>{m.privacy_term_account()}</li>
          <li>{m.privacy_term_codes()}</li>
        </ul>
        <p>{m.privacy_term_rest()}</p>
        <p>{m.privacy_term_log()}</p>
        <p>{m.privacy_term_remove()}</p>
        <p>{m.privacy_term_backup()}</p>

        <h2 id="rechten">{m.privacy_rights_title()}</h2>
        <p>{m.privacy_rights_text()}</p>
        <ul>
          <li>
            <a href={paths.accountExport}>{m.privacy_rights_own()}</a>
          </li>
          <li>{m.privacy_rights_company()}</li>
          <li>{m.privacy_rights_change()}</li>
        </ul>
        <p>{m.privacy_rights_ask()}</p>
        <p>
          {m.privacy_rights_complain()}{' '}
          <a href="https://www.autoriteitpersoonsgegevens.nl/" rel="noreferrer">
            autoriteitpersoonsgegevens.nl
          </a>
        </p>

        <h2>{m.privacy_mail_title()}</h2>
        <p>{m.privacy_mail_text()}</p>
        <p>{m.calendar_privacy()}</p>

        <h2>{m.privacy_api_title()}</h2>
        <p>{m.privacy_api_text()}</p>

        <p>
          <a href={paths.about}>{m.privacy_to_about()}</a> · <a href={paths.processing}>{m.doc_to_processing()}</a>
        </p>
      </article>
    </Site>
  )
}
