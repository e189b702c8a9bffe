/**
 * A link that a company put beside an answer, shown as the address it is: who follows it tells nobody where it stood.
 *
 * `<EvidenceLink href>`
 */
export function EvidenceLink({ href }: { href: string }) {
  return (
    <a className="evidence" href={href} rel="noreferrer noopener nofollow">
      {href}
    </a>
  )
}
