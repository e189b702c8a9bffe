/**
 * The frame of every page: skip link, header with the name, menu and language, main, footer.
 *
 * `<Page words home menu? languages? tools? footer? foot?>…</Page>`
 * - `words`: `{ skip, home, menu, languages }` ("Naar de inhoud", "Paraat, naar het begin", "Hoofdmenu", "Taal").
 * - `home`: where the name leads. `menu`, `footer`: `{ href, label, current? }[]`. `languages`: `{ href, label, lang }[]`, the other ones only.
 * - `tools`: what else stands at the right of the header (sign out, a save state). `foot`: a line under the footer's links.
 * Inside: `.flow` spaces a text, `.parts` spaces sections, `.split` puts a narrow column beside the text, `.actions` rows buttons,
 * `.lead`, `.small`, `.kicker` and `.huge` (a number, its unit in <small>) are the sizes of text; `.prose` gives lists their marks.
 */
import type { ReactNode } from 'react'
import { Wordmark } from './wordmark.tsx'

export type PageLink = { readonly href: string; readonly label: string; readonly current?: boolean }
export type PageProps = {
  readonly words: { readonly skip: string; readonly home: string; readonly menu: string; readonly languages: string; readonly footer: string }
  readonly home: string
  readonly menu?: readonly PageLink[]
  readonly languages?: readonly { readonly href: string; readonly label: string; readonly lang: string }[]
  readonly tools?: ReactNode
  readonly footer?: readonly PageLink[]
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function Page({ words, home, menu = [], languages = [], tools, footer = [], foot, children }: PageProps) {
  return (
    <div className="page">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="page-head">
        <div className="page-in">
          <a className="wordmark" href={home} aria-label={words.home}>
            <Wordmark />
          </a>
          {menu.length > 0 ? (
            <nav aria-label={words.menu} className="page-menu">
              {menu.map(link => (
                <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.label}
                </a>
              ))}
            </nav>
          ) : null}
          <div className="page-tools">
            {tools}
            {languages.length > 0 ? (
              <nav aria-label={words.languages}>
                {languages.map(language => (
                  <a key={language.lang} href={language.href} lang={language.lang} hrefLang={language.lang}>
                    {language.label}
                  </a>
                ))}
              </nav>
            ) : null}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page-main">
        <div className="page-in">{children}</div>
      </main>
      <footer className="page-foot">
        <div className="page-in">
          {footer.length > 0 ? (
            <nav aria-label={words.footer}>
              <ul>
                {footer.map(link => (
                  <li key={link.href}>
                    <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          {foot ? <div className="mt-2">{foot}</div> : null}
        </div>
      </footer>
    </div>
  )
}
