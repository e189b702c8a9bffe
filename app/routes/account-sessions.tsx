/** Where one is signed in, and signing out elsewhere. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endOthers } from '#app/auth/account.server.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { sessionsOf } from '#app/auth/session.server.ts'
import { readForm } from '#app/assessments/form-text.ts'
import { date, time } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { world } from '#app/world.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.auth_me_devices()} – ${m.site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, session } = await requireUser(world(), request)
  const url = new URL(request.url)
  const all = await sessionsOf(world(), user.id)
  return {
    sessions: all
      .map(({ id, device, createdAt }) => ({ id, device: device.includes('?') ? null : device, createdAt, here: id === session.id }))
      .sort((one, other) => Number(other.here) - Number(one.here)),
    done: z.enum(['een', 'alle']).nullable().catch(null).parse(url.searchParams.get('uitgelogd')),
    back: pathsIn(languageOf(url.pathname)).account,
  }
}

const wanted = z.object({ which: z.string().regex(/^(all|[0-9a-f]{64})$/) })

export async function action({ request }: ActionFunctionArgs) {
  const signedIn = await requireUser(world(), request)
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  const parsed = wanted.safeParse({ which: (await readForm(request)).get('which') })
  if (!parsed.success) throw new Response(null, { status: 400 })
  const { which } = parsed.data
  if (which === signedIn.session.id) return redirect(paths.signOut)
  await endOthers(world(), signedIn, which)
  return redirect(`${paths.accountSessions}?uitgelogd=${which === 'all' ? 'alle' : 'een'}`)
}

export default function AccountSessions() {
  const { sessions, done, back } = useLoaderData<typeof loader>()
  return (
    <Site>
      <div className="flow">
        <p className="kicker">
          <a href={back}>{m.auth_back_account()}</a>
        </p>
        <h1>{sessions.length === 1 ? m.auth_dev_title_one() : m.auth_dev_title({ count: sessions.length })}</h1>
        {done === null ? null : <Notice live title={done === 'alle' ? m.auth_dev_done_all() : m.auth_dev_done()} />}
        <p>{m.auth_dev_text()}</p>
        <ul className="max-w-[var(--measure)] border-t border-rule">
          {sessions.map(({ id, device, createdAt, here }) => {
            const words = { device: device ?? m.auth_dev_unknown(), date: date(createdAt), time: time(createdAt) }
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
                <div className="min-w-0">
                  <p className="font-bold">{words.device}</p>
                  <p className="small text-soft">{m.auth_dev_since(words)}</p>
                </div>
                {here ? (
                  <p className="font-bold">{m.auth_dev_this()}</p>
                ) : (
                  <Form method="post" reloadDocument>
                    <Button kind="link" name="which" value={id} aria-label={m.auth_dev_end_label(words)}>
                      {m.auth_dev_end()}
                    </Button>
                  </Form>
                )}
              </li>
            )
          })}
        </ul>
        {sessions.length > 1 ? (
          <Form method="post" reloadDocument className="actions">
            <Button kind="danger" name="which" value="all">
              {m.auth_dev_all()}
            </Button>
          </Form>
        ) : null}
      </div>
    </Site>
  )
}
