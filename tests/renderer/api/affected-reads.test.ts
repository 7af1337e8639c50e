import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { affectedReads } from '#renderer/api/affected-reads.ts'

const reads = Object.entries(contract)
  .filter(([, operation]) => operation.kind === 'read')
  .map(([name]) => name.slice(0, name.indexOf('.')))

describe('what a write makes stale', () => {
  it('is, for other data being opened, everything that can be read', () => {
    for (const name of [
      'setup.complete',
      'system.startPractice',
      'system.removePractice',
      'safekeeping.restore',
    ] as const) {
      const affected: readonly string[] = affectedReads[name]
      expect(reads.filter((read) => !affected.includes(read))).toEqual([])
    }
  })
})
