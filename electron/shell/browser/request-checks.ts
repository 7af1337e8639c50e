export interface Address {
  /** `127.0.0.1:PORT`, as the Host header must read. */
  readonly host: string
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
}

/**
 * Whether a request comes from our own page. The Host header is checked against names that an attacker's DNS
 * points at 127.0.0.1; Origin and Sec-Fetch-Site against pages of other sites and of other ports of this
 * PC, which a browser counts as the same site and sends our cookie to and from.
 */
export function isFromOurPage(request: Request, address: Address): boolean {
  const { headers } = request
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (headers.get('host') !== address.host) return false
  if (origin !== null && origin !== address.origin) return false
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  if (request.method === 'GET') return true
  // A form of another page can post, but neither set this header nor hide its origin.
  return request.method === 'POST' && origin === address.origin && headers.get('x-tsudoi') === '1'
}

/** The body, or null when it is longer than `longest` bytes; no more than that is ever held. */
export async function readBody(request: Request, longest: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return null
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const step = await reader?.read()
    if (step === undefined || step.done) return Buffer.concat(chunks)
    size += step.value.byteLength
    if (size > longest) {
      await reader?.cancel()
      return null
    }
    chunks.push(step.value)
  }
}
