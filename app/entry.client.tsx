/** Brings the page to life in the browser. */
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { ReactNode } from 'react'

/** What React answers at once. */
const acts = `keydown keypress keyup input textInput change submit reset click auxclick dblclick contextmenu mousedown mouseup
  pointerdown pointerup pointercancel touchstart touchend touchcancel dragstart dragend drop copy cut paste compositionstart
  compositionend`.split(/\s+/)

/**
 * An act while the page waits for its data would leave it dead (React's error 345). So until it is alive acts are the browser's own, as
 * without JavaScript, and what they changed is read from the page afterwards.
 */
const keepFromReact = (event: Event) => event.stopImmediatePropagation()

function Alive({ children }: { readonly children: ReactNode }) {
  useEffect(() => acts.forEach(act => window.removeEventListener(act, keepFromReact, true)), [])
  return children
}

acts.forEach(act => window.addEventListener(act, keepFromReact, true))
// not in a transition: what else the browser does would interrupt it half-way
hydrateRoot(
  document,
  <StrictMode>
    <Alive>
      <RemixBrowser />
    </Alive>
  </StrictMode>,
)
