import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract, type OperationName } from '#shared/contract/contract.ts'
import { roleNeededFor } from '#shared/contract/role-needs.ts'
import { readPin } from '#shared/domain/seat.ts'
import { openTestCore } from '../core-harness.ts'
import { itemAt, line, office, setUpMeeting } from '../small-council.ts'
import { lookInto, readLog } from '../store/replay-log.ts'

const pins = { edit: '2468', administer: '１３５７９' }

describe('who sits at the keyboard', () => {
  it('is asked only where the office named its staff, and stands in the log of changes', async () => {
    const first = await openTestCore()
    const meeting = await setUpMeeting(first.ask)
    const say = (text: string) =>
      first.ask('minutes.addStatement', {
        meetingId: meeting.meetingId,
        statement: line(itemAt(meeting, 4), text),
        after: null,
      })
    expect((await first.ask('system.getStatus', {})).seat).toEqual({
      staff: [],
      name: null,
      lastName: null,
      role: 'administer',
      rolesOn: false,
      asks: false,
    })
    await first.ask('seat.saveStaff', { staff: ['戸田　さやか', '北村　健', '北村　健'] })
    await first.ask('seat.sit', { name: '北村　健', role: 'administer', pin: null })
    await say('一')
    await first.close()
    const next = await openTestCore(first.folder)
    expect((await next.ask('system.getStatus', {})).seat).toMatchObject({
      staff: ['戸田　さやか', '北村　健'],
      name: null,
      lastName: '北村　健',
      asks: true,
    })
    expect((await next.ask('safekeeping.listBackups', {})).now?.lastChange?.who).toBe('北村　健')
  })
})

