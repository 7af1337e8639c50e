import { basename } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'

/** What an operating system says where the disk is at fault, or somebody else at a file; not where our program is. */
const ofTheDisk: ReadonlySet<string> = new Set([
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EEXIST',
  'EIO',
  'EISDIR',
  'ENODEV',
  'ENOENT',
  'ENOTDIR',
  'ENOTEMPTY',
  'ENXIO',
  'EPERM',
  'EROFS',
  'ESTALE',
  'ETXTBSY',
])

/** A fault of the disk under a file of ours, as `disk-refused` with the file's own name; other faults pass through. */
export function asFileRefusal(fault: unknown): unknown {
  if (!(fault instanceof Error) || !('syscall' in fault) || !('code' in fault)) return fault
  if (typeof fault.code !== 'string' || !ofTheDisk.has(fault.code)) return fault
  const name = 'path' in fault && typeof fault.path === 'string' ? basename(fault.path) : ''
  return new Refusal('disk-refused', { name })
}
