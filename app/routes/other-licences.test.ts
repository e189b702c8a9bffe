/** The page for buyers says of the packages of others that they are under MIT, ISC, BSD or Apache, and names every one that is not. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { otherLicences } from './other-licences.ts'

/** The page names the font, and not these that hold it. */
const font = { licence: 'OFL-1.1', packages: ['@expo-google-fonts/atkinson-hyperlegible-next', '@fontsource-variable/atkinson-hyperlegible-next'] }
const named = [...otherLicences, font]

type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>> }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** MIT by the licence that lies in the package, by an older field in it, or by that of the package it is a part of. */
const mitElsewhere = /^(@inlang\/plugin-message-format|@lix-js\/sdk-.*|eval|format|require-like)$/

function isUsual(licence: string): boolean {
  const one = (part: string) => part.split(' AND ').every(name => /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)( WITH LLVM-exception)?$/.test(name))
  return licence.replace(/^\(|\)$/g, '').split(' OR ').some(one)
}

/** What the packages that Paraat runs and is built with say, those of other systems included, without the ones that are usual. */
const unusual = Object.entries(lock.packages).flatMap(([place, { dev, license }]) => {
  const name = place.split('node_modules/').at(-1)!
  if (place === '' || dev === true || (license === undefined ? mitElsewhere.test(name) : isUsual(license))) return []
  return [{ name, licence: license ?? 'none' }]
})

/** `lightningcss-linux-x64-gnu` is `lightningcss` for one system. */
const isFor = (name: string, one: string) => name === one || name.startsWith(`${one}-`)

it('names every package with another licence, under that licence', () => {
  const missing = unusual.filter(({ name, licence }) => !named.some(row => licence.split(' AND ').includes(row.licence) && row.packages.some(one => isFor(name, one))))
  expect(missing).toEqual([])
})

it('names none that is not there any more', () => {
  const gone = named.flatMap(({ packages }) => packages).filter(one => !unusual.some(({ name }) => name === one))
  expect(gone).toEqual([])
})
