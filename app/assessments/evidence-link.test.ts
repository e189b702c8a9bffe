/** Evidence is a link that people follow themselves: a whole https address, and nothing that only looks like one. */
import { describe, expect, it } from 'vitest'
import { longestEvidence } from '#app/core/answers.ts'
import { isEvidenceLink } from './evidence-link.ts'

const exactly = (length: number) => 'https://a.nl/'.padEnd(length, 'x')

describe('A link as evidence', () => {
  it.each(['https://bedrijf.example/noodplan.pdf', 'HTTPS://Bedrijf.example', 'https://bedrijf.example:8443/a?b=c#d', 'https://example.nl/plan%20b', exactly(longestEvidence)])(
    'can be %s',
    link => expect(isEvidenceLink(link)).toBe(true),
  )

  it.each([
    '',
    'https://',
    'https:bedrijf.example',
    'http://bedrijf.example',
    '//bedrijf.example',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://bedrijf.example',
    'file:///etc/passwd',
    'https://bedrijf.example/een plan',
    'https://bedrijf.example/\u0000',
    'https://piet@bedrijf.example',
    'https://piet:geheim@bedrijf.example',
    ' https://bedrijf.example',
    exactly(longestEvidence + 1),
  ])('cannot be %j', link => expect(isEvidenceLink(link)).toBe(false))
})
