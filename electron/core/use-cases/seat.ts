import { Refusal } from '#shared/contract/errors.ts'
import type { seatOperations } from '#shared/contract/seat-operations.ts'
import { sameWords } from '#shared/domain/seat.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { savePins, saveStaff } from '../store/seat-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'

export const seatHandlers: Handlers<OperationsOf<typeof seatOperations>> = {
  'seat.sit': async ({ system }, { name, role, pin }) => {
    await system.seat.sit(name, role, pin)
    return null
  },
  'seat.leave': ({ system }) => {
    system.seat.leave()
    return Promise.resolve(null)
  },
  'seat.saveStaff': (task, { staff }) => {
    task.system.seat.whileSetting(() => {
      task.write(({ db, ids, today, now }) => {
        saveStaff(db, staff, () => ids.next(), `${today}T${now}`)
      })
    })
    return Promise.resolve(null)
  },
  'seat.setPins': async (task, { pins }) => {
    const hashed = pins === null ? null : await task.system.seat.hashPins(pins)
    task.system.seat.whileSetting(() => {
      task.write(({ db, today, now }) => {
        savePins(db, hashed, `${today}T${now}`)
      })
    })
    return null
  },
  'seat.forgetPins': async (task, { officeName, proof }) => {
    const { system } = task
    const office = task.read(({ db }) => getSecretariat(db))
    if (office === undefined || !sameWords(office.officeName, officeName)) throw new Refusal('other-office')
    // Where the data have a password, who does not know it is kept out here, too.
    if (system.protection.brief().hasPassword) {
      if (proof === null) throw new Refusal('wrong-password')
      await system.protection.unlock(proof)
    }
    task.system.seat.whileSetting(() => {
      task.write(({ db, today, now }) => {
        savePins(db, null, `${today}T${now}`)
      })
    })
    // Who has taken them away is asked for her name like anybody else.
    system.seat.leave()
    return null
  },
}
