import { createSocket } from 'node:dgram'
import { outwardAddress } from './outward-address.ts'

/** Loaded before the program by one test alone: what a part that calls home would do. Nothing is sent. */
const address = outwardAddress()
if (address !== null) {
  const socket = createSocket('udp4')
  socket.connect(53, address)
  socket.unref()
}
