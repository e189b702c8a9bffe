/** Brings the page to life in the browser. */
import { RemixBrowser } from '@remix-run/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

// not in a transition: keys that are pressed while the page comes alive would interrupt it half-way
hydrateRoot(
  document,
  <StrictMode>
    <RemixBrowser />
  </StrictMode>,
)
