/** The fields beside an answer: what was typed stands in them as text, whatever it is. */
import { describe, expect, it } from 'vitest'
import { besideAnswer } from './beside-answer.ts'
import { noContent } from './answer-content.ts'

describe('The fields beside an answer', () => {
  it('show what was typed as text, never as markup', () => {
    const nasty = `</textarea><script>alert("x")</script> & 'y'`
    const html = besideAnswer('noodplan', { ...noContent, note: nasty, evidence: `https://a.nl/"onfocus='x'` }, nasty)
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/"onfocus|onfocus='/)
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;')
  })

  it('start with what is stored, and another question has its own', () => {
    expect(besideAnswer('noodplan', { ...noContent, firmness: 'paper' })).toContain('<option value="paper" selected="">Op papier</option>')
    expect(besideAnswer('noodplan', noContent)).not.toContain('selected')
    expect(besideAnswer('noodplan', noContent)).not.toBe(besideAnswer('geoefend', noContent))
  })

  it('say what is wrong with the link, at the link', () => {
    const html = besideAnswer('noodplan', { ...noContent, evidence: 'de kast' }, 'Geen link')
    expect(html).toContain('aria-describedby="e.noodplan-help e.noodplan-error" aria-invalid="true"')
    expect(html).toContain('<p id="e.noodplan-error" class="error"><span>Geen link</span></p>')
  })
})
