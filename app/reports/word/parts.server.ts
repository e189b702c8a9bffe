/** The pieces that our Word documents are built from: headings, paragraphs, real lists, tables and pictures, in styles that a reader can change. */
import {
  AlignmentType, BorderStyle, ExternalHyperlink, HeadingLevel, ImageRun, LevelFormat, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow,
  TextRun, WidthType, type IParagraphOptions, type IRunOptions, type IStylesOptions,
} from 'docx'
import { digits } from './word-colours.ts'
import type { Drawing } from './hour-bar-drawing.ts'
import { pictureOf } from './picture.server.ts'

/** Everything that stands on a page by itself. */
export type Block = Paragraph | Table
export type Words = string | Span | readonly (string | Span)[]
/** Words that look or do otherwise than those around them; `size` in half points. */
export type Span = { readonly text: string; readonly bold?: boolean; readonly soft?: boolean; readonly raised?: boolean; readonly link?: string; readonly newLine?: boolean; readonly size?: number }

/** Between the margins of a page of A4, in twentieths of a point. */
export const textWidth = 9638
const face = 'Arial'

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: digits('sea'), font: face },
  paragraph: { spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
})
const style = (id: string, name: string, run: IRunOptions, paragraph: NonNullable<IStylesOptions['paragraphStyles']>[number]['paragraph'] = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run,
  paragraph,
})

/** `language`: nl-NL or en-GB: what the words are spelt and read aloud in. */
export function stylesIn(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: face, size: 20, color: digits('ink'), language: { value: language, eastAsia: language } },
        paragraph: { spacing: { after: 100, line: 268, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(38, 0, 100),
      heading2: { ...heading(28, 300, 80), run: { ...heading(28, 0, 0).run } },
      heading3: { ...heading(23, 260, 80), run: { ...heading(23, 0, 0).run, color: digits('ink') } },
      hyperlink: { run: { color: digits('sea'), underline: {} } },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      style('Kicker', 'Kicker', { color: digits('soft'), size: 19 }, { spacing: { after: 60 }, keepNext: true }),
      style('Lead', 'Lead', { size: 23 }),
      style('Beside', 'Beside', { color: digits('soft'), size: 18 }, { spacing: { after: 60 } }),
      style('Label', 'Label', { bold: true }, { keepNext: true, spacing: { before: 160, after: 30 } }),
      style('Cell', 'Cell', { size: 19 }, { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } }),
      style('CellHead', 'Cell head', { size: 18, bold: true, color: digits('sea') }, { spacing: { after: 0 }, keepNext: true }),
    ],
  }
}

const indent = { left: 360, hanging: 360 }
/** The lists: points, boxes to tick, and numbers that begin anew with each instance. */
export const numbering = {
  config: [
    { reference: 'points', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent } } }] },
    {
      reference: 'boxes',
      levels: [{ level: 0, format: LevelFormat.BULLET, text: '☐', alignment: AlignmentType.LEFT, style: { paragraph: { indent }, run: { font: 'Segoe UI Symbol' } } }],
    },
    { reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 460, hanging: 460 } } } }] },
  ],
}

/** XML knows no control characters: one that was typed is left out. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

export function runs(words: Words): (TextRun | ExternalHyperlink)[] {
  const spans = typeof words === 'string' || !Array.isArray(words) ? [words as string | Span] : (words as readonly (string | Span)[])
  return spans.map(one => {
    const { text, bold, soft, raised, link, newLine, size }: Span = typeof one === 'string' ? { text: one } : one
    if (link !== undefined) return new ExternalHyperlink({ link, children: [new TextRun({ text: clean(text), style: 'Hyperlink' })] })
    return new TextRun({
      text: clean(text),
      ...(bold ? { bold } : {}),
      ...(soft ? { color: digits('soft') } : {}),
      ...(raised ? { superScript: true } : {}),
      ...(newLine ? { break: 1 } : {}),
      ...(size === undefined ? {} : { size }),
    })
  })
}

/** Numbers of sources, raised behind what rests on them. */
export function cited(numbers: readonly number[]): Span[] {
  return numbers.length === 0 ? [] : [{ text: `\u00a0[${numbers.join(',\u00a0')}]`, raised: true, soft: true }]
}

