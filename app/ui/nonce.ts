/** The nonce of this answer's scripts, for the document. Empty in the browser, where no script is added. */
import { createContext } from 'react'

export const NonceContext = createContext('')
