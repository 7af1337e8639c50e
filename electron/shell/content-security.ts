/**
 * What the window may load and do, in both hosts: its own files and nothing else. No inline script or style,
 * no `eval`. `data:` and `blob:` pictures and `blob:` workers are for pages of a PDF drawn on the spot.
 */
export const windowPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** For a PDF of ours in the browser's own viewer, which puts itself in as an object with styles of its own. */
export const viewerPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** Sent with everything that goes to the window. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': windowPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
}
