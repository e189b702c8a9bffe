/** The emergency card as the last sheet of the report in Word: everything to fill in is a line, by pen or by keyboard. */
import { m } from '#app/i18n/paraglide/messages.js'
import type { CardView } from '../card-view.ts'
import { para, table, title, type Block, type CellContent } from './parts.server.ts'

const row = 330
const small = 17

function part(text: string, help?: string): Block {
  const words = [{ text, size: 21 }, ...(help === undefined ? [] : [{ text: `. ${help}`, size: small }])]
  return title(2, words, { spacing: { before: 110, after: 30 } })
}

/** Two columns of words, each with room behind it: label, line, label, line. */
function fields(labels: readonly string[]): Block {
  const pairs = Array.from({ length: Math.ceil(labels.length / 2) }, (_, index) => labels.slice(index * 2, index * 2 + 2))
  return table({ heads: null, shares: [27, 23, 27, 23], rows: pairs.map(([one = '', other = '']) => [soft(one), '', soft(other), '']), rowHeight: row, grid: true, close: true })
}

function soft(text: string): CellContent {
  return { text, soft: true, size: small }
}

function wide(lines: readonly (readonly [string, string])[]): Block {
  return table({ heads: null, shares: [52, 48], rows: lines.map(([label, said]) => [soft(label), said]), rowHeight: row, grid: true, close: true })
}

function people(heads: readonly string[], count: number): Block {
  return table({
    heads: [m.card_order(), ...heads],
    shares: [12, 34, 24, 30],
    rows: Array.from({ length: count }, (_, index) => [`${index + 1}`, '', '', '']),
    rowHeight: row,
    grid: true,
    close: true,
  })
}

export function cardPart(card: CardView): Block[] {
  const one = card.sizeOne
  return [
    title(1, { text: m.card_title(), size: 36 }, { spacing: { after: 20 } }),
    para(m.card_when(), undefined, { spacing: { after: 60 } }),
    wide([[m.card_company(), ''], [one ? m.card_danger_one() : m.card_danger(), '']]),
    part(one ? m.card_decides_one() : m.card_decides(), one ? m.card_decides_one_help() : m.card_decides_help()),
    people([m.card_name(), m.card_phone(), m.card_address()], one ? 2 : 3),
    part(one ? m.card_meeting_one() : m.card_meeting()),
    wide([[m.card_address(), ''], [m.card_meeting_time(), ''], [m.card_kept_at(), '']]),
    part(m.card_switches()),
    fields([m.card_main_switch(), m.card_gas(), m.card_water(), m.card_key()]),
    part(one ? m.card_calls_one() : m.card_calls()),
    people([m.card_name(), m.card_phone(), m.card_for()], 6),
    part(m.card_safe()),
    table({ heads: null, shares: [12, 88], rows: [1, 2, 3, 4, 5].map(number => [`${number}`, '']), rowHeight: row, grid: true, close: true }),
    part(m.card_goes_on()),
    table({ heads: null, shares: [1], rows: [[card.mustGoOn ?? ''], [card.level ?? '']], rowHeight: row, grid: true, close: true }),
    part(m.card_stops()),
    table({ heads: null, shares: [1], rows: [[''], ['']], rowHeight: row, grid: true, close: true }),
    part(m.card_numbers()),
    fields([m.card_insurer(), m.card_grid(), m.card_water_company(), m.card_landlord(), m.card_radio(), m.card_checked()]),
    para(card.foot, 'Beside', { spacing: { before: 80, after: 0 } }),
  ]
}
