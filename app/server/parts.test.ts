import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import routes from '#app/routes.ts'
import { buildOf, partOf, parts } from './parts.ts'

type Route = { id?: string; path?: string; file: string }
const known = routes as Route[]
const table = Object.fromEntries(known.map(route => [route.id ?? route.file.replace(/\.tsx?$/, ''), route]))
const build = { routes: { ...table, root: {} }, assets: { routes: { ...table, root: {} } } } as unknown as ServerBuild

/** An address that a route answers. */
function addressOf(path: string | undefined): string {
  return `/${(path ?? '').replace(':scan', 'b2f6').replace(':theme', 'energie').replace(':token', 'ABCD2345').replace(':sector', 'bouw').replace('*', 'nergens/x')}`
}

describe('the parts of the site', () => {
  it.each(Object.entries(table).map(([id, route]) => [addressOf(route.path), id]))('the part that answers %s holds %s', (address, id) => {
    expect(Object.keys(buildOf(build, partOf(address)).routes)).toContain(id)
  })
  it('hold each route once, but for the root and the page at /, which are in each', () => {
    const inEach = ['root', 'nl:home.tsx']
    const own = parts.filter(part => part !== 'all').flatMap(part => Object.keys(buildOf(build, part).routes).filter(id => !inEach.includes(id)))
    expect(own.toSorted()).toEqual(Object.keys(table).filter(id => !inEach.includes(id)).toSorted())
    for (const part of parts) expect(Object.keys(buildOf(build, part).assets.routes)).toEqual(expect.arrayContaining(inEach))
  })
  it('tell the browser of every route when it asks for more', () => {
    expect(Object.keys(buildOf(build, partOf('/__manifest')).routes)).toHaveLength(known.length + 1)
  })
  it('answer the data of a page where they answer the page', () => {
    expect(partOf('/scan/b2f6/thema/energie.data')).toBe('nl-theme')
    expect(partOf('/en/scan/b2f6/hoe-lang.data')).toBe('en-questions')
    expect(partOf('/en/scan/b2f6.data')).toBe('en-questions')
    expect(partOf('/en.data')).toBe('en-rest')
    expect(partOf('/energie')).toBe('nl-rest')
  })
})
