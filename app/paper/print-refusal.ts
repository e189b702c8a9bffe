/** The page shown when a PDF cannot be made: what happened, and that the browser can print the same. */
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement as h } from 'react'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** Seconds after which a busy printer is worth another try. */
const retryAfter = 30

/** 503 with a plain page in the language of the request; `back` is the page that can be printed instead. */
export function printRefusal(reason: 'busy' | 'unavailable' | 'failed', back: string): Response {
  const [title, text] = reason === 'busy' ? [m.report_pdf_busy_title(), m.report_pdf_busy()] : [m.report_pdf_unavailable_title(), m.report_pdf_unavailable()]
  const page = h(
    'html',
    { lang: language() },
    h('head', null, [
      h('meta', { key: 'charset', charSet: 'utf-8' }),
      h('meta', { key: 'viewport', name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', { key: 'title' }, `${title} – Paraat`),
      h('link', { key: 'style', rel: 'stylesheet', href: '/plain.css' }),
    ]),
    h('body', null, h('main', null, h('h1', null, title), h('p', null, text), h('p', null, h('a', { href: back }, m.report_pdf_back())))),
  )
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(reason === 'busy' ? { 'Retry-After': String(retryAfter) } : {}),
    },
  })
}
