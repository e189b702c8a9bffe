/** The stateless interface, health and refusals over the wire: what only the whole server can show. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const scan = { sector: 'bouw', profile: { size: '10-49', region: 'zeeland' }, answers: {} }

test('a program from another site scores, and a page from another site may not post a form', async ({ request }) => {
  const headers = { Origin: 'https://other.example', 'Sec-Fetch-Site': 'cross-site' }
  const scored = await request.post('/api/v1/scores', { data: scan, headers })
  expect(scored.status()).toBe(200)
  expect(scored.headers()['access-control-allow-origin']).toBe('*')
  expect(await scored.json()).toMatchObject({ scoringVersion: 1, overall: { score: null } })
  expect((await request.post('/start', { form: { sector: 'bouw' }, headers })).status()).toBe(403)
})

test('a body over 256 KB is refused: as a problem for a program, as a page for a person', async ({ request, baseURL }) => {
  const big = 'x'.repeat(256 * 1024 + 1)
  const program = await request.post('/api/v1/scores', { data: big, headers: { 'Content-Type': 'application/json' } })
  expect(program.status()).toBe(413)
  expect(program.headers()['content-type']).toContain('application/problem+json')
  expect(await program.json()).toMatchObject({ status: 413, field: 'body' })
  const person = await request.post('/start', { data: big, headers: { 'Content-Type': 'text/plain', Origin: baseURL ?? '' } })
  expect(person.status()).toBe(413)
  expect(person.headers()['content-type']).toContain('text/html')
})

test('every answer of the interface carries the security headers, errors included', async ({ request }) => {
  for (const path of ['/api/v1/sectors', '/api/v1/questionnaires/bestaat-niet', '/api/v1/nothing', '/health', '/branches.json']) {
    const headers = (await request.get(path)).headers()
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('the description is served, and what it describes is there', async ({ request }) => {
  const description = (await (await request.get('/api/v1/openapi.json')).json()) as { servers: { url: string }[]; paths: Record<string, object> }
  for (const [path, operations] of Object.entries(description.paths)) {
    const [method = ''] = Object.keys(operations)
    const answer = await request.fetch(path.replace('{sector}', 'bouw'), { method: method.toUpperCase(), ...(method === 'post' ? { data: { ...scan, budgetHours: path.endsWith('plans') ? 8 : undefined } } : {}) })
    expect(answer.status(), path).toBe(200)
  }
})

test('health says that server and database answer', async ({ request }) => {
  const health = await request.get('/health')
  expect(health.status()).toBe(200)
  expect(await health.json()).toMatchObject({ status: 'ok', database: 'ok' })
  expect(health.headers()['cache-control']).toBe('no-store')
})

for (const [path, lang, heading] of [
  ['/privacy', 'nl', 'Jouw antwoorden blijven van jou'],
  ['/en/privacy', 'en', 'Your answers stay yours'],
  ['/over', 'nl', 'Paraat laat zien hoe lang jouw bedrijf het volhoudt'],
  ['/en/over', 'en', 'Paraat shows how long your company would keep going'],
] as const) {
  test(`${path} says what is true today, in its own language, and fetches nothing from elsewhere`, async ({ page, baseURL }) => {
    const elsewhere: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url())
    })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    expect(elsewhere).toEqual([])
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations).toEqual([])
  })
}
