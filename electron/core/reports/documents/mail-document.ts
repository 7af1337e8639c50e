import type { Secretariat } from '#shared/contract/council-operations.ts'
import { postalDigits, postalLine } from '#shared/domain/honorifics.ts'
import { emptyFooter, type Block, type Box, type BoxRow, type ReportDocument } from '../report-document.ts'
import { fitPoints } from '../report-text.ts'
import { mailable, type MailAddress, namesOn, nobodyToMail } from './address-document.ts'

/**
 * Where the post has its seven red boxes on cards and envelopes, in millimetres (日本郵便, 郵便番号枠の規格): 5.7 × 8, the right edge of the
 * last 8 from the edge, the top 12 from the edge; 1.3 between the first three, 1.9 before the fourth, 1.1 between the last four.
 */
const postalBox = {
  topMm: 12,
  rightMm: 8,
  widthMm: 5.7,
  heightMm: 8,
  firstGapMm: 1.3,
  middleGapMm: 1.9,
  lastGapMm: 1.1,
}

/** Heights of a face from the boxes of the post down, and where its texts begin. */
interface MailFace {
  readonly widthMm: number
  readonly gapMm: number
  readonly addressMm: number
  readonly namesMm: number
  readonly blankMm: number
  readonly senderMm: number
  readonly addressFromMm: number
  readonly nameFromMm: number
  readonly senderFromMm: number
  readonly points: { readonly address: number; readonly name: number; readonly sender: number }
}

const envelopeFace: MailFace = {
  widthMm: 120,
  gapMm: 28,
  addressMm: 26,
  namesMm: 62,
  blankMm: 56,
  senderMm: 36,
  addressFromMm: 14,
  nameFromMm: 18,
  senderFromMm: 38,
  points: { address: 13, name: 20, sender: 9.5 },
}
const postcardFace: MailFace = {
  widthMm: 100,
  gapMm: 12,
  addressMm: 20,
  namesMm: 42,
  blankMm: 18,
  senderMm: 28,
  addressFromMm: 10,
  nameFromMm: 14,
  senderFromMm: 32,
  points: { address: 12, name: 18, sender: 8.5 },
}

/** By how much a printer draws a sheet in askew: what is printed is moved the other way. */
export interface MailShift {
  readonly rightMm: number
  readonly downMm: number
}
const noShift: MailShift = { rightMm: 0, downMm: 0 }

/** 封筒 長形3号, one page each, written across; the digits stand in the printed boxes. */
export function envelopesDocument(
  addressees: readonly MailAddress[],
  sender: Secretariat,
  shift = noShift,
): ReportDocument {
  return {
    ...mailDocument(addressees, sender, { face: envelopeFace, shift, what: '封筒' }),
    title: '封筒（長形3号）',
    paper: { size: 'N3', orientation: 'portrait', margins: 'none' },
  }
}

/** はがき, the side of the address; the other side is a letter's or the office's own. */
export function postcardsDocument(
  addressees: readonly MailAddress[],
  sender: Secretariat,
  shift = noShift,
): ReportDocument {
  return {
    ...mailDocument(addressees, sender, { face: postcardFace, shift, what: 'はがき' }),
    title: 'はがき（宛名面）',
    paper: { size: 'HG', orientation: 'portrait', margins: 'none' },
  }
}

interface Mail {
  readonly face: MailFace
  readonly shift: MailShift
  readonly what: string
}

function mailDocument(addressees: readonly MailAddress[], sender: Secretariat, mail: Mail) {
  const blocks = mailable(addressees).flatMap((seat, position): readonly Block[] => [
    ...(position === 0 ? [] : [{ kind: 'page-break' } as const]),
    { kind: 'boxes', caption: `${mail.what}　${seat.name}`, rows: mailRows(seat, sender, mail) },
  ])
  return {
    name: mail.what,
    font: 'mincho',
    textSize: 'normal',
    footer: emptyFooter,
    blocks: blocks.length > 0 ? blocks : nobodyToMail,
  } as const
}

function mailRows(seat: MailAddress, secretariat: Secretariat, { face, shift }: Mail): readonly BoxRow[] {
  const names = namesOn(seat)
  const { points } = face
  const box = (fromMm: number, vertical: 'top' | 'bottom', lines: Box['lines']): Box => ({
    fromMm: fromMm + shift.rightMm,
    widthMm: face.widthMm - fromMm - 6,
    border: 'none',
    align: 'start',
    upsideDown: false,
    vertical,
    lines,
  })
  const text = (words: string, most: number, heightMm: number, fromMm: number) => {
    const widthMm = face.widthMm - fromMm - 12
    return words === ''
      ? []
      : [{ text: words, points: fitPoints(words, { widthMm, heightMm, most, least: 7 }) }]
  }
  const sender = [
    postalLine(secretariat.postalCode),
    secretariat.address,
    secretariat.officeName,
    secretariat.phone === '' ? '' : `電話　${secretariat.phone}`,
  ]
  const overMm = face.namesMm * (names.length > 2 ? 0.2 : 0.3)
  return [
    { heightMm: postalBox.topMm + shift.downMm, boxes: [] },
    { heightMm: postalBox.heightMm, boxes: digitBoxes(seat.postalCode, face.widthMm + shift.rightMm) },
    { heightMm: face.gapMm, boxes: [] },
    {
      heightMm: face.addressMm,
      boxes: [
        box(
          face.addressFromMm,
          'top',
          text(seat.address, points.address, face.addressMm - 4, face.addressFromMm),
        ),
      ],
    },
    {
      heightMm: face.namesMm,
      boxes: [
        box(face.nameFromMm, 'top', [
          ...names.slice(0, -1).flatMap((name) => text(name, points.address, overMm, face.nameFromMm)),
          ...text(names.at(-1) ?? '', points.name, face.namesMm * 0.42, face.nameFromMm),
        ]),
      ],
    },
    // What is moved down takes from the blank above the sender, so that nothing leaves the sheet.
    { heightMm: face.blankMm - Math.max(0, shift.downMm), boxes: [] },
    {
      heightMm: face.senderMm,
      boxes: [
        box(
          face.senderFromMm,
          'bottom',
          sender.flatMap((line) => text(line, points.sender, face.senderMm / 4, face.senderFromMm)),
        ),
      ],
    },
  ]
}

/** One box for each digit, counted from the right edge. */
function digitBoxes(postalCode: string, rightEdgeMm: number): readonly Box[] {
  const digits = postalDigits(postalCode)
  if (digits === null) return []
  const { widthMm, firstGapMm, middleGapMm, lastGapMm } = postalBox
  let rightMm = rightEdgeMm - postalBox.rightMm
  return [...digits]
    .reverse()
    .map((digit, fromRight): Box => {
      const fromMm = rightMm - widthMm
      rightMm = fromMm - (fromRight < 3 ? lastGapMm : fromRight === 3 ? middleGapMm : firstGapMm)
      return {
        fromMm,
        widthMm,
        lines: [{ text: digit, points: 13 }],
        border: 'none',
        align: 'center',
        vertical: 'middle',
        upsideDown: false,
      }
    })
    .reverse()
}
