import { type LabelSheet, labelSheets } from '#shared/contract/paper-operations.ts'
import { type AddresseeParts, addresseeLines, postalDigits, postalLine } from '#shared/domain/honorifics.ts'
import { emptyFooter, type Block, type Box, type BoxRow, type ReportDocument } from '../report-document.ts'
import { fitPoints, widthEm } from '../report-text.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import { sheetsOf } from './name-cards-document.ts'

/** To whom something is sent by post; who has no address gets nothing. */
export interface MailAddress extends AddresseeParts {
  readonly postalCode: string
  readonly address: string
}

/** A long post stands on a line of its own, so that no name is broken in two. */
const longestEm = 15

function namesOn(seat: MailAddress): readonly string[] {
  const names = addresseeLines(seat)
  if (seat.post === '' || widthEm(names.at(-1) ?? '') <= longestEm) return names
  return [
    seat.organizationName,
    seat.post,
    ...addresseeLines({ ...seat, organizationName: '', post: '' }),
  ].filter((line) => line !== '')
}

function mailable(addressees: readonly MailAddress[]): readonly MailAddress[] {
  return addressees.filter(({ address }) => address.trim() !== '')
}

const nobody: readonly Block[] = [
  { kind: 'spacer', heightMm: 30 },
  { kind: 'line', text: '住所のある人がいません。', align: 'center', size: 'normal' },
]

/** 宛名ラベル on a bought sheet. `startAt` (from 1) is the first face that is still there: a begun sheet is used up. */
export function labelsDocument(
  addressees: readonly MailAddress[],
  { sheet, startAt }: { readonly sheet: LabelSheet; readonly startAt: number },
): ReportDocument {
  const measure = labelSheets[sheet]
  const used = Math.min(Math.max(1, startAt), measure.abreast * measure.down) - 1
  const faces: readonly (MailAddress | null)[] = [
    ...Array.from({ length: used }, () => null),
    ...mailable(addressees),
  ]
  const rows: BoxRow[] = []
  for (let first = 0; first < faces.length; first += measure.abreast) {
    rows.push({
      heightMm: measure.heightMm,
      boxes: faces
        .slice(first, first + measure.abreast)
        .flatMap((seat, position) =>
          seat === null ? [] : [labelBox(seat, measure, measure.leftMm + position * measure.widthMm)],
        ),
    })
  }
  const any = faces.some((seat) => seat !== null)
  return {
    name: '宛名ラベル',
    title: '宛名ラベル',
    paper: { size: 'A4', orientation: 'portrait', margins: 'none' },
    font: 'mincho',
    textSize: 'normal',
    footer: emptyFooter,
    blocks: any ? sheetsOf(rows, measure.down, measure.topMm, '宛名ラベル') : nobody,
  }
}

function labelBox(
  seat: MailAddress,
  measure: { readonly widthMm: number; readonly heightMm: number },
  leftMm: number,
): Box {
  // What is printed to the very edge of a face is lost where the sheet is drawn in a little askew.
  const marginMm = 4
  const widthMm = measure.widthMm - marginMm * 2 - 3.2
  const room = measure.heightMm - 8
  const names = namesOn(seat)
  const line = (text: string, share: number, most: number) =>
    text === ''
      ? []
      : [{ text, points: fitPoints(text, { widthMm, heightMm: room * share, most, least: 5 }) }]
  return {
    fromMm: leftMm + marginMm,
    widthMm: measure.widthMm - marginMm * 2,
    border: 'none',
    align: 'start',
    vertical: 'middle',
    upsideDown: false,
    lines: [
      ...line(postalLine(seat.postalCode), 0.16, 10),
      ...line(seat.address, 0.32, 9.5),
      ...names.slice(0, -1).flatMap((name) => line(name, names.length > 2 ? 0.15 : 0.22, 9)),
      ...line(names.at(-1) ?? '', 0.28, 13),
    ],
  }
}

/** Where the post has its seven red boxes on an envelope: right edge of the last, pitch, and the gap behind the third. */
const postalBoxes = { topMm: 12, rightMm: 8, pitchMm: 6.8, gapMm: 1, heightMm: 8 }
const envelopeMm = { width: 120, height: 235 }

/** 封筒 長形3号, one page each, written across; the digits stand in the printed boxes. */
export function envelopesDocument(addressees: readonly MailAddress[], sender: Secretariat): ReportDocument {
  const blocks = mailable(addressees).flatMap((seat, position): readonly Block[] => [
    ...(position === 0 ? [] : [{ kind: 'page-break' } as const]),
    { kind: 'boxes', caption: `封筒　${seat.name}`, rows: envelopeRows(seat, sender) },
  ])
  return {
    name: '封筒',
    title: '封筒（長形3号）',
    paper: { size: 'N3', orientation: 'portrait', margins: 'none' },
    font: 'mincho',
    textSize: 'normal',
    footer: emptyFooter,
    blocks: blocks.length > 0 ? blocks : nobody,
  }
}

function envelopeRows(seat: MailAddress, secretariat: Secretariat): readonly BoxRow[] {
  const names = namesOn(seat)
  const plain = { border: 'none', align: 'start', upsideDown: false } as const
  const text = (words: string, most: number, heightMm: number, widthMm: number) =>
    words === '' ? [] : [{ text: words, points: fitPoints(words, { widthMm, heightMm, most, least: 7 }) }]
  const sender = [
    postalLine(secretariat.postalCode),
    secretariat.address,
    secretariat.officeName,
    secretariat.phone === '' ? '' : `電話　${secretariat.phone}`,
  ]
  return [
    { heightMm: postalBoxes.topMm, boxes: [] },
    { heightMm: postalBoxes.heightMm, boxes: digitBoxes(seat.postalCode) },
    { heightMm: 28, boxes: [] },
    {
      heightMm: 26,
      boxes: [{ ...plain, fromMm: 14, widthMm: 94, vertical: 'top', lines: text(seat.address, 13, 22, 88) }],
    },
    {
      heightMm: 62,
      boxes: [
        {
          ...plain,
          fromMm: 18,
          widthMm: 94,
          vertical: 'top',
          lines: [
            ...names.slice(0, -1).flatMap((name) => text(name, 13, names.length > 2 ? 12 : 18, 88)),
            ...text(names.at(-1) ?? '', 20, 26, 88),
          ],
        },
      ],
    },
    { heightMm: 56, boxes: [] },
    {
      heightMm: 36,
      boxes: [
        {
          ...plain,
          fromMm: 38,
          widthMm: 76,
          vertical: 'bottom',
          lines: sender.flatMap((line) => text(line, 9.5, 9, 70)),
        },
      ],
    },
  ]
}

function digitBoxes(postalCode: string): readonly Box[] {
  const digits = postalDigits(postalCode)
  if (digits === null) return []
  return [...digits].map((digit, position) => ({
    fromMm:
      envelopeMm.width -
      postalBoxes.rightMm -
      postalBoxes.pitchMm * (digits.length - position) -
      (position < 3 ? postalBoxes.gapMm : 0),
    widthMm: postalBoxes.pitchMm,
    lines: [{ text: digit, points: 14 }],
    border: 'none' as const,
    align: 'center' as const,
    vertical: 'middle' as const,
    upsideDown: false,
  }))
}