export function para(words: Words, styleId?: string, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, ...(styleId === undefined ? {} : { style: styleId }), children: runs(words) })
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

export function title(level: 1 | 2 | 3, text: Words, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, heading: levels[level], children: runs(text) })
}

/** A list of points or of boxes to tick. */
export function list(items: readonly Words[], reference: 'points' | 'boxes' = 'points'): Paragraph[] {
  return items.map(item => new Paragraph({ style: 'ListParagraph', numbering: { reference, level: 0 }, children: runs(item) }))
}

/** A numbered list; `instance` tells one list of a document from another. */
export function numbered(items: readonly Words[], instance: number): Paragraph[] {
  return items.map(item => new Paragraph({ style: 'ListParagraph', numbering: { reference: 'numbers', level: 0, instance }, children: runs(item) }))
}

const hairline = { style: BorderStyle.SINGLE, size: 4, color: digits('rule') }
const edge = { style: BorderStyle.SINGLE, size: 4, color: digits('edge') }
const strong = { style: BorderStyle.SINGLE, size: 8, color: digits('ink') }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export type CellContent = Words | Paragraph | readonly Paragraph[]
export type TableShape = {
  /** null: a table of words and lines to write on, without a head */
  readonly heads: readonly string[] | null
  /** shares of the width, one for each column */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly CellContent[])[]
  /** room to write by hand or to type in: the least height of a row, in twentieths of a point */
  readonly rowHeight?: number
  /** the rows stay on one page */
  readonly together?: boolean
  /** lines between the columns too */
  readonly grid?: boolean
  /** less room above and below the words */
  readonly close?: boolean
}

function contents(content: CellContent, keepNext: boolean): Paragraph[] {
  if (content instanceof Paragraph) return [content]
  if (Array.isArray(content) && content[0] instanceof Paragraph) return content as Paragraph[]
  return [para(content as Words, 'Cell', { keepNext })]
}

/** A table whose head is said again on every page, and whose rows are not torn in two. */
export function table({ heads, shares, rows, rowHeight, together = false, grid = false, close = false }: TableShape): Table {
  const whole = shares.reduce((sum, one) => sum + one, 0)
  const widths = shares.map(share => Math.round((share / whole) * textWidth))
  const high = close ? 20 : 60
  const margins = (column: number) => ({ top: high, bottom: high, left: column === 0 && !grid ? 0 : 100, right: 60 })
  const cell = (children: Paragraph[], column: number) =>
    new TableCell({ children, width: { size: widths[column] ?? 0, type: WidthType.DXA }, margins: margins(column) })
  const height = rowHeight === undefined ? {} : { height: { value: rowHeight, rule: 'atLeast' as const } }
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: grid
      ? { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge }
      : { top: none, left: none, right: none, insideVertical: none, bottom: hairline, insideHorizontal: hairline },
    rows: [
      ...(heads === null
        ? []
        : [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: heads.map((head, column) => {
                const children = [para(head, 'CellHead')]
                return new TableCell({
                  children,
                  borders: { bottom: strong },
                  width: { size: widths[column] ?? 0, type: WidthType.DXA },
                  margins: margins(column),
                })
              }),
            }),
          ]),
      ...rows.map((row, index) => {
        const keepNext = together && index < rows.length - 1
        return new TableRow({ cantSplit: true, ...height, children: row.map((content, column) => cell(contents(content, keepNext), column)) })
      }),
    ],
  })
}

/** A picture as wide as the text, or `share` of it. `words`: what it shows, in one sentence. */
export function picture(drawing: Drawing, words: string, share = 1): Paragraph {
  return new Paragraph({ spacing: { before: 80, after: 120 }, children: [pictureRun(drawing, words, share)] })
}

export function pictureRun(drawing: Drawing, words: string, share = 1): ImageRun {
  const { svg, png, width, height } = pictureOf(drawing)
  // Pixels at 96 to the inch: the text is 642 of them wide.
  const wide = Math.round(642 * share)
  const transformation = { width: wide, height: Math.round((wide * height) / width) }
  return new ImageRun({
    type: 'svg',
    data: svg,
    transformation,
    fallback: { type: 'png', data: png },
    altText: { name: 'picture', description: clean(words) },
  })
}
