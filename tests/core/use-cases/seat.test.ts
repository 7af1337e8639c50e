import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract, type OperationName } from '#shared/contract/contract.ts'
import { roleNeededFor } from '#shared/contract/role-needs.ts'
import { readPin } from '#shared/domain/seat.ts'
import { openTestCore } from '../core-harness.ts'
import { itemAt, line, setUpMeeting } from '../small-council.ts'

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
      asks: true,
    })
    expect((await next.ask('safekeeping.listBackups', {})).now?.lastChange?.who).toBe('北村　健')
  })
})

describe('roles', () => {
  it('are proved by a PIN each, and refuse in plain words what they may not', async () => {
    const { ask, close, core, folder, refused } = await openTestCore()
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
    await close()
    // Against mistakes alone: whoever has the folder has the way out.
    rmSync(join(folder, 'seat.json'))
    const next = await openTestCore(folder)
    expect((await next.ask('system.getStatus', {})).seat).toMatchObject({
      role: 'administer',
      rolesOn: false,
    })
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
