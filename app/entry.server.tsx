/** Turns a request for a page into HTML, and hands the server the one world that all routes share. */
import { Writable } from 'node:stream'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import type { AppLoadContext } from '@remix-run/node'
import type { Language } from '#app/core/questionnaire.ts'
import { keepLanguageIn, withLanguage } from '#app/i18n/language.ts'
import { browserKeyCookie, readBrowserKey } from '#app/auth/browser-key.server.ts'
import { withOneLookUp } from '#app/auth/session.server.ts'
import { languageCookie, readLanguageCookie } from '#app/i18n/language-cookie.server.ts'
import { languageOf } from '#app/paths.ts'
import { NonceContext } from '#app/ui/nonce.ts'
import { world } from '#app/world.server.ts'

export { world, openWorld, closeWorld } from '#app/world.server.ts'
export { plainPage } from '#app/i18n/plain-page.ts'
export { withLanguage, withOneLookUp }

keepLanguageIn(new AsyncLocalStorage<Language>())

const renderingLimit = 10_000

/** The bytes of each rendered page, so that the server need not read them back out of the response. */
export const renderedBodies = new WeakMap<Response, Buffer>()

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  // after an error in an action no loader has run, and the error page has an id all the same
  remixContext.staticHandlerContext.loaderData.root ??= { requestId: context.requestId, origin: world().environment.ORIGIN, signedIn: false }
  return new Promise((resolve, reject) => {
    let failed = false
    const tooLong = setTimeout(() => abort(), renderingLimit)
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={context.nonce} abortDelay={renderingLimit} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          clearTimeout(tooLong)
          const chunks: Uint8Array[] = []
          const page = new Writable({
            autoDestroy: false, // React takes the closing of a stream for a visitor who left
            write(chunk: Buffer, _encoding, done) {
              chunks.push(chunk)
              done()
            },
          })
          page.on('error', reject)
          page.on('finish', () => {
            headers.set('Content-Type', 'text/html; charset=utf-8')
            for (const cookie of visitCookies(request)) headers.append('Set-Cookie', cookie)
            const body = Buffer.concat(chunks)
            const response = new Response(body, { headers, status: failed ? 500 : status })
            renderedBodies.set(response, body)
            resolve(response)
          })
          pipe(page)
        },
        onShellError(error: unknown) {
          clearTimeout(tooLong)
          reject(error instanceof Error ? error : new Error('rendering failed', { cause: error }))
        },
        onError(error: unknown) {
          failed = true
          world().log.error({ err: error, requestId: context.requestId }, 'rendering failed')
        },
      },
    )
  })
}

/** Remembers the language of the page, and renews the browser's key. */
function visitCookies(request: Request): string[] {
  const key = readBrowserKey(request)
  const language = languageOf(new URL(request.url).pathname)
  return [
    ...(readLanguageCookie(request) === language ? [] : [languageCookie(language)]),
    ...(key === null ? [] : [browserKeyCookie(key)]),
  ]
}

export function handleDataRequest(response: Response): Response {
  return response
}

/** Every error of a loader or action, once, with the id that stands on the error page; an aborted request is no error. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return
  world().log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, 'request failed')
}
