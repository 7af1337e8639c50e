import { randomBytes, timingSafeEqual } from 'node:crypto'

export interface Session {
  /** Stands in the printed address; worth one exchange. */
  readonly token: string
  /** The value of the cookie, once, for the right token; null for a wrong or used one. */
  exchange(token: string): string | null
  /** Whether a request's `Cookie` header carries the session. */
  holds(cookieHeader: string | null): boolean
}

/**
 * Proves that the browser was opened by the one who sees this program's output. Other programs and users of
 * this PC can reach the port, but know neither the token nor the cookie.
 */
export function createSession(cookieName: () => string): Session {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  let used = false
  return {
    token,
    exchange(given) {
      if (used || !equal(given, token)) return null
      used = true
      return secret
    },
    holds(header) {
      const given = (header ?? '')
        .split(';')
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${cookieName()}=`))
      return given !== undefined && equal(given.slice(cookieName().length + 1), secret)
    },
  }
}

/** Takes the same time wherever the first difference is. */
function equal(given: string, expected: string): boolean {
  const [first, second] = [Buffer.from(given), Buffer.from(expected)]
  return first.length === second.length && timingSafeEqual(first, second)
}
