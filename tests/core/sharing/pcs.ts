import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Core } from '#core/open-core.ts'
import { openCore } from '#core/open-core.ts'
import type { SharingTimes } from '#core/sharing-session.ts'
import { askOf } from '../ask-of.ts'
import { temporaryFolder } from '../core-harness.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'
import { resources, testPorts } from '../test-ports.ts'

/** A folder that several PCs see, and that can go out of their reach. */
export interface Share {
  readonly path: string
  goAway(): void
  comeBack(): void
}

export function makeShare(): Share {
  const place = mkdtempSync(join(tmpdir(), 'tsudoi-share-'))
  onTestFinished(() => {
    rmSync(place, { recursive: true, force: true })
  })
  const [path, away] = [join(place, 'share'), join(place, 'away')]
  renameSync(mkdtempSync(join(tmpdir(), 'tsudoi-share-')), path)
  return {
    path,
    goAway: () => {
      renameSync(path, away)
    },
    comeBack: () => {
      renameSync(away, path)
    },
  }
}

/** The running clock of one PC, moved by the test alone. */
export interface OwnTime {
  milliseconds: number
}

export async function openPc(options: { readonly folder?: string; readonly hoursAhead?: number } = {}) {
  const folder = options.folder ?? temporaryFolder()
  const wall = { at: new Date(Date.UTC(2026, 8, 17, 4, 30) + (options.hoursAhead ?? 0) * 3_600_000) }
  const ports = testPorts(wall)
  const own: OwnTime = { milliseconds: 1000 }
  const sharingTimes: SharingTimes = {
    lookEvery: null,
    goneAfter: 120_000,
    publishEvery: 60_000,
    elapsed: () => own.milliseconds,
  }
  const opened = await openCore({ folder, resources, ports, sharingTimes })
  if (!opened.ok) throw new Error(`core did not open: ${opened.error.code}`)
  const core: Core = opened.value
  let open = true
  const close = async (): Promise<void> => {
    if (!open) return
    open = false
    await core.close()
  }
  onTestFinished(close)
  const ask = askOf(core, ports)
  return {
    folder,
    own,
    ask,
    core,
    ports,
    close,
    refused: async (name: string, input: unknown): Promise<string> => {
      const result = await core.dispatch(name, input)
      return result.ok ? 'not refused' : result.error.code
    },
  }
}
export type Pc = Awaited<ReturnType<typeof openPc>>

/** A PC with a council and a meeting, and its records on the share. */
export async function openFirstPc(share: Share) {
  const pc = await openPc()
  const meeting = await setUpMeeting(pc.ask)
  await pc.ask('sharing.join', { path: share.path, replace: false })
  return {
    ...pc,
    meetingId: meeting.meetingId,
    say: (text: string, through: Pc = pc) =>
      through.core.dispatch('minutes.addStatement', {
        meetingId: meeting.meetingId,
        statement: line(itemAt(meeting, 4), text),
        after: null,
      }),
    linesOf: async (through: Pc = pc) =>
      (await through.ask('meetings.get', { meetingId: meeting.meetingId })).statements.map(
        ({ text }) => text,
      ),
  }
}
