/** The page for a request that is refused before any route sees it. */
import { m } from './paraglide/messages.js'
import { language } from './format.ts'

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

/** A whole HTML page in the language of the request; `requestId` stands in the log too. */
export function plainPage(status: 400 | 403 | 413 | 421 | 500, requestId: string, origin: string): string {
  const { title, text } = {
    400: { title: m.error_400_title(), text: m.error_400_text() },
    403: { title: m.error_403_title(), text: m.error_403_text() },
    413: { title: m.error_413_title(), text: m.error_413_text() },
    421: { title: m.error_421_title(), text: m.error_421_text({ origin }) },
    500: { title: m.error_title(), text: m.error_text() },
  }[status]
  return `<!doctype html>
<html lang="${language()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Paraat</title>
<link rel="stylesheet" href="/plain.css">
<main>
<h1>${escape(title)}</h1>
<p>${escape(text)}</p>
<p><small>${escape(m.error_id({ id: requestId }))}</small></p>
</main>
</html>`
}
