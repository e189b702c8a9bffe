/** What is used of autocannon, which comes without types. */
declare module 'autocannon' {
  type Outcome = { readonly requests: { readonly total: number }; readonly duration: number; readonly non2xx: number; readonly errors: number; readonly timeouts: number }
  export default function autocannon(options: {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly headers?: Readonly<Record<string, string>>
  }): Promise<Outcome>
}
