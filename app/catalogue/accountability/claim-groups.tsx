/** The long lists of the accountability page: sources with what rests on them, and what rests on our judgement alone. Folded, and without scripts. */
import type { ReactNode } from 'react'
import type { ClaimList, ClaimView, JudgementGroup, SourceGroup, SourceView } from './sources-view.ts'

export function SourceGroups({ groups }: { groups: readonly SourceGroup[] }) {
  return (
    <div className="acc-groups">
      {groups.map(group => (
        <Group key={group.id} id={`bronnen-${group.id}`} title={group.title} count={group.count}>
          <ul>
            {group.sources.map(source => (
              <Source key={source.id} source={source} />
            ))}
          </ul>
        </Group>
      ))}
    </div>
  )
}

export function JudgementGroups({ groups }: { groups: readonly JudgementGroup[] }) {
  return (
    <div className="acc-groups">
      {groups.map(group => (
        <Group key={group.id} id={`oordeel-${group.id}`} title={group.title} count={group.count}>
          <Lists lists={group.lists} />
        </Group>
      ))}
    </div>
  )
}

function Group({ id, title, count, children }: { id: string; title: string; count: string; children: ReactNode }) {
  return (
    <details className="more acc-group" id={id}>
      <summary>
        <span className="acc-group-name">
          <b>{title}</b> <span>{count}</span>
        </span>
      </summary>
      {children}
    </details>
  )
}

function Source({ source }: { source: SourceView }) {
  return (
    <li className="acc-source">
      <p>
        <a href={source.url} lang="nl" rel="noreferrer">
          {source.title}
        </a>
        {source.date === null ? null : <span lang="nl">, {source.date}</span>} <span className="acc-mark">· {source.strength}</span>
      </p>
      <Lists lists={source.lists} />
    </li>
  )
}

function Lists({ lists }: { lists: readonly ClaimList[] }) {
  return lists.map(list => (
    <div key={list.kind} className="acc-list">
      <p>{list.title}</p>
      <ul>
        {list.claims.map(claim => (
          <Claim key={claim.key} claim={claim} />
        ))}
      </ul>
    </div>
  ))
}

function Claim({ claim }: { claim: ClaimView }) {
  const notes = claim.notes.join(' · ')
  return (
    <li>
      {claim.text} <code>{claim.code}</code>
      {notes === '' ? null : <small> · {notes}</small>}
    </li>
  )
}
