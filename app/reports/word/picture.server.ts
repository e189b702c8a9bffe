/** A drawing as a document holds it: lines without letters, so that it looks the same everywhere, and a PNG for programs that read no SVG. */
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import { onceOf } from './kept.ts'
import type { Drawing } from './hour-bar-drawing.ts'
import { withColours } from './word-colours.ts'

export type Picture = { readonly svg: Buffer; readonly png: Buffer; readonly width: number; readonly height: number }

const family = 'Atkinson Hyperlegible Next'
const resolve = createRequire(import.meta.url).resolve
const face = (weight: string) => resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`)
/** Two pixels for one of the drawing: sharp on paper. */
const zoom = 2

/** The face is there as a file in two weights. */
function drawn({ svg, width, height }: Drawing): Picture {
  const resvg = new Resvg(withColours(svg).replaceAll('font-weight="650"', 'font-weight="700"'), {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontFiles: [face('400Regular'), face('700Bold')], loadSystemFonts: false, defaultFontFamily: family },
    background: '#ffffff',
  })
  return { svg: Buffer.from(resvg.toString()), png: Buffer.from(resvg.render().asPng()), width, height }
}

/** The picture of a drawing, from memory where it was drawn before. */
export const pictureOf = onceOf(200, drawn, ({ svg }) => svg)
