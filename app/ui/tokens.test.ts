import { readFileSync } from 'node:fs'
import { describe, it, expect } from 'vitest'

type Scheme = Readonly<Record<string, string>>

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = {}, night = {}] = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map(
  ([, block]) => Object.fromEntries([...block!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])) as Scheme,
)
const schemes = { light, dark: { ...light, ...night } }

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
function contrast(scheme: Scheme, one: string, other: string): number {
  const [dark, bright] = [luminance(scheme[one]!), luminance(scheme[other]!)].sort((a, b) => a - b)
  return (bright! + 0.05) / (dark! + 0.05)
}

type Pair = readonly [string, string]

const grounds = ['paper', 'raised', 'sunken']
const levels = [1, 2, 3, 4, 5]
const texts: readonly Pair[] = [
  ...['ink', 'soft', 'sea', 'sea-strong', 'amber-ink', 'brick'].flatMap(text => grounds.map((ground): Pair => [text, ground])),
  ...['sea', 'sea-strong'].map((ground): Pair => ['on-sea', ground]),
  ['on-brick', 'brick'],
  ...levels.map((level): Pair => [`on-level-${level}`, `level-${level}`]),
]
const shapes: readonly Pair[] = [
  ...['edge', 'focus'].flatMap(shape => grounds.map((ground): Pair => [shape, ground])),
  ...['amber', 'sea', 'brick', 'level-1', 'level-2', 'level-4', 'level-5'].map((shape): Pair => [shape, 'paper']),
]

describe.each(Object.entries(schemes))('the %s colours', (_, scheme) => {
  it.each(texts)('let one read %s on %s', (text, ground) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(shapes)('let one see the shape %s on %s', (shape, ground) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3)
  })
  it('tell neighbouring levels apart by lightness alone', () => {
    for (const level of [1, 2, 3, 4]) expect(contrast(scheme, `level-${level}`, `level-${level + 1}`)).toBeGreaterThanOrEqual(1.5)
  })
})
