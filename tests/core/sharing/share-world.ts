import { createHash } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import { z } from 'zod'

/**
 * A folder that several PCs see, and their own disks, in memory; every step on a file waits until the test lets it
 * happen. So the true code of the pen, the snapshots and the session runs under any order of steps of any PCs, and a
 * PC can die before or after any of them. A path begins with the PC and its life, `/pc1.4/share/…`: what a dead
 * life still waits for never happens.
 */
export class ShareWorld {
  /** Files of the share, by their names from `/share` on. */
  readonly shared = new Map<string, Buffer>()
  readonly folders = new Set<string>(['/share'])
  readonly pcs: readonly PcDisk[]
  /** What should never have happened to a file. */
  readonly faults: string[] = []
  /** Whether a snapshot has been put there since this was last said to be seen. */
  hasChanged = false

  constructor(count: number) {
    this.pcs = Array.from({ length: count }, (_, number) => new PcDisk(number))
  }

  pcOf(path: string): PcDisk | null {
    const number = /^\/pc(\d+)\.\d+\//.exec(path)?.[1]
    return number === undefined ? null : (this.pcs[Number(number)] ?? null)
  }
}

export interface Step {
  readonly what: string
  readonly happen: () => void
}

/** What survives a PC's death, and what it waits for while it lives. */
export class PcDisk {
  readonly number: number
  life = 0
  /** The change log, which stands for the whole database. */
  log: readonly string[] = []
  /** kept-work. */
  readonly kept: (readonly string[])[] = []
  note: string | null = null
  readonly local = new Map<string, Buffer>()
  readonly told: string[] = []
  reaches = true
  waiting: Step | null = null

  constructor(number: number) {
    this.number = number
  }

  get home(): string {
    return `/pc${String(this.number)}.${String(this.life)}`
  }

  knows(line: string): boolean {
    return this.log.includes(line) || this.kept.some((each) => each.includes(line))
  }
}

let world = new ShareWorld(0)

export function beginWorld(count: number): ShareWorld {
  world = new ShareWorld(count)
  return world
}

class SystemFault extends Error {
  readonly code: string
  readonly syscall = 'test'
  constructor(code: string, path: string) {
    super(`${code}: ${path}`)
    this.code = code
  }
}

/** One step: it happens when the test says so, for the life that asked and no other. */
export function step<T>(path: string, what: string, act: (key: string) => T): Promise<T> {
  const pc = world.pcOf(path)
  if (pc === null) throw new Error(`no PC of this world: ${path}`)
  if (!path.startsWith(`${pc.home}/`)) return new Promise(() => undefined)
  if (pc.waiting !== null) throw new Error(`two steps at once: ${pc.waiting.what}, ${what} ${path}`)
  return new Promise((resolve, reject) => {
    pc.waiting = {
      what: `${what} ${path}`,
      happen: () => {
        try {
          const isShared = path.startsWith(`${pc.home}/share`)
          if (isShared && !pc.reaches) throw new SystemFault('EIO', path)
          resolve(act(isShared ? path.slice(pc.home.length) : path))
        } catch (fault) {
          reject(fault instanceof Error ? fault : new Error(String(fault)))
        }
      },
    }
  })
}

function filesFor(key: string): Map<string, Buffer> {
  return key.startsWith('/share') ? world.shared : (world.pcOf(key)?.local ?? new Map<string, Buffer>())
}

function contentOf(key: string): Buffer {
  const content = filesFor(key).get(key)
  if (content === undefined) throw new SystemFault('ENOENT', key)
  return content
}

/** Files under one name never change where they must not: what a snapshot is called, it is. */
function put(key: string, content: Buffer): void {
  const before = filesFor(key).get(key)
  if (/\/\d{6}-\d{6}\.(?:db|json)$/.test(key)) {
    world.hasChanged = true
    if (before !== undefined && !before.equals(content)) world.faults.push(`${key} was written over`)
  }
  filesFor(key).set(key, content)
}

function rename(from: string, to: string): Promise<void> {
  const pc = world.pcOf(from)
  return step(from, 'rename', (key) => {
    const content = contentOf(key)
    filesFor(key).delete(key)
    put(to.startsWith(`${pc?.home ?? ''}/share`) ? to.slice(pc?.home.length ?? 0) : to, content)
  })
}

/** Several reads at once come one after another: two steps of one PC never wait at the same time. */
let reads = new Map<string, Promise<unknown>>()
function readInTurn(path: string): Promise<string> {
  const home = world.pcOf(path)?.home ?? ''
  const done = (reads.get(home) ?? Promise.resolve()).then(() =>
    step(path, 'read', (key) => contentOf(key).toString()),
  )
  reads.set(
    home,
    done.catch(() => null),
  )
  return done
}

export function forgetReads(): void {
  reads = new Map()
}

