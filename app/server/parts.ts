/** Remix matches a request against every route, many times; so each request is answered by the part of the site that it can be about. */
import type { ServerBuild } from '@remix-run/node'
import { languageOf } from '#app/paths.ts'

/** All routes; what has no language (the interface, health, data files); and per language the themes, the other pages with questions, and the rest. */
export const parts = ['all', 'neutral', 'nl-theme', 'en-theme', 'nl-questions', 'en-questions', 'nl-rest', 'en-rest'] as const
export type Part = (typeof parts)[number]

const neutralAddresses = /^\/(api\/|health$|branches\.json$)/
const themeAddresses = /^(\/en)?\/scan\/[^/]+\/thema\/[^/]+$/
const questionAddresses = /^(\/en)?\/scan\/[^/]+(\/(wat-door|hoe-lang))?(\.data)?$/
const themeRoutes = /^(nl|en):theme\.tsx$/
const questionRoutes = /^(nl|en):(scan|what-must-go-on|how-long)\.tsx$/

/** The part that holds every route which an address can match. The browser's question for further routes is about all of them. */
export function partOf(pathname: string): Part {
  if (pathname === '/__manifest') return 'all'
  if (neutralAddresses.test(pathname)) return 'neutral'
  const kind = themeAddresses.test(pathname) ? 'theme' : questionAddresses.test(pathname) ? 'questions' : 'rest'
  return `${languageOf(pathname)}-${kind}`
}

/** The part of a route, by its id: `nl:start.tsx`. */
function partOfRoute(id: string): Part {
  const language = /^(nl|en):/.exec(id)?.[1] as 'nl' | 'en' | undefined
  if (language === undefined) return 'neutral'
  return `${language}-${themeRoutes.test(id) ? 'theme' : questionRoutes.test(id) ? 'questions' : 'rest'}`
}

/** In every part: the root, and the page at `/`, of which the browser never asks whether there is one. */
const everywhere = new Set(['root', 'nl:home.tsx'])

/** The build with the routes of one part only. */
export function buildOf(build: ServerBuild, part: Part): ServerBuild {
  const keep = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => part === 'all' || everywhere.has(id) || partOfRoute(id) === part))
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } }
}
