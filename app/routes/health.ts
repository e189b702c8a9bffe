/** GET /health: whether the server and its database answer, for whoever watches over it. */
import { world } from '#app/world.server.ts'
import { version } from '../../package.json'

export async function loader(): Promise<Response> {
  const ok = await world().database.ping()
  const body = { status: ok ? 'ok' : 'failing', database: ok ? 'ok' : 'failing', version }
  return Response.json(body, { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
