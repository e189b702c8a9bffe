/** What the http server hands to every loader and action. */
import '@remix-run/node'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** for the scripts of this answer */
    nonce: string
    /** the address of the visitor, for rate limits only */
    address: string
    /** stands in the log and on an error page */
    requestId: string
  }
}
