import type { seatOperations } from '#shared/contract/seat-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'

export const seatHandlers: Handlers<OperationsOf<typeof seatOperations>> = {
  'seat.sit': async ({ system }, { name, role, pin }) => {
    await system.seat.sit(name, role, pin)
    return null
  },
  'seat.leave': ({ system }) => {
    system.seat.leave()
    return Promise.resolve(null)
  },
  'seat.saveStaff': async ({ system }, { staff }) => {
    await system.seat.saveStaff(staff)
    return null
  },
  'seat.setPins': async ({ system }, { pins }) => {
    await system.seat.setPins(pins)
    return null
  },
}
