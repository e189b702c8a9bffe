/** Signing out, by one button: a link alone changes nothing. */
import { redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { readSession } from '#app/auth/session.server.ts'
import { goOut } from '#app/auth/sign-in.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { languageOf, pathsIn } from '#app/paths.ts'
import type { PageHandle } from '#app/root.tsx'
import { Site } from '#app/site.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { world } from '#app/world.server.ts'

export const handle: PageHandle = { still: true }

export const meta: MetaFunction = () => [{ title: `${m.auth_out_title()} – ${m.site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const paths = pathsIn(languageOf(new URL(request.url).pathname))
  return { signedIn: (await readSession(world(), request)) !== null, signIn: paths.signIn() }
}

export async function action({ request }: ActionFunctionArgs) {
  return redirectDocument(pathsIn(languageOf(new URL(request.url).pathname)).signOut, { headers: await goOut(world(), request) })
}

export default function SignOut() {
  const { signedIn, signIn } = useLoaderData<typeof loader>()
  return (
    <Site>
      {signedIn ? (
        <Form method="post" reloadDocument className="flow">
          <h1>{m.auth_out_title()}</h1>
          <p>{m.auth_out_text()}</p>
          <div className="actions">
            <Button>{m.auth_out_go()}</Button>
          </div>
        </Form>
      ) : (
        <div className="flow">
          <h1>{m.auth_out_done()}</h1>
          <p>{m.auth_out_done_text()}</p>
          <div className="actions">
            <ButtonLink href={signIn} kind="quiet">
              {m.auth_out_again()}
            </ButtonLink>
          </div>
        </div>
      )}
    </Site>
  )
}
