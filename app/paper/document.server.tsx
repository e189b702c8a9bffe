/** A page as one HTML document that needs nothing else but fonts: what the printer gets. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CSSProperties, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '#app/core/questionnaire.ts'
import { paperOrigin } from './pdf.server.ts'

const read = new Map<string, string>()

/** The built style sheets at these addresses as one text, their fonts addressed to the printer's memory. Read once. */
export function sheetsAt(folder: string, addresses: readonly string[]): string {
  return addresses
    .map(address => {
      const file = path.join(folder, address)
      const sheet = read.get(file) ?? readFileSync(file, 'utf8').replaceAll('url(/assets/', `url(${paperOrigin}/assets/`).replaceAll('url("/assets/', `url("${paperOrigin}/assets/`)
      read.set(file, sheet)
      return sheet
    })
    .join('\n')
}

export type Paper = { readonly language: Language; readonly styles: string }

/** The document: `page` in its main landmark; `variables` are CSS variables of the root element, which the margins of the page print. */
export function paperDocument({ language, styles }: Paper, title: string, page: ReactElement, variables: CSSProperties): string {
  const markup = renderToStaticMarkup(
    <html lang={language} style={variables}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles.replaceAll('</style', '<\\/style') }} />
      </head>
      <body>
        <main>{page}</main>
      </body>
    </html>,
  )
  return `<!doctype html>${markup}`
}
