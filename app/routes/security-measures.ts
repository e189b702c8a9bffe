/** What is in the software for security, as buyers and the processing agreement name it; each is held by a test. */
import { m } from '#app/i18n/paraglide/messages.js'

export function securityMeasures(): string[] {
  return [
    m.doc_sec_password(),
    m.doc_sec_second(),
    m.doc_sec_session(),
    m.doc_sec_guess(),
    m.doc_sec_tenant(),
    m.doc_sec_role(),
    m.doc_sec_log(),
    m.doc_sec_browser(),
    m.doc_sec_delete(),
    m.doc_sec_formula(),
  ]
}
