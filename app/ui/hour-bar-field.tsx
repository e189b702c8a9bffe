/**
 * The hour bar as answer field of an endurance or tolerance question: a radio group that looks like the bar, in one row on a desk and in
 * two on a phone; without JavaScript too.
 *
 * `<HourBarField name legend help? error? options value? apart? notToScale size? lit? binding? required?>{what stands under it}</HourBarField>`
 * - `options`: `{ value, label, short, unit }` in order of time; `label` is read aloud ("minstens 4 uur"), `short` and `unit` are printed
 *   under the mark ("4" "uur"); `open` on the last one says that it goes on ("of langer").
 * - `apart`: `{ value, label }`: "Weet ik niet", "Hebben we niet nodig".
 * - `size`: "question" (default) or "row" (a resource among others on one page). `lit`: the worst row lights up.
 * The first input has the name as its id (or `id`), so the error summary can link to it.
 */
import type { CSSProperties, ReactNode } from 'react'
import { bound, classes, type Binding } from './binding.ts'
import { describedBy, HelpAndError } from './field.tsx'

export type HourBarOption = { readonly value: string; readonly label: string; readonly short: string; readonly unit: string; readonly open?: boolean }
export type HourBarFieldProps = {
  readonly id?: string
  readonly name: string
  readonly legend: ReactNode
  readonly help?: ReactNode
  readonly error?: ReactNode
  readonly options: readonly HourBarOption[]
  readonly value?: string | null
  readonly apart?: readonly { readonly value: string; readonly label: string }[]
  readonly notToScale: string
  readonly size?: 'question' | 'row'
  readonly lit?: boolean
  readonly binding?: Binding
  readonly required?: boolean
  readonly children?: ReactNode
}

export function HourBarField(props: HourBarFieldProps) {
  const { name, legend, help, error, options, value, apart = [], notToScale, size = 'question', lit, binding, required, children } = props
  const id = props.id ?? name
  const input = (option: string, first: boolean, label?: string) => (
    <input
      {...bound(binding)}
      id={first ? id : `${id}-${option}`}
      type="radio"
      name={name}
      value={option}
      defaultChecked={value === option}
      required={required}
      aria-label={label}
    />
  )
  const columns = { '--wide': options.length, '--narrow': Math.ceil(options.length / 2) } as CSSProperties
  return (
    <fieldset className={classes('hbf', lit && 'hbf-lit', size === 'row' && 'hbf-row')} aria-describedby={describedBy(id, help, error)}>
      <legend className={classes('label', size === 'question' && 'question')}>{legend}</legend>
      <HelpAndError id={id} help={help} error={error} />
      <div className="hbf-box">
        <div className="hbf-marks" style={columns}>
          {options.map((option, index) => (
            <label key={option.value} className={classes('hbf-mark', option.open && 'hbf-open')}>
              {input(option.value, index === 0, option.label)}
              <span className="hbf-value" aria-hidden="true">
                <b>{option.short}</b>
                <span>{option.unit}</span>
              </span>
            </label>
          ))}
        </div>
        <div className="hb-scale" aria-hidden="true">
          {notToScale}
        </div>
      </div>
      {apart.length > 0 ? (
        <div className="apart">
          {apart.map(choice => (
            <label key={choice.value} className="choice">
              {input(choice.value, false)}
              <span className="choice-label">{choice.label}</span>
            </label>
          ))}
        </div>
      ) : null}
      {children}
    </fieldset>
  )
}
