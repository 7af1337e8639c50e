import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { projectFolder } from '#shell/places.ts'
import type { DialogAnswers, Question, Reply, SeenByStandIn } from './control.ts'

export interface DesktopProgram {
  /** The window, as Playwright sees it. */
  readonly page: Page
  look(): Promise<SeenByStandIn>
  answerDialog(answers: DialogAnswers): Promise<void>
  /** A message as if a page at another address had sent it. */
  send(from: string, channel: string, ...given: readonly unknown[]): Promise<unknown>
  /** Quits as by the menu; resolves with the exit code. */
  quit(): Promise<number>
}

type Asking = Question extends infer Each
  ? Each extends { readonly id: number }
    ? Omit<Each, 'id'>
    : never
  : never

export interface StartOptions {
  readonly dataFolder: string
  readonly now?: string
  readonly more?: readonly string[]
  /** Folder of a packed program; the project's own build when left out. */
  readonly program?: string
}

/** Starts the built main bundle in a process of its own over the stand-in, without looking at its window. */
export function forkDesktop(
  { dataFolder, now, more = [], program = projectFolder }: StartOptions,
  port = 0,
): ChildProcess {
  const register = join(import.meta.dirname, 'register.ts')
  return fork(join(program, 'dist', 'desktop', 'main.js'), ['--data', dataFolder, ...more], {
    execArgv: ['--import', register],
    env: {
      ...process.env,
      STAND_IN_DEBUG_PORT: String(port),
      ...(now === undefined ? {} : { TSUDOI_NOW: now }),
    },
  })
}

export async function startDesktop(options: StartOptions): Promise<DesktopProgram> {
  const port = await freePort()
  const child = forkDesktop(options, port)
  const ended = once(child, 'exit').then(([code]) => Number(code))
  const early = ended.then((code) => {
    throw new Error(`the desktop program ended with ${code}`)
  })
  const { browser, page } = await Promise.race([connect(port), early])
  early.catch(() => undefined)
  const ask = createAsking(child)
  return {
    page,
    // Only the stand-in answers, and with this.
    look: async () => (await ask({ ask: 'look' })) as SeenByStandIn,
    answerDialog: async (answers) => void (await ask({ ask: 'answer-dialog', answers })),
    send: (from, channel, ...given) => ask({ ask: 'send', from, channel, given }),
    async quit() {
      if (child.exitCode === null) {
        await browser.close()
        await ask({ ask: 'quit' })
      }
      return ended
    },
  }
}

function createAsking(child: ChildProcess): (question: Asking) => Promise<unknown> {
  let last = 0
  const waiting = new Map<number, (reply: Reply) => void>()
  child.on('message', (given) => {
    // Only the stand-in has the other end of this channel.
    const reply = given as Reply
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  return (question) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ value, fault }) => {
        if (fault === undefined) resolve(value)
        else reject(new Error(fault))
      })
      child.send({ ...question, id: last })
    })
}

async function connect(port: number): Promise<{ readonly browser: Browser; readonly page: Page }> {
  for (const deadline = Date.now() + 30_000; ;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      for (;;) {
        const page = browser.contexts().flatMap((each) => each.pages())[0]
        if (page?.url().startsWith('https://') === true) return { browser, page }
        if (Date.now() > deadline) throw new Error('no window')
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    } catch (fault) {
      // Not listening yet.
      if (Date.now() > deadline) throw fault
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => {
        resolve(typeof bound === 'object' && bound !== null ? bound.port : 0)
      })
    })
  })
}
