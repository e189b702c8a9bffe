/** What an account consists of, a row for each thing: what it is, how it stands, and the way to change it. */

export type AccountRow = { readonly name: string; readonly value: string; readonly more?: string | undefined; readonly href: string; readonly act: string }

export function AccountRows({ rows }: { rows: readonly AccountRow[] }) {
  return (
    <dl className="max-w-[var(--measure)] border-t border-rule">
      {rows.map(({ name, value, more, href, act }) => (
        <div key={href} className="grid grid-cols-[1fr_auto] items-center gap-x-6 border-b border-rule py-3 sm:grid-cols-[10rem_1fr_auto]">
          <dt className="col-span-2 font-bold sm:col-span-1">{name}</dt>
          <dd className="min-w-0 break-words">
            {value}
            {more === undefined ? null : <span className="block text-soft small">{more}</span>}
          </dd>
          <dd>
            <a href={href} className="inline-flex min-h-[44px] items-center" aria-label={`${act}: ${name}`}>
              {act}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}