describe('roles', () => {
  it('are proved by a PIN each, and refuse in plain words what they may not', async () => {
    const { ask, core, refused } = await openTestCore()
    const meeting = await setUpMeeting(ask)
    const statement = {
      meetingId: meeting.meetingId,
      statement: line(itemAt(meeting, 4), '一'),
      after: null,
    }
    await ask('seat.setPins', { pins })
    // Whoever set them is not shut out.
    await ask('minutes.addStatement', statement)
    await ask('seat.leave', {})
    expect((await ask('system.getStatus', {})).seat).toMatchObject({ role: 'view', asks: true })
    expect(await core.dispatch('minutes.addStatement', statement)).toEqual({
      ok: false,
      error: { code: 'role-needed', details: { role: '編集' } },
    })
    expect((await ask('meetings.get', { meetingId: meeting.meetingId })).statements).toHaveLength(1)
    expect(await refused('seat.sit', { name: null, role: 'edit', pin: '9999' })).toBe('wrong-pin')
    await ask('seat.sit', { name: null, role: 'edit', pin: '２４６８' })
    await ask('minutes.addStatement', statement)
    expect(await refused('safekeeping.restore', { file: 'x' })).toBe('role-needed')
    expect(await refused('seat.setPins', { pins: null })).toBe('role-needed')
    await ask('seat.sit', { name: null, role: 'administer', pin: '13579' })
    expect(await refused('safekeeping.restore', { file: 'x' })).toBe('not-found')
  })

  it('go with the data: into a backup, and with a hand-over file to another PC', async () => {
    const first = await openTestCore()
    await setUpMeeting(first.ask)
    await first.ask('seat.saveStaff', { staff: ['戸田　さやか'] })
    await first.ask('seat.setPins', { pins })
    await first.ask('system.backUpNow', {})
    await first.ask('seat.setPins', { pins: null })
    await first.ask('seat.saveStaff', { staff: [] })
    const { backups } = await first.ask('safekeeping.listBackups', {})
    await first.ask('safekeeping.restore', { file: backups[0]?.file ?? '' })
    expect((await first.ask('system.getStatus', {})).seat).toMatchObject({
      staff: ['戸田　さやか'],
      rolesOn: true,
    })
    const { token } = await first.ask('safekeeping.makeHandover', { passphrase: 'さくらがくの四月' })
    const sealed = first.core.files.take(token)
    const other = await openTestCore()
    const { token: file } = other.core.files.put(sealed.name, sealed.bytes)
    await other.ask('safekeeping.openHandover', { file, passphrase: 'さくらがくの四月' })
    expect((await other.ask('system.getStatus', {})).seat).toEqual({
      staff: ['戸田　さやか'],
      name: null,
      lastName: null,
      role: 'view',
      rolesOn: true,
      asks: true,
    })
    expect(await other.refused('secretariat.save', office)).toBe('role-needed')
    await other.ask('seat.sit', { name: '戸田　さやか', role: 'administer', pin: '13579' })
    await other.ask('secretariat.save', { ...office, phone: '1' })
  })

  it('are given up by whoever forgot the number, which stands in the record of changes and is undone by nobody', async () => {
    const { ask, folder, refused } = await openTestCore()
    await setUpMeeting(ask)
    await ask('seat.setPins', { pins })
    const log = lookInto(folder, readLog)
    expect(log.filter((entry) => entry.table_name === 'role_pins')).toHaveLength(2)
    const secret = lookInto(folder, (connection) =>
      String(connection.prepare('SELECT secret FROM role_pins').pluck().get()),
    )
    expect(secret).toHaveLength(69)
    expect(JSON.stringify(log)).not.toContain(secret)
    const { operation_number: operationNumber } = log.at(-1) ?? { operation_number: 0 }
    expect(await refused('history.undo', { operationNumber })).toBe('not-undoable')
    await ask('seat.leave', {})
    expect(await refused('seat.forgetPins', { officeName: 'ほかの社協', proof: null })).toBe('other-office')
    await ask('seat.forgetPins', { officeName: office.officeName.replaceAll('　', ' '), proof: null })
    expect((await ask('system.getStatus', {})).seat).toMatchObject({ rolesOn: false, role: 'administer' })
    expect(lookInto(folder, readLog).at(-1)).toMatchObject({ operation: 'seat.forgetPins', who: '戸田' })
  })

  it('and staff that an older version noted on this PC are taken over into the data once', async () => {
    const first = await openTestCore()
    await setUpMeeting(first.ask)
    await first.close()
    const note = join(first.folder, 'seat.json')
    // As that version wrote it, for the PINs 2468 and 13579.
    const old = readFileSync(join(import.meta.dirname, '../../fixtures/seat-of-one-pc.json'), 'utf8')
    writeFileSync(note, old)
    const next = await openTestCore(first.folder)
    await expect.poll(() => readFileSync(note, 'utf8')).toBe('{"lastName":null}')
    expect((await next.ask('system.getStatus', {})).seat).toMatchObject({
      staff: ['戸田　さやか', '北村　健'],
      rolesOn: true,
      asks: true,
    })
    expect(await next.refused('seat.sit', { name: null, role: 'edit', pin: '9999' })).toBe('wrong-pin')
    await next.ask('seat.sit', { name: null, role: 'administer', pin: '13579' })
    await next.ask('seat.setPins', { pins: null })
    await next.ask('seat.saveStaff', { staff: [] })
    await next.close()
    // One that comes back from somewhere counts no more: the data have had their own.
    writeFileSync(note, old)
    const last = await openTestCore(first.folder)
    await expect.poll(() => readFileSync(note, 'utf8')).toBe('{"lastName":null}')
    expect((await last.ask('system.getStatus', {})).seat).toMatchObject({ staff: [], rolesOn: false })
  })

  it('are not asked for in practice, and not changed there', async () => {
    const { ask, folder, refused } = await openTestCore()
    await setUpMeeting(ask)
    await ask('seat.setPins', { pins })
    await ask('seat.leave', {})
    await ask('system.startPractice', {})
    expect((await ask('system.getStatus', {})).seat).toMatchObject({ rolesOn: false, asks: false })
    expect(await refused('seat.setPins', { pins: null })).toBe('practice-open')
    expect(await refused('seat.saveStaff', { staff: [] })).toBe('practice-open')
    await ask('system.removePractice', {})
    expect((await ask('system.getStatus', {})).seat).toMatchObject({
      rolesOn: true,
      role: 'view',
      asks: true,
    })
    expect(existsSync(join(folder, 'practice'))).toBe(false)
  })

  it('are asked for by every operation: none that writes may be had by looking', () => {
    const names = Object.keys(contract) as OperationName[]
    for (const name of names) {
      const needed = roleNeededFor(name)
      if (contract[name].kind === 'write') expect([name, needed]).not.toEqual([name, 'view'])
      if (contract[name].kind === 'read') expect([name, needed]).toEqual([name, 'view'])
    }
    expect(names.filter((name) => roleNeededFor(name) === 'administer').length).toBeGreaterThan(15)
  })

  it('take four to eight digits, however they are typed', () => {
    expect(['1234', '１２３４', ' 12345678 ', '123', '123456789', '12a4', ''].map(readPin)).toEqual([
      '1234',
      '1234',
      '12345678',
      null,
      null,
      null,
      null,
    ])
  })
})
