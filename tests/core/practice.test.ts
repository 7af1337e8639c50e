import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestCore } from './core-harness.ts'

describe('practice data', () => {
  it('come with one call, are whole, and go with one call without touching the own data', async () => {
    const { ask, folder } = await openTestCore()
    expect(await ask('system.getStatus', {})).toMatchObject({ setUp: false, practice: false })

    await ask('system.startPractice', {})
    expect(await ask('system.getStatus', {})).toMatchObject({
      setUp: true,
      practice: true,
      ownDataExist: true,
    })
    const [council] = await ask('councils.list', {})
    expect(council?.name).toBe('青羽市第２層協議体（東部圏域）')
    const home = await ask('home.get', { councilId: council?.id ?? null })
    expect(home.next?.number).toBe(2)
    expect(home.table.members).toBe(12)
    expect(home.openTaskCount).toBe(12)

    const state = (wanted: string) => async () =>
      (await ask('developments.list', { councilId: null })).filter((each) => each.state === wanted).length
    expect(await state('trial')()).toBe(1)
    expect(await state('grown')()).toBe(2)
    expect(home.resourcesToCheck).toBe(1)
    expect(home.followUps.map((each) => each.nextStep)).toEqual(['講習の日をちらしに入れる'])

    await ask('system.removePractice', {})
    expect(await ask('system.getStatus', {})).toMatchObject({ setUp: false, practice: false })
    expect(existsSync(join(folder, 'practice'))).toBe(false)
  })
})
