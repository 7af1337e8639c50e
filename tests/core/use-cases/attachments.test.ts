import BetterSqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { itemAt, setUpMeeting } from '../small-council.ts'

const pdf = new TextEncoder().encode('%PDF-1.7 資料')

describe('papers kept with a meeting', () => {
  it('come back byte for byte, lie in the data once, and can be taken away and brought back', async () => {
    const { ask, core, folder } = await openTestCore()
    const meeting = await setUpMeeting(ask)
    const { meetingId } = meeting
    const attach = async (agendaItemId: (typeof meeting.items)[number] | null) =>
      ask('attachments.add', { meetingId, agendaItemId, file: core.files.put('資料１.pdf', pdf).token })
    const { attachmentId } = await attach(itemAt(meeting, 4))
    await attach(null)
    const listed = async () =>
      (await ask('meetings.get', { meetingId })).attachments.map(({ name, size, agendaItemId }) => [
        name,
        size,
        agendaItemId,
      ])
    expect(await listed()).toEqual([
      ['資料１.pdf', pdf.length, null],
      ['資料１.pdf', pdf.length, itemAt(meeting, 4)],
    ])
    const opened = await ask('attachments.open', { attachmentId })
    expect(core.files.take(opened.token).bytes).toEqual(pdf)
    await ask('attachments.remove', { attachmentId })
    expect(await listed()).toHaveLength(1)
    await ask('attachments.restore', { attachmentId })
    expect(await listed()).toHaveLength(2)
    const connection = new BetterSqlite(join(folder, 'tsudoi.db'), { readonly: true })
    expect(connection.prepare('SELECT COUNT(*) FROM stored_files').pluck().get()).toBe(1)
    connection.close()
    await ask('meetings.remove', { meetingId })
    expect((await core.dispatch('attachments.open', { attachmentId })).ok).toBe(false)
  })

  it('are never a program, whatever it is called, and never too large', async () => {
    const { ask, refused, core } = await openTestCore()
    const { meetingId } = await setUpMeeting(ask)
    const bytes = (...start: readonly number[]) => new Uint8Array([...start, ...new Uint8Array(64)])
    const refusedAs = (name: string, content: Uint8Array) =>
      refused('attachments.add', {
        meetingId,
        agendaItemId: null,
        file: core.files.put(name, content).token,
      })
    expect(await refusedAs('見積.exe', bytes(0x4d, 0x5a))).toBe('attachment-program')
    expect(await refusedAs('資料１.pdf', bytes(0x4d, 0x5a))).toBe('attachment-program')
    expect(await refusedAs('資料.txt', new TextEncoder().encode('#!/bin/sh\nrm -rf'))).toBe(
      'attachment-program',
    )
    expect(await refusedAs('資料.pdf.bat', new TextEncoder().encode('@echo off'))).toBe('attachment-kind')
    expect(await refusedAs('資料.js', new TextEncoder().encode('alert(1)'))).toBe('attachment-kind')
    expect(await refusedAs('資料.lnk', bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0))).toBe('attachment-program')
    expect(await refusedAs('資料.pdf', new TextEncoder().encode('ただの文字'))).toBe('attachment-kind')
    expect(await refusedAs('資料.pdf', new Uint8Array(0))).toBe('attachment-kind')
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(pdf)
    expect(await refusedAs('写真.pdf', large)).toBe('attachment-too-large')
    expect((await ask('meetings.get', { meetingId })).attachments).toEqual([])
  })
})
