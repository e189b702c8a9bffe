/** The document around every page, and the page that is shown when something goes wrong. */
import { Links, Meta, Outlet, Scripts, ScrollRestoration, isRouteErrorResponse, useLocation, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useContext, type CSSProperties, type ReactNode } from 'react'
import { isSignedOutPage, SignedOut } from '#app/assessments/signed-out.tsx'
import { readSession } from '#app/auth/session.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { inLanguage, languageOf, pathsIn } from '#app/paths.ts'
import { Site } from '#app/site.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { NonceContext } from '#app/ui/nonce.ts'
import { ErrorState } from '#app/ui/notice.tsx'
import font from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import styles from '#app/ui/paraat.css?url'
import { world } from '#app/world.server.ts'

export const links: LinksFunction = () => [
  { rel: 'preload', href: font, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => {
  if (error === undefined) return [{ title: m.site_name() }]
  const words = isRouteErrorResponse(error) ? wordsFor(error.status, error.data) : wordsFor(500)
  return [{ title: `${words.title} – ${m.site_name()}` }]
}

/** An error page keeps the headers it was thrown with, such as Retry-After. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? {}

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { requestId: context.requestId, origin: world().environment.ORIGIN, signedIn: (await readSession(world(), request)) !== null }
}

/** What a route may say about its document. */
export type PageHandle = {
  /** nothing on it moves: it is sent without scripts, and its data not a second time */
  readonly still?: true
  /** CSS variables of the root element, for the margins of printed pages */
  readonly paper?: (data: unknown) => CSSProperties
}

export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const nonce = useContext(NonceContext)
  const origin = useRouteLoaderData<typeof loader>('root')?.origin
  const handles = useMatches().map(match => ({ ...(match.handle as PageHandle | undefined), data: match.data }))
  const still = handles.some(handle => handle.still === true)
  const onPaper = handles.find(handle => handle.paper !== undefined && handle.data !== undefined && handle.data !== null)
  return (
    <html lang={languageOf(pathname)} style={onPaper?.paper?.(onPaper.data)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        {origin === undefined ? null : <link rel="alternate" hrefLang="nl" href={origin + inLanguage(pathname, 'nl')} />}
        {origin === undefined ? null : <link rel="alternate" hrefLang="en" href={origin + inLanguage(pathname, 'en')} />}
        <Links />
      </head>
      <body>
        {children}
        {still ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** The words for a status; anything else is our own failure. */
function wordsFor(status: number, why?: unknown): { title: string; text: string } {
  if (status === 403 && why === 'role') return { title: m.error_role_title(), text: m.error_role_text() }
  switch (status) {
    case 400:
      return { title: m.error_400_title(), text: m.error_400_text() }
    case 401:
      return { title: m.scan_signed_out_title(), text: m.scan_signed_out_text() }
    case 403:
      return { title: m.error_403_title(), text: m.error_403_text() }
    case 404:
    case 405:
      return { title: m.error_404_title(), text: m.error_404_text() }
    case 410:
      return { title: m.error_410_title(), text: m.error_410_text() }
    case 429:
      return { title: m.error_429_title(), text: m.error_429_text() }
    case 503:
      return { title: m.error_503_title(), text: m.error_503_text() }
    default:
      return { title: m.error_title(), text: m.error_text() }
  }
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname } = useLocation()
  const loaded = useRouteLoaderData<typeof loader>('root')
  const words = isRouteErrorResponse(error) ? wordsFor(error.status, error.data) : wordsFor(500)
  const paths = pathsIn(languageOf(pathname))
  if (isRouteErrorResponse(error) && isSignedOutPage(error.data)) {
    return (
      <Site>
        <SignedOut {...error.data} />
      </Site>
    )
  }
  return (
    <Site>
      <ErrorState
        title={words.title}
        code={loaded === undefined ? undefined : m.error_id({ id: loaded.requestId })}
        action={<ButtonLink href={paths.home}>{m.error_home()}</ButtonLink>}
      >
        <p>{words.text}</p>
        {isRouteErrorResponse(error) && error.status === 404 && loaded?.signedIn === false ? (
          <p>
            <a href={paths.signIn(pathname)}>{m.error_404_sign_in()}</a>
          </p>
        ) : null}
      </ErrorState>
    </Site>
  )
}
