/** The second step of signing in: a code of the app or a recovery code. */
import type { World } from '#db/open.server.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from './audit.server.ts'
import { guess, type Guessed } from './guessing.server.ts'
import { secondStepAccount, useSecondFactor } from './second-factor.server.ts'
import type { SignedIn } from './session.server.ts'

/** Uses the code up where it is right. `address` is the network address. The caller begins the session. */
export async function checkCode(world: World, { user }: SignedIn, code: string, address: string): Promise<Guessed<'totp' | 'recovery'>> {
  return await guess({ address, account: secondStepAccount(user.id) }, async () =>
    transact(world.database, async writer => {
      const used = await useSecondFactor(writer, user.id, code, world.now())
      if (used === null) await audit(writer, world.now(), { event: 'secondFactorRefused', userId: user.id })
      return used
    }),
  )
}
