/** A site with one page: the largest questionnaire in SurveyJS, built by the same builder as ours and served in brotli. */
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import type { Rollup } from 'vite'
import { freePort } from '../real-server.ts'
import { largestQuestionnaire } from './sample-answers.ts'
import { surveyOf } from './survey-model.ts'

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

/** Builds and serves it. */
export async function startSurveySite(): Promise<{ address: string; server: Server }> {
  const definition = JSON.stringify(surveyOf(largestQuestionnaire()))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    mode: 'production',
    esbuild: { jsx: 'automatic' },
    plugins: [
      {
        name: 'survey',
        resolveId: id => (id === 'virtual:survey-definition' ? id : undefined),
        load: id => (id === 'virtual:survey-definition' ? `export default ${definition}` : undefined),
      },
    ],
    build: { write: false, target: 'es2022', assetsInlineLimit: 0, rollupOptions: { input: path.join(import.meta.dirname, 'survey-page.tsx') } },
  })) as Rollup.RollupOutput

  const files = new Map<string, { type: string; body: Buffer; compressed: boolean }>()
  for (const file of built.output) {
    const type = types[path.extname(file.fileName)] ?? 'application/octet-stream'
    const plain = Buffer.from(file.type === 'chunk' ? file.code : file.source)
    const compressed = !type.startsWith('font/')
    files.set(`/${file.fileName}`, { type, body: compressed ? brotliCompressSync(plain) : plain, compressed })
  }
  const styles = [...files.keys()].filter(name => name.endsWith('.css')).map(name => `<link rel="stylesheet" href="${name}">`)
  const entry = built.output.find(file => file.type === 'chunk' && file.isEntry)!.fileName
  const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Scan</title>${styles.join('')}<div id="survey"></div><script type="module" src="/${entry}"></script></html>`
  files.set('/', { type: 'text/html; charset=utf-8', body: brotliCompressSync(page), compressed: true })

  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (file === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': file.type, ...(file.compressed ? { 'Content-Encoding': 'br' } : {}) }).end(file.body)
  })
  const port = await freePort()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${port}/`, server }
}
