import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BrowserShell, startBrowserShell } from '#shell/browser/browser-shell.ts'
import type { OpenCore } from '#shell/opened-core.ts'
import { createFakeCore, type FakeCore, refusingCore } from '../fake-core.ts'
import { temporaryFolder } from '../temporary-folder.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly bytes: Buffer
}

let shell: BrowserShell | null = null
let fake: FakeCore
let place: string

beforeEach(() => {
  fake = createFakeCore()
  place = temporaryFolder()
})
afterEach(async () => {
  await shell?.close()
  shell = null
})

async function start(openCore: OpenCore = fake.open, sample = false): Promise<URL> {
  const renderer = join(place, 'renderer')
  mkdirSync(renderer)
  writeFileSync(join(renderer, 'index.html'), '<title>つどい</title>')
  shell = await startBrowserShell({
    dataFolder: join(place, 'data'),
    openCore,
    sample,
    folders: { renderer, fonts: join(place, 'fonts') },
  })
  return new URL(shell.address)
}

/** Node's own client, since fetch does not let Host and Origin be forged. */
function ask(
  address: URL,
  path: string,
  options: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Uint8Array
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: address.hostname,
        port: address.port,
        path,
        method: options.method ?? 'GET',
        headers: { ...options.headers },
        // A connection of its own: one with an unfinished body would swallow the next request.
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          })
        })
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

async function enter(address: URL): Promise<string> {
  const { headers } = await ask(address, `/${address.search}`)
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
}

const json = (answer: Answer): unknown => JSON.parse(answer.bytes.toString('utf8'))

function post(
  address: URL,
  path: string,
  cookie: string,
  body: string | Uint8Array,
  headers = {},
): Promise<Answer> {
  return ask(address, path, {
    method: 'POST',
    body,
    headers: {
      cookie,
      origin: address.origin,
      'x-tsudoi': '1',
      'content-type': 'application/json',
      ...headers,
    },
  })
}

