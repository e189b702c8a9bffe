/** What signing up and a forgotten password do alike with their form: one address, one letter, one answer whatever the address is. */
import { data } from '@remix-run/node'
import { z } from 'zod'
import type { AskedResult } from '#app/auth/ask.server.ts'
import { mayPost } from '#app/auth/guessing.server.ts'
import { readForm, textIn } from '#app/assessments/form-text.ts'
import { onceKeyFrom } from '#app/assessments/once-key.ts'
import { world } from '#app/world.server.ts'

/** `ask` mails what belongs to the address; `network` is where the form came from. Letters that are used up for the day are answered like all others. */
export async function answerAddress(request: Request, network: string, ask: (address: { readonly email: string; readonly onceKey: string }) => Promise<AskedResult>) {
  const form = await readForm(request)
  const typed = textIn(form, 'email').slice(0, 254)
  const email = z.email().safeParse(typed.trim())
  const onceKey = onceKeyFrom(form)
  if (onceKey === null) throw new Response(null, { status: 400 })
  if (!email.success) return data({ problem: 'bad-address' as const, typed }, { status: 422 })
  if (!(await mayPost(network))) return data({ problem: 'slow' as const, typed }, { status: 429 })
  const asked = await ask({ email: email.data, onceKey })
  if (!asked.ok && asked.reason === 'bad-address') return data({ problem: 'bad-address' as const, typed }, { status: 422 })
  world().letters.sendSoon()
  return data({ problem: null, typed: email.data })
}
