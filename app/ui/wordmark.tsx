/**
 * The name, standing on a small hour bar: it runs, it stops, the line goes on.
 *
 * `<Wordmark />` is the picture and the word; put it in a link or a heading. `<HourBarMotif />` is the bar alone (1 em wide per mark).
 */
export function HourBarMotif() {
  return (
    <svg viewBox="0 0 104 12" aria-hidden="true" focusable="false">
      <path d="M1 8.5H103" stroke="currentColor" strokeWidth="2" />
      <path d="M1 5.5v6M15.5 7v4M30 7v4M44.5 7v4M59 7v4M73.5 7v4M88 7v4M103 7v4" stroke="currentColor" strokeWidth="2" />
      <path d="M1 6.5H64" stroke="var(--amber)" strokeWidth="6" />
      <path d="M66 1v11" stroke="currentColor" strokeWidth="5" />
    </svg>
  )
}

export function Wordmark() {
  return (
    <>
      Paraat
      <HourBarMotif />
    </>
  )
}
