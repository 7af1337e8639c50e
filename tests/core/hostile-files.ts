import { unzipSync, zipSync } from 'fflate'

/** Whole numbers below a limit, from a seed, so that what was found is found again. */
export function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return below <= 0 ? 0 : (state >> 8) % below
  }
}
type Chance = ReturnType<typeof chanceFrom>

const awkward = [
  '\u0000',
  '<!ENTITY a "aaaaaaaaaa">&a;',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '../../../../etc/passwd',
  '__proto__',
  '<c r="ZZZZZZ99999999">',
  'ref="A1:XFD1048576"',
  ']]>',
  '&#xD800;',
  '"="',
  'ÿ'.repeat(5000),
]

/** One small harm: bits turned, cut off, a piece doubled, moved, blanked, or something awkward put in. */
export function harm(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance(bytes.length)
  const length = 1 + chance(Math.min(2000, bytes.length))
  const [head, piece, rest] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ]
  switch (chance(6)) {
    case 0: {
      const turned = Uint8Array.from(bytes)
      for (let times = 1 + chance(8); times > 0; times -= 1) {
        const place = chance(turned.length)
        turned[place] = (turned[place] ?? 0) ^ (1 << chance(8))
      }
      return turned
    }
    case 1:
      return head
    case 2:
      return Buffer.concat([head, piece, piece, rest])
    case 3:
      return Buffer.concat([head, rest, piece])
    case 4:
      return Buffer.concat([head, new Uint8Array(piece.length), rest])
    default:
      return Buffer.concat([head, Buffer.from(awkward[chance(awkward.length)] ?? ''), rest])
  }
}

/** The same to a part within a workbook, which is then whole as a package: past the first door. */
export function harmWithin(workbook: Uint8Array, chance: Chance): Uint8Array {
  const parts = unzipSync(workbook)
  const names = Object.keys(parts)
  const name = names[chance(names.length)] ?? ''
  const content = parts[name] ?? new Uint8Array()
  switch (chance(5)) {
    case 0:
      Reflect.deleteProperty(parts, name)
      break
    case 1:
      parts[`../${name}`] = content
      break
    default:
      parts[name] = new Uint8Array(harm(content, chance))
  }
  return zipSync(parts, { level: 1 })
}
