import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createChromiumPrinter } from '../chromium-printer.ts'
import { createLogFile } from '../log-file.ts'
import { createClock, createThreads, createWho, nodeRandomness, sharingTimesOf } from '../node-ports.ts'
import { holdCore, type OpenCore } from '../opened-core.ts'
import { fontsFolder, printStylesFolder, rendererFolder, resourcesFolder, threadFile } from '../places.ts'
import type { ServedFolders } from '../static-files.ts'
import { createRoutes } from './routes.ts'
import { createSession } from './session.ts'

export interface BrowserShellOptions {
  readonly dataFolder: string
  /** 0 or left out: any free one. */
  readonly port?: number
  /** Practice data instead of the office's own. */
  readonly sample?: boolean
  readonly folders?: ServedFolders
  /** The core's own; a test may give another. */
  readonly openCore: OpenCore
}

export interface BrowserShell {
  /** With its one-time token: for the eyes of the one who started the program. */
  readonly address: string
  /** Lets open requests end, makes the closing backup, frees the folder. */
  close(): Promise<void>
}

/** Serves the window and the contract on loopback, on this PC only. Rejects when the port is taken. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const clock = createClock()
  const log = createLogFile(options.dataFolder, clock)
  const printer = createChromiumPrinter({ styles: printStylesFolder, fonts: fontsFolder })
  const core = await holdCore(
    {
      folder: options.dataFolder,
      resources: resourcesFolder,
      ports: {
        clock,
        randomness: nodeRandomness,
        printer,
        log,
        who: createWho(),
        threads: createThreads(threadFile),
      },
      sharingTimes: sharingTimesOf(),
    },
    options.openCore,
  )
  if (options.sample === true) await core.dispatch('system.startPractice', {})
  let port = 0
  const host = (): string => `127.0.0.1:${port}`
  // Cookies are shared by all ports of a host: with the port in its name, two programs do not log each other out.
  const cookieName = (): string => `tsudoi-${port}`
  const session = createSession(cookieName)
  const routes = createRoutes({
    core,
    folders: options.folders ?? { renderer: rendererFolder, fonts: fontsFolder },
    session,
    cookieName,
    address: () => ({ host: host(), origin: `http://${host()}` }),
    log,
  })
  const answer = getRequestListener(routes.fetch)
  const server = createServer((request, response) => void answer(request, response))
  try {
    port = await listen(server, options.port ?? 0)
  } catch (fault) {
    await core.close()
    throw fault
  }
  return {
    address: `http://${host()}/?token=${session.token}`,
    async close() {
      await stop(server)
      await core.close()
      await printer.close()
    },
  }
}

/** The port listened on. Never another interface than loopback. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address()
      if (typeof bound === 'object' && bound !== null) resolve(bound.port)
      else reject(new Error('the server listens on no port'))
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeIdleConnections()
    // A browser keeps its connections open for long; two seconds are enough for what is under way.
    setTimeout(() => {
      server.closeAllConnections()
    }, 2_000).unref()
  })
}
