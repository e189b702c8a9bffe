/** The numbers of sources behind a statement: links to the list at the end. */
export function Cited({ numbers }: { numbers: readonly number[] }) {
  if (numbers.length === 0) return null
  return (
    <span className="rp-cited">
      {' ['}
      {numbers.map((number, position) => (
        <span key={number}>
          {position === 0 ? '' : ', '}
          <a href={`#bron-${number}`}>{number}</a>
        </span>
      ))}
      ]
    </span>
  )
}
