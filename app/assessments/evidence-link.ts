/** Which text may stand beside an answer as evidence: a link that is only ever shown, never followed by the server. */
import { longestEvidence } from '#app/core/answers.ts'

/** True for a whole https address of a site with a name, without user and password in it, of at most 500 characters. */
export function isEvidenceLink(text: string): boolean {
  if (text.length > longestEvidence || /[\s\p{Cc}]/u.test(text) || !/^https:\/\//i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return protocol === 'https:' && hostname !== '' && username === '' && password === ''
}
