/** The figures that a report must show, worded by hand from core's result, so that page and core are held against each other. */
import { expect, type Page as Tab } from '@playwright/test'
import { evaluate } from '#app/core/evaluate.ts'
import { points } from '#app/core/numbers.ts'
import type { Company } from './company.ts'

const levels = ['', 'Kwetsbaar', 'Eerste stappen', 'Op weg', 'Voorbereid', 'Goed voorbereid']

/** Hours as the report writes them in Dutch. */
function inWords(hours: number): string {
  if (hours === 168) return '1 week'
  if (hours >= 336 && hours % 168 === 0) return `${hours / 168} weken`
  if (hours > 72 && hours % 24 === 0) return `${hours / 24} dagen`
  return `${String(hours).replace('.', ',')} uur`
}

/** Holds points, level, basics, the three scenarios and every theme on the report against core's result of the same answers. */
export async function expectFigures(tab: Tab, { questionnaire, evidence }: Company): Promise<void> {
  const { overall, scenarios, themes, first } = evaluate(questionnaire, evidence)
  if (overall.score === null || overall.level === null) throw new Error('this company has no score')
  await expect(tab.getByRole('heading', { name: `Niveau ${overall.level} van 5: ${levels[overall.level]}` })).toBeVisible()
  await expect(tab.getByText(`${points(overall.score)} van 100 punten`, { exact: true }).first()).toBeVisible()
  await expect(tab.getByText(`Basis op orde: ${overall.musts - overall.unmetMusts} van ${overall.musts}`)).toBeVisible()

  for (const { id, title, opening } of questionnaire.scenarios.filter(one => one.campaign)) {
    const { endurance, needed, known, short } = scenarios.find(one => one.id === id)!
    if (typeof endurance !== 'number' || !known) continue
    const need = inWords(needed)
    const finding =
      short === 0
        ? `${opening.nl} houd je het ${inWords(endurance)} vol. Genoeg, want ${need} heb je nodig.`
        : `${opening.nl} stop je ${endurance === 0 ? 'meteen' : `na ${inWords(endurance)}`}. ${need} heb je nodig.`
    await expect(tab.getByRole('article', { name: finding, exact: true }).getByText(title.nl, { exact: false }).first()).toBeVisible()
  }
  for (const theme of themes) {
    const title = questionnaire.themes.find(one => one.id === theme.id)?.title.nl ?? theme.id
    const row = tab.getByRole('row').filter({ has: tab.getByRole('rowheader', { name: title, exact: true }) })
    const cells = await row.first().getByRole('cell').allTextContents()
    expect(cells[0], title).toBe(theme.score === null ? '–' : String(points(theme.score)))
    expect(cells[1], title).toContain(theme.level === null ? 'niet beantwoord' : levels[theme.level])
  }
  for (const id of first) {
    const measure = questionnaire.measures.find(one => one.id === id)!
    const title = evidence.profile.size === '1' ? (measure.sizeOne ?? measure.title) : measure.title
    await expect(tab.getByText(title.nl, { exact: true }).first()).toBeVisible()
  }
}
