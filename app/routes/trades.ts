/** GET /branches.json: the trades for "Wat doet je bedrijf?", fetched by the start page and kept by the browser. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { keep, keptResponse, type Kept } from '#app/api/json.server.ts'
import { tradesJson } from '#app/api/trades-json.ts'
import { world } from '#app/world.server.ts'

let kept: Kept | undefined

export function loader({ request }: LoaderFunctionArgs): Response {
  kept ??= keep(tradesJson(world().catalogue))
  return keptResponse(request, kept, 3600)
}
