/** The content of the trial hour: what is checked of its file, and the checklist that one sector gets. */
import type { Text } from '#app/core/questionnaire.ts'
import { existing } from './checks/names.ts'
import type { Content, Placed, Report } from './content.ts'
import { quoted } from './failure.ts'
import type { TrialHourFile, TrialPointInFile } from './schemas.ts'
import { sectors } from './sectors.ts'
import type { Path } from './yaml-file.ts'

/** One point of the list. `sources` are ids; a point without any rests on our own judgement. */
export type TrialPoint = { readonly id: string; readonly text: Text; readonly sizeOne?: Text; readonly sources: readonly string[] }

/** The parts of the list, in the order in which they are gone through. */
export const trialParts = ['never', 'not', 'before', 'during', 'after'] as const
export type TrialPart = (typeof trialParts)[number]

/** What one sector reads. `scope`: the main switch may go off (whole), or only one circuit (part). */
export type TrialList = { readonly scope: 'whole' | 'part' } & Readonly<Record<TrialPart, readonly TrialPoint[]>>

/** The list of this sector: its own points first, then those of every company. Throws on a sector that does not exist. */
export function trialListOf({ general, sectors: own }: TrialHourFile, sector: string): TrialList {
  const found = own.find(one => one.id === sector)
  if (found === undefined) throw new Error(`there is no trial hour for ${sector}`)
  return {
    scope: found.scope,
    never: [...found.never, ...general.never].map(asPoint),
    not: found.not.map(asPoint),
    before: general.before.map(asPoint),
    during: general.during.map(asPoint),
    after: general.after.map(asPoint),
  }
}

/** Apart from the file's object, so that nothing but the listed fields goes on. */
function asPoint({ id, text, sizeOne, sources }: TrialPointInFile): TrialPoint {
  return { id, text, sources, ...(sizeOne === undefined ? {} : { sizeOne }) }
}

/** Every point of the file and where it stands. */
export function placedPoints({ content }: Placed<TrialHourFile>): { readonly point: TrialPointInFile; readonly path: Path }[] {
  const listed = (path: Path, points: readonly TrialPointInFile[]) => points.map((point, index) => ({ point, path: [...path, index] }))
  const { never, before, during, after } = content.general
  return [
    ...listed(['general', 'never'], never),
    ...listed(['general', 'before'], before),
    ...listed(['general', 'during'], during),
    ...listed(['general', 'after'], after),
    ...content.sectors.flatMap((sector, index) => [
      ...listed(['sectors', index, 'never'], sector.never),
      ...listed(['sectors', index, 'not'], sector.not),
    ]),
  ]
}

/** Every sector is there once and no other, every id is used once, and every source exists. */
export function checkTrialHour({ trialHour, sources }: Content, report: Report): void {
  const { file, content } = trialHour
  const known = sectors.map(sector => sector.id)
  content.sectors.forEach(({ id }, index) => {
    const path = ['sectors', index, 'id']
    if (!known.includes(id)) report(file, path, `sector ${quoted(id)} does not exist`, existing(id, known, 'sectors.ts'))
    if (content.sectors.findIndex(one => one.id === id) < index) report(file, path, `sector ${quoted(id)} is there twice`, 'take one of them out')
  })
  for (const id of known) {
    if (!content.sectors.some(one => one.id === id)) report(file, ['sectors'], `sector ${quoted(id)} is missing`, 'write what it must never switch off')
  }
  const seen = new Set<string>()
  const ids = sources.content.sources.map(source => source.id)
  for (const { point, path } of placedPoints(trialHour)) {
    if (seen.has(point.id)) report(file, [...path, 'id'], `point ${quoted(point.id)} is there twice`, 'give one of them another id')
    seen.add(point.id)
    point.sources.forEach((source, at) => {
      if (!ids.includes(source))
        report(file, [...path, 'sources', at], `point ${quoted(point.id)} names source ${quoted(source)}, which does not exist`, existing(source, ids, 'sources.yaml'))
    })
  }
}
