/**
 * The level, always with its number and its name, and the small score beside it.
 *
 * `<Level level name />`: number on its colour and name, to stand in a sentence or a table cell; level null shows the name alone.
 * `<LevelScale level names label />`: the scale of five; `names` are five, `label` is read aloud ("Niveau 3 van 5: Op weg").
 * `<Points text />`: the 0–100 score, small ("62 van 100 punten").
 */
import type { Level as LevelNumber } from '#app/core/result.ts'
import { classes } from './binding.ts'

const all = [1, 2, 3, 4, 5] as const

export function Level({ level, name }: { level: LevelNumber | null; name: string }) {
  if (level === null) return <span>{name}</span>
  return (
    <span className="whitespace-nowrap">
      <span className={`level-chip level-${level}`}>{level}</span>
      <span className="whitespace-normal font-bold">{name}</span>
    </span>
  )
}

export function LevelScale({ level, names, label }: { level: LevelNumber | null; names: readonly string[]; label: string }) {
  return (
    <div role="img" aria-label={label}>
      <div className={classes('levels')}>
        {all.map(number => (
          <div key={number} className={`level-${number}`} data-level={number} data-here={number === level || undefined}>
            {number === level ? <span>{names[number - 1]}</span> : null}
          </div>
        ))}
      </div>
    </div>
  )
}

export function Points({ text }: { text: string }) {
  return <span className="small text-soft">{text}</span>
}
