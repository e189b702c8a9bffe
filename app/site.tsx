/** The frame of every page with its words: name, menu, the other language, foot. */
import { useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { loader } from '#app/root.tsx'
import { m } from '#app/i18n/paraglide/messages.js'
import { inLanguage, languageOf, pathsIn } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'

export function Site({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  const { pathname, search } = useLocation()
  const language = languageOf(pathname)
  const other = language === 'nl' ? 'en' : 'nl'
  const paths = pathsIn(language)
  const signedIn = useRouteLoaderData<typeof loader>('root')?.signedIn === true
  return (
    <Page
      words={{ skip: m.site_skip(), home: m.site_home(), menu: m.site_nav(), languages: m.site_languages(), footer: m.site_footer() }}
      home={paths.home}
      menu={signedIn ? [{ href: paths.companies, label: m.site_company() }] : []}
      tools={
        <>
          {tools}
          {signedIn ? <a href={paths.account}>{m.site_account()}</a> : <a href={paths.signIn()}>{m.site_sign_in()}</a>}
        </>
      }
      languages={[{ href: inLanguage(pathname + search, other), label: m.site_other_language(), lang: other }]}
      footer={[
        { href: paths.enterCode, label: m.site_enter_code() },
        { href: paths.about, label: m.site_about() },
        { href: paths.accountability, label: m.account_kicker() },
        { href: paths.privacy, label: m.site_privacy() },
        { href: paths.processing, label: m.doc_foot_processing() },
        { href: paths.purchasing, label: m.doc_foot_purchasing() },
        { href: paths.accessibility, label: m.doc_foot_accessibility() },
      ]}
      foot={m.site_footer_line()}
    >
      {children}
    </Page>
  )
}
