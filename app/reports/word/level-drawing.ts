/** The five levels in a row with a mark over the one that was reached. */
import type { Level } from '#app/core/result.ts'
import type { Drawing } from './hour-bar-drawing.ts'
import { colours } from './word-colours.ts'

const width = 680
const step = 136
const height = 74
const onLevel = [colours.raised, colours.ink, colours.ink, colours.ink, colours.raised] as const

/** `names`: of the levels 1 to 5, in the language of the page. */
export function levelDrawing(level: Level, names: readonly string[]): Drawing {
  const boxes = names.map((name, index) => {
    const number = index + 1
    const from = index * step + 1
    const here = number === level
    const frame = here ? `stroke="${colours.ink}" stroke-width="3"` : `stroke="${colours.edge}" stroke-width="1"`
    const mark = here ? `<path d="M${from + 60} 2h14l-7 11Z" fill="${colours.ink}"/>` : ''
    const words = `font-size="14" ${here ? 'font-weight="700" ' : ''}text-anchor="middle"`
    return (
      `${mark}<rect x="${from + 1}" y="17" width="${step - 6}" height="30" fill="${colours[`level-${number as Level}`]}" ${frame}/>` +
      `<text x="${from + 67}" y="38" font-size="17" font-weight="700" text-anchor="middle" fill="${onLevel[index] ?? colours.ink}">${number}</text>` +
      `<text x="${from + 67}" y="66" ${words} fill="${colours.ink}">${name}</text>`
    )
  })
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${boxes.join('')}</svg>`, width, height }
}
