import { readFile } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Log } from '#core/ports.ts'
import { type ErrorCode, Refusal, type TsudoiError } from '#shared/contract/errors.ts'
import { fileToken } from '#shared/contract/files.ts'
import { securityHeaders, viewerPolicy } from '../content-security.ts'
import { dispositionHeader, safeFileName } from '../file-names.ts'
import type { HeldCore } from '../opened-core.ts'
import { longestUploadOf } from '../upload-limit.ts'
import { findServedFile, type ServedFolders } from '../static-files.ts'
import { type Address, isFromOurPage, readBody } from './request-checks.ts'
import type { Session } from './session.ts'
import { strangerPage } from './stranger-page.ts'

export const longestCallBytes = 8_000_000

export interface BrowserShellParts {
  readonly core: HeldCore
  readonly folders: ServedFolders
  readonly session: Session
  readonly cookieName: () => string
  /** Known only when the port is. */
  readonly address: () => Address
  readonly log: Log
}

const call = z.strictObject({ operation: z.string().max(100), input: z.unknown() })

/** Everything the browser shell answers; all else is 404. */
export function createRoutes(parts: BrowserShellParts): Hono {
  const routes = new Hono()
  routes.use('*', async (context, next) => {
    // Afterwards, so that an error page carries them, too.
    if (isFromOurPage(context.req.raw, parts.address())) await next()
    else context.res = new Response('forbidden', { status: 403 })
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
    }
  })
  routes.use('*', async (context: Context, next) => {
    const token = context.req.path === '/' ? context.req.query('token') : undefined
    if (token !== undefined) return enter(context, parts, token)
    if (parts.session.holds(context.req.header('cookie') ?? null)) return next()
    return context.html(strangerPage, 403)
  })
  routes.post('/call', (context) => answerCall(context, parts))
  routes.post('/files', (context) => takeUpload(context, parts))
  routes.get('/files/:token', (context) => giveDownload(context, parts))
  routes.get('*', (context) => giveStaticFile(context, parts))
  routes.onError((fault, context) => {
    parts.log.error('browser request failed', fault)
    return refuse(context, { code: 'unexpected' }, 500)
  })
  return routes
}

/** The printed address: token against cookie, then on to the plain address so that the token leaves the screen. */
function enter(context: Context, parts: BrowserShellParts, token: string): Response {
  const secret = parts.session.exchange(token)
  const known = parts.session.holds(context.req.header('cookie') ?? null)
  if (secret === null && !known) return context.html(strangerPage, 403)
  if (secret !== null) {
    context.header('Set-Cookie', `${parts.cookieName()}=${secret}; Path=/; HttpOnly; SameSite=Strict`)
  }
  context.header('Cache-Control', 'no-store')
  return context.redirect('/', 303)
}

async function answerCall(context: Context, parts: BrowserShellParts): Promise<Response> {
  if (!(context.req.header('content-type') ?? '').startsWith('application/json')) {
    return refuse(context, { code: 'invalid-input' }, 415)
  }
  const body = await readBody(context.req.raw, longestCallBytes)
  if (body === null) return refuse(context, { code: 'invalid-input' }, 413)
  const asked = call.safeParse(parseJson(body))
  if (!asked.success) return refuse(context, { code: 'invalid-input' }, 400)
  context.header('Cache-Control', 'no-store')
  return context.json(await parts.core.dispatch(asked.data.operation, asked.data.input))
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Not JSON: the schema refuses `undefined` like any other wrong body.
    return undefined
  }
}

async function takeUpload(context: Context, parts: BrowserShellParts): Promise<Response> {
  const name = context.req.query('name') ?? ''
  if (name === '' || name.length > 300) return refuse(context, { code: 'invalid-input' }, 400)
  const longest = longestUploadOf(context.req.query('purpose') === 'handover' ? 'handover' : null)
  const bytes = await readBody(context.req.raw, longest)
  if (bytes === null) {
    return refuse(context, { code: 'workbook-too-large', details: { megabytes: longest / 1_000_000 } }, 413)
  }
  try {
    return context.json(parts.core.files.put(safeFileName(name), bytes))
  } catch (fault) {
    return refuseFault(context, fault, 503)
  }
}

function giveDownload(context: Context, parts: BrowserShellParts): Response {
  const token = fileToken.safeParse(context.req.param('token'))
  if (!token.success) return refuse(context, { code: 'file-missing' }, 404)
  try {
    const { name, bytes } = parts.core.files.take(token.data)
    // `?view`: a PDF for the browser's own viewer, which has the printer dialog. Nothing else is ever shown.
    const viewed = context.req.query('view') !== undefined && isPdf(bytes)
    if (viewed) context.header('Content-Security-Policy', viewerPolicy)
    return context.body(Buffer.from(bytes), 200, {
      'Content-Type': viewed ? 'application/pdf' : 'application/octet-stream',
      'Content-Disposition': dispositionHeader(viewed ? 'inline' : 'attachment', name),
      'Cache-Control': 'no-store',
    })
  } catch (fault) {
    return refuseFault(context, fault, 404)
  }
}

async function giveStaticFile(context: Context, parts: BrowserShellParts): Promise<Response> {
  // The raw path: Hono's own is decoded already, and decoding twice is a way around.
  const found = findServedFile(parts.folders, new URL(context.req.url).pathname)
  if (found === null) return context.text('not found', 404)
  // Fonts never change under one version; all else is asked for again.
  const keep = found.contentType === 'font/woff2' ? 'private, max-age=86400' : 'no-cache'
  return new Response(await readFile(found.path), {
    headers: { 'Content-Type': found.contentType, 'Cache-Control': keep },
  })
}

function refuseFault(context: Context, fault: unknown, status: 404 | 503): Response {
  if (fault instanceof Refusal) return refuse(context, fault.toError(), status)
  throw fault
}

type RefusalStatus = 400 | 404 | 413 | 415 | 500 | 503

function refuse(
  context: Context,
  error: TsudoiError & { readonly code: ErrorCode },
  status: RefusalStatus,
): Response {
  context.header('Cache-Control', 'no-store')
  return context.json({ ok: false, error }, status)
}
