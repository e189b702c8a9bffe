/** Above the pages of an account or a company that was asked to be deleted: when it goes, and the one click that keeps it. */
import { date } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** `at`: when it goes, in epoch milliseconds; `undo`: the page to which keeping it is posted, null for who may not decide that. */
export function DeletionNotice({ what, at, undo }: { what: 'account' | 'company'; at: number; undo: string | null }) {
  const account = what === 'account'
  return (
    <Notice kind="time" title={account ? m.deletion_notice_account({ date: date(at) }) : m.deletion_notice_company({ date: date(at) })}>
      {undo === null ? (
        <p>{m.deletion_notice_ask()}</p>
      ) : (
        <form method="post" action={undo} className="pt-2">
          <Button name="how" value="keep" kind="quiet">
            {m.deletion_keep()}
          </Button>
        </form>
      )}
    </Notice>
  )
}