describe('getting in', () => {
  test('listens on loopback alone, at a port of chance', async () => {
    const address = await start()
    expect(address.hostname).toBe('127.0.0.1')
    expect(Number(address.port)).toBeGreaterThan(1023)
  })

  test('the token is exchanged once for a cookie that scripts and other sites do not see', async () => {
    const address = await start()
    const first = await ask(address, `/${address.search}`)
    expect(first.status).toBe(303)
    expect(first.headers['location']).toBe('/')
    expect(first.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    const second = await ask(address, `/${address.search}`)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  test('without the cookie there is nothing but a page that says what to do', async () => {
    const address = await start()
    for (const path of ['/', '/index.html', '/files/0123456789abcdef0123456789abcdef', '/?token=wrong']) {
      const answer = await ask(address, path)
      expect(answer.status).toBe(403)
      expect(answer.bytes.toString()).toContain('起動し直して')
    }
    expect((await post(address, '/call', '', '{}')).status).toBe(403)
  })

  test('a forged cookie is none', async () => {
    const address = await start()
    const cookie = await enter(address)
    const forged = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A')
    expect((await ask(address, '/', { headers: { cookie: forged } })).status).toBe(403)
    expect((await ask(address, '/', { headers: { cookie } })).status).toBe(200)
  })
})

describe('who may ask', () => {
  test.each([
    ['a name pointed at 127.0.0.1', { host: 'evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['an opaque page', { origin: 'null' }],
  ])('%s is refused, with the cookie, too', async (_who, headers) => {
    const address = await start()
    const cookie = await enter(address)
    expect((await ask(address, '/', { headers: { cookie, ...headers } })).status).toBe(403)
    expect((await post(address, '/call', cookie, '{"operation":"x","input":{}}', headers)).status).toBe(403)
    expect(fake.asked).toEqual([])
  })

  test('a post without our header, without an origin or as a form is refused', async () => {
    const address = await start()
    const cookie = await enter(address)
    const body = '{"operation":"x","input":{}}'
    expect((await post(address, '/call', cookie, body, { 'x-tsudoi': '0' })).status).toBe(403)
    expect((await post(address, '/call', cookie, body, { 'content-type': 'text/plain' })).status).toBe(415)
    const headers = { cookie, 'x-tsudoi': '1', 'content-type': 'application/json' }
    expect((await ask(address, '/call', { method: 'POST', body, headers })).status).toBe(403)
    expect((await ask(address, '/call', { method: 'PUT', body, headers })).status).toBe(403)
    expect(fake.asked).toEqual([])
  })

  test('every answer carries the security headers, refusals too, and none allows another origin', async () => {
    const address = await start()
    const cookie = await enter(address)
    for (const headers of [{ cookie }, {}, { cookie, host: 'evil.example' }]) {
      const answer = await ask(address, '/', { headers })
      expect(answer.headers['content-security-policy']).toMatch(
        /^default-src 'self'; script-src 'self'; style-src 'self';/,
      )
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe/)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['x-frame-options']).toBe('DENY')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

describe('the contract over loopback', () => {
  test('a call reaches the core and its Result comes back', async () => {
    const address = await start()
    const cookie = await enter(address)
    const answer = await post(address, '/call', cookie, '{"operation":"home.get","input":{"a":"髙"}}')
    expect(json(answer)).toEqual({ ok: true, value: { operation: 'home.get', input: { a: '髙' } } })
  })

  test.each(['', 'null', '[]', '{"operation":1,"input":{}}', '{"operation":"x","input":{},"more":1}', '{'])(
    'the body %j is refused before the core',
    async (body) => {
      const address = await start()
      const cookie = await enter(address)
      const answer = await post(address, '/call', cookie, body)
      expect(answer.status).toBe(400)
      expect(json(answer)).toEqual({ ok: false, error: { code: 'invalid-input' } })
      expect(fake.asked).toEqual([])
    },
  )

  test('a file goes up and comes down under its Japanese name', async () => {
    const address = await start()
    const cookie = await enter(address)
    const bytes = new Uint8Array([0, 255, 10, 13, 128])
    const name = encodeURIComponent('名簿 R8/4.xlsx')
    const up = await post(address, `/files?purpose=roster&name=${name}`, cookie, bytes, {
      'content-type': 'application/octet-stream',
    })
    const offered = json(up)
    expect(offered).toMatchObject({ name: '名簿 R8＿4.xlsx', size: 5 })
    const token =
      typeof offered === 'object' && offered !== null && 'token' in offered ? String(offered.token) : ''
    const down = await ask(address, `/files/${token}`, { headers: { cookie } })
    expect(down.bytes).toEqual(Buffer.from(bytes))
    expect(down.headers['content-type']).toBe('application/octet-stream')
    expect(down.headers['content-disposition']).toContain(
      'attachment; filename="tsudoi.xlsx"; filename*=UTF-8\'\'%E5%90%8D%E7%B0%BF',
    )
    const viewed = await ask(address, `/files/${token}?view`, { headers: { cookie } })
    expect(viewed.headers['content-disposition']).toMatch(/^attachment/)
  })

  test('only a PDF is shown instead of saved', async () => {
    const address = await start()
    const cookie = await enter(address)
    const up = await post(address, '/files?purpose=form&name=a.pdf', cookie, '%PDF-1.7 …')
    const offered = json(up)
    const token =
      typeof offered === 'object' && offered !== null && 'token' in offered ? String(offered.token) : ''
    const viewed = await ask(address, `/files/${token}?view`, { headers: { cookie } })
    expect(viewed.headers['content-type']).toBe('application/pdf')
    expect(viewed.headers['content-disposition']).toMatch(/^inline/)
    expect(viewed.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('an upload over 60 MB is refused, whether its length is told or not', async () => {
    const address = await start()
    const cookie = await enter(address)
    const told = await post(address, '/files?purpose=roster&name=a.xlsx', cookie, '', {
      'content-length': '60000001',
    })
      // The server may close before the body is sent.
      .catch(() => null)
    if (told !== null) expect(told.status).toBe(413)
    const chunked = await post(
      address,
      '/files?purpose=roster&name=a.xlsx',
      cookie,
      Buffer.alloc(60_000_001),
      {
        'transfer-encoding': 'chunked',
      },
    )
    expect(chunked.status).toBe(413)
    expect(json(chunked)).toMatchObject({ error: { code: 'workbook-too-large' } })
  })

  test.each(['0123456789abcdef0123456789abcdef', 'x', '..%2f..%2fetc%2fpasswd'])(
    'a token nobody was given is a missing file: %s',
    async (token) => {
      const address = await start()
      const cookie = await enter(address)
      const answer = await ask(address, `/files/${token}`, { headers: { cookie } })
      expect(answer.status).toBe(404)
    },
  )
})

describe('the data folder', () => {
  test('data that do not open leave the window there, every call answered with the reason', async () => {
    const address = await start(refusingCore('damaged'))
    const cookie = await enter(address)
    expect((await ask(address, '/', { headers: { cookie } })).status).toBe(200)
    const answer = await post(address, '/call', cookie, '{"operation":"system.getStatus","input":{}}')
    expect(json(answer)).toEqual({ ok: false, error: { code: 'damaged' } })
    const upload = await post(address, '/files?purpose=roster&name=a.xlsx', cookie, 'x')
    expect(json(upload)).toEqual({ ok: false, error: { code: 'damaged' } })
  })

  test('an opening that breaks is told like any other, and its words stay out of the log', async () => {
    const address = await start(() => Promise.reject(new Error('山田')))
    const cookie = await enter(address)
    const answer = await post(address, '/call', cookie, '{"operation":"system.getStatus","input":{}}')
    expect(json(answer)).toEqual({ ok: false, error: { code: 'unexpected' } })
    const log = readFileSync(join(place, 'data', 'logs', 'tsudoi.log'), 'utf8')
    expect(log).toContain('opening failed')
    expect(log).not.toContain('山田')
  })

  test('--sample opens practice data, and closing closes the core once', async () => {
    await start(fake.open, true)
    expect(fake.asked).toEqual([{ operation: 'system.startPractice', input: {} }])
    await shell?.close()
    shell = null
    expect(fake.closed).toBe(1)
  })
})
