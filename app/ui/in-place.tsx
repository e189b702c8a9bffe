/**
 * Words that change where they stand and keep the room of those they stood for, so that nothing around them moves under a hand.
 *
 * `<InPlace was>{the words now}</InPlace>`: `was` are the words whose room is kept.
 */
import type { ReactNode } from 'react'

export function InPlace({ was, children }: { was: string; children: ReactNode }) {
  return (
    <span className="in-place" data-was={was}>
      <span>{children}</span>
    </span>
  )
}
