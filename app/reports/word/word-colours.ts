/** The light colours of ui/tokens.css as they stand there: a picture in a document knows no variables. */
export const colours = {
  paper: '#f8f3e9',
  raised: '#fffdf8',
  sunken: '#efe7d7',
  ink: '#1a2022',
  soft: '#4c5757',
  rule: '#d6cbb7',
  edge: '#79715f',
  sea: '#0e4f59',
  amber: '#c57c05',
  'amber-ink': '#855003',
  brick: '#a2371f',
  'level-1': '#8f2f1b',
  'level-2': '#c97850',
  'level-3': '#dcc58f',
  'level-4': '#4f9490',
  'level-5': '#0e4f59',
} as const

export type Colour = keyof typeof colours

/** A colour as a document writes it: six digits. */
export function digits(colour: Colour): string {
  return colours[colour].slice(1).toUpperCase()
}

/** A drawing with each of our variables replaced by its colour. Throws where it uses one that is not listed. */
export function withColours(svg: string): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    if (!(name in colours)) throw new Error(`a document knows no colour ${name}`)
    return colours[name as Colour]
  })
}
