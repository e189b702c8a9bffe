/** Cookies that only this site's server can read and set: named `__Host-`, so that no other host of the domain can plant one. */

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** The 43-character token in the cookie of this name, or null where there is none or one that cannot be ours. */
export function readToken(request: Request, cookieName: string): string | null {
  const cookies = request.headers.get('Cookie')
  if (cookies === null) return null
  for (const part of cookies.split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === cookieName && value !== undefined && tokenPattern.test(value)) return value
  }
  return null
}

/** The Set-Cookie header for a token; 0 seconds takes the cookie away. */
export function tokenCookie(cookieName: string, token: string, seconds: number): string {
  return `${cookieName}=${token}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`
}
