/** Which language the words of this page are in: one per request on the server, the document's in the browser. */
import type { Language } from '#app/core/questionnaire.ts'

type Store = { getStore(): Language | undefined; run<T>(language: Language, work: () => T): T }

let requests: Store | undefined

/** The language of the page that is being made; the compiled messages ask here. Dutch where nothing says otherwise. */
export function getLocale(): Language {
  if (requests !== undefined) return requests.getStore() ?? 'nl'
  return typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'nl'
}

/** Read by the compiled messages: no language is fixed when they are built. */
export const experimentalStaticLocale = undefined

/** On the server, once, before the first request: where the language of a request is kept. */
export function keepLanguageIn(store: Store): void {
  requests = store
}

/** Runs `work` with its words in `language`. Only on the server, after keepLanguageIn. */
export function withLanguage<T>(language: Language, work: () => T): T {
  if (requests === undefined) throw new Error('keepLanguageIn was not called')
  return requests.run(language, work)
}
