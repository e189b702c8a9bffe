/** Which language the words of this page are in: one per request on the server, the document's in the browser. */
import type { Language } from '#app/core/questionnaire.ts'
import { overwriteGetLocale } from './paraglide/runtime.js'

type Store = { getStore(): Language | undefined; run<T>(language: Language, work: () => T): T }

let requests: Store | undefined

/** On the server, once, before the first request: where the language of a request is kept. */
export function keepLanguageIn(store: Store): void {
  requests = store
  overwriteGetLocale(() => store.getStore() ?? 'nl')
}

/** In the browser, once, before hydration. */
export function takeLanguageFromDocument(): void {
  overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'nl'))
}

/** Runs `work` with its words in `language`. Only on the server, after keepLanguageIn. */
export function withLanguage<T>(language: Language, work: () => T): T {
  if (requests === undefined) throw new Error('keepLanguageIn was not called')
  return requests.run(language, work)
}
