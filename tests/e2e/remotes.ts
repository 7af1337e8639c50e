import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The program and all that it started, by /proc. */
function familyOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = read(`/proc/${name}/stat`)
    const parent = /\) \S (\d+)/.exec(stat)?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const family = new Set([root])
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  return [...family]
}

/** '' of a process or a file that has gone meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function socketsOf(process: number): ReadonlySet<string> {
  const found = new Set<string>()
  try {
    for (const handle of readdirSync(`/proc/${String(process)}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${String(process)}/fd/${handle}`))?.[1]
      if (inode !== undefined) found.add(inode)
    }
  } catch {
    // Ended between two looks: it has no sockets any more.
    return found
  }
  return found
}

/** Remote addresses of a process's connections, as the kernel writes them. */
function remotesOf(process: number): readonly string[] {
  const own = socketsOf(process)
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    read(`/proc/${String(process)}/net/${kind}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => own.has(columns[9] ?? ''))
      .map((columns) => (columns[2] ?? '').replace(/:.*/, '')),
  )
}

const loopback = /^(?:0100007F|0{8}|0{24}01000000|0{32}|0{16}FFFF00000100007F)$/

export interface RemotesWatch {
  /** Remote addresses seen so far that are not this PC, as the kernel writes them. */
  readonly foreign: () => readonly string[]
  /** How many connections have been looked at: none would prove nothing. */
  readonly looked: () => number
  readonly end: () => void
}

/** Looks five times a second with whom a program, and all that it started, is connected. Linux only. */
export function watchRemotes(pid: number): RemotesWatch {
  const foreign = new Set<string>()
  let looked = 0
  const timer = setInterval(() => {
    for (const process of familyOf(pid)) {
      for (const remote of remotesOf(process)) {
        looked += 1
        if (!loopback.test(remote)) foreign.add(remote)
      }
    }
  }, 200)
  return {
    foreign: () => [...foreign],
    looked: () => looked,
    end: () => {
      clearInterval(timer)
    },
  }
}