/** In the place of node:fs/promises, as far as the share's files need it. */
export const shareFileSystem = {
  readdir: (path: string) =>
    step(path, 'list', (key) => [
      ...new Set(
        [...world.shared.keys()]
          .filter((name) => name.startsWith(`${key}/`))
          .map((name) => name.slice(key.length + 1).split('/')[0] ?? ''),
      ),
    ]),
  readFile: (path: string) => readInTurn(path),
  rm: (path: string) =>
    step(path, 'remove', (key) => {
      filesFor(key).delete(key)
      world.hasChanged = true
    }),
  mkdir: (path: string) =>
    step(path, 'make folder', (key) => {
      world.folders.add(key)
    }),
  stat: (path: string) =>
    step(path, 'stat', (key) => ({
      size: filesFor(key).get(key)?.length ?? 0,
      isDirectory: () => world.folders.has(key),
    })),
  open: async (path: string, flags: string) => {
    await step(path, `open ${flags}`, (key) => {
      const exists = filesFor(key).has(key)
      if (flags === 'wx' && exists) throw new SystemFault('EEXIST', key)
      if (flags !== 'r+') filesFor(key).set(key, Buffer.alloc(0))
    })
    return {
      writeFile: (text: string) =>
        step(path, 'write', (key) => {
          filesFor(key).set(key, Buffer.from(text))
        }),
      sync: () => Promise.resolve(),
      close: () => Promise.resolve(),
    }
  },
}

export const shareStreams = {
  createReadStream: (path: string) =>
    new Readable({
      read() {
        void step(path, 'read all', contentOf).then(
          (content) => {
            this.push(content)
            this.push(null)
          },
          (fault: unknown) => {
            this.destroy(fault instanceof Error ? fault : new Error(String(fault)))
          },
        )
      },
    }),
  createWriteStream: (path: string) => {
    const parts: Buffer[] = []
    return new Writable({
      write(chunk: Buffer, _encoding, done) {
        parts.push(chunk)
        done()
      },
      final(done) {
        // A copy that is cut off is there in part.
        void step(path, 'write half', (key) => filesFor(key).set(key, Buffer.concat(parts).subarray(0, 3)))
          .then(() => step(path, 'write all', (key) => filesFor(key).set(key, Buffer.concat(parts))))
          .then(
            () => {
              done()
            },
            (fault: unknown) => {
              done(fault instanceof Error ? fault : new Error(String(fault)))
            },
          )
      },
    })
  },
  rmSync: (path: string) => {
    const pc = world.pcOf(path)
    if (pc !== null && path.startsWith(`${pc.home}/`)) pc.local.delete(path)
  },
}

const lines = z.array(z.string())

function markOf(log: readonly string[]): string {
  return log.length === 0 ? '' : `${String(log.length)}-${log.at(-1) ?? ''}`
}

/** In the place of what is done to the local database; each of its steps is as whole as the true one's. */
export const localCopies = {
  markOf: (disk: PcDisk) => markOf(disk.log),
  markOfFile: (path: string) => markOf(lines.parse(JSON.parse(contentOf(path).toString()))),
  copyForShare: (folder: string) => {
    const copy = `${folder}/publishing`
    return step(copy, 'copy the data', (key) => {
      filesFor(key).set(key, Buffer.from(JSON.stringify(world.pcOf(folder)?.log ?? [])))
      return copy
    })
  },
  placeForFetched: (folder: string) => `${folder}/fetched`,
  takeSnapshotIn: async (folder: string, fetched: string, keepAs: string | null) => {
    const pc = world.pcOf(folder)
    if (pc === null) throw new Error('no PC')
    const log = lines.parse(JSON.parse(contentOf(fetched).toString()))
    const holdsAll = pc.log.length === 0 || log[pc.log.length - 1] === pc.log.at(-1)
    if (keepAs !== null && !holdsAll)
      await step(fetched, 'keep beside', () => {
        pc.kept.push(pc.log)
      })
    await step(fetched, 'take the place', () => {
      pc.log = log
    })
  },
  listKeptWork: (folder: string) => (world.pcOf(folder)?.kept ?? []).map(String),
}

export const localNotes = {
  readSharingNote: (folder: string): unknown => {
    const pc = world.pcOf(folder)
    if (pc?.note == null) return null
    // Each life sees the same share under a path of its own.
    return { ...z.looseObject({}).parse(JSON.parse(pc.note)), share: `${pc.home}/share` }
  },
  writeSharingNote: (folder: string, note: unknown) =>
    step(`${folder}/sharing.json`, 'write the note', () => {
      const pc = world.pcOf(folder)
      if (pc !== null) pc.note = JSON.stringify(note)
    }),
  removeSharingNote: (folder: string) => {
    const pc = world.pcOf(folder)
    if (pc !== null) pc.note = null
  },
}

export const patientRename = { renamePatiently: rename }

export function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
