/**
 * Finding one of many by typing (a trade, a municipality): the combobox pattern of WAI-ARIA; without JavaScript a plain select.
 *
 * `<Combobox id? name label help? error? options find value? text? words onChoose? binding?>`
 * - `options`: `{ value, label }[]` of the select without JavaScript; `value` is what either of them posts under `name`.
 * - `find(typed)`: the matches, best first, at most some ten: `{ key, value, label, note? }[]`; pure and quick.
 * - `value` and `text`: what is chosen at first, and the words in the box for it.
 * - `words`: `{ empty, none, count(n) }`: the first line of the select, "Niets gevonden", "12 gevonden".
 * - `onChoose(match | null)`: hears of each choice; null when what was typed chooses nothing.
 */
import { useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { Field, type FieldWords } from './field.tsx'
import type { SelectOption } from './select.tsx'

export type Match = { readonly key: string; readonly value: string; readonly label: string; readonly note?: string }
export type ComboboxProps = Omit<FieldWords, 'id'> & {
  readonly id?: string
  readonly name: string
  readonly options: readonly SelectOption[]
  readonly find: (typed: string) => readonly Match[]
  readonly value?: string
  readonly text?: string
  readonly words: { readonly empty: string; readonly none: string; readonly count: (found: number) => string }
  readonly onChoose?: (match: Match | null) => void
}

/** False on the server and while hydrating, true from then on. */
const never = () => () => {}
const inBrowser = () => true
const onServer = () => false

export function Combobox(props: ComboboxProps) {
  const { name, label, help, error, optional, options, value, words } = props
  const id = props.id ?? name
  const ready = useSyncExternalStore(never, inBrowser, onServer)
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional}>
      {attributes =>
        ready ? (
          <Typing {...props} attributes={attributes} id={id} />
        ) : (
          <span className="select">
            <select {...attributes} name={name} defaultValue={value ?? ''}>
              <option value="">{words.empty}</option>
              {options.map(option => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </span>
        )
      }
    </Field>
  )
}

function Typing(props: ComboboxProps & { id: string; attributes: object }) {
  const { id, name, find, options, words, onChoose, attributes } = props
  const [chosen, setChosen] = useState(props.value ?? '')
  const [typed, setTyped] = useState(props.text ?? options.find(option => option.value === props.value)?.label ?? '')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const matches = open && typed.trim() ? find(typed) : []

  const choose = (match: Match) => {
    setChosen(match.value)
    setTyped(match.label)
    setOpen(false)
    setActive(-1)
    onChoose?.(match)
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    setActive(-1)
    if (chosen) {
      setChosen('')
      onChoose?.(null)
    }
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!open) return setOpen(true)
      if (matches.length > 0) setActive((active + step + matches.length + (active < 0 && step < 0 ? 1 : 0)) % matches.length)
    } else if (event.key === 'Enter' && open && matches.length > 0) {
      event.preventDefault()
      choose(matches[Math.max(0, active)]!)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
      setActive(-1)
    }
  }
  /** Leaving the box takes a match that was typed out in full. */
  const leave = () => {
    const exact = chosen ? undefined : find(typed).find(match => match.label.toLowerCase() === typed.trim().toLowerCase())
    if (exact) choose(exact)
    setOpen(false)
  }

  return (
    <div className="combo">
      <input type="hidden" name={name} value={chosen} />
      <input
        {...attributes}
        role="combobox"
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={matches.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 && matches[active] ? `${id}-at-${active}` : undefined}
        value={typed}
        onChange={event => type(event.target.value)}
        onKeyDown={press}
        onBlur={leave}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={typeof props.label === 'string' ? props.label : name} className="combo-list" hidden={matches.length === 0}>
        {matches.map((match, index) => (
          // The keyboard is heard by the input, as the pattern wants it.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={match.key}
            id={`${id}-at-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(match)}
          >
            <span>{match.label}</span>
            {match.note ? <span className="combo-note">{match.note}</span> : null}
          </li>
        ))}
      </ul>
      <p role="status" className={open && typed.trim() && matches.length === 0 ? 'help' : 'sr-only'}>
        {open && typed.trim() ? (matches.length === 0 ? words.none : words.count(matches.length)) : ''}
      </p>
    </div>
  )
}
