import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecoveryKey, recoveryKeyBytes, writeRecoveryKey } from '#shared/domain/recovery-key.ts'

const secrets = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes })
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery key', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const text = writeRecoveryKey(secret)
        expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
        const wide = [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
        for (const typed of [
          text,
          text.toLowerCase(),
          text.replaceAll('-', ' '),
          text.replaceAll('-', ''),
          wide,
        ])
          expect(readRecoveryKey(typed)).toEqual({ secret })
        expect(readRecoveryKey(text.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual({ secret })
      }),
    )
  })

  it('names the group of any one wrong sign, and two groups that changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(39), fc.nat(30), (secret, place, other) => {
        const given = [...writeRecoveryKey(secret).replaceAll('-', '')]
        const right = given[place] ?? ''
        given[place] = [...signs].filter((sign) => sign !== right)[other] ?? ''
        expect(readRecoveryKey(given.join(''))).toEqual({ wrongGroups: [Math.floor(place / 5) + 1] })
      }),
    )
    const groups = writeRecoveryKey(new Uint8Array(recoveryKeyBytes).fill(7)).split('-')
    const moved = [groups[1], groups[0], ...groups.slice(2)].join('-')
    expect(readRecoveryKey(moved)).toHaveProperty('wrongGroups')
  })

  it('says how many signs there are where some are missing', () => {
    expect(readRecoveryKey('7K3Q')).toEqual({ signs: 4 })
    expect(() => writeRecoveryKey(new Uint8Array(19))).toThrow(RangeError)
  })
})
