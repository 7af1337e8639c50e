import { type LabelSheet, labelSheets } from '#shared/contract/paper-operations.ts'
import { type AddresseeParts, addresseeLines, postalDigits, postalLine } from '#shared/domain/honorifics.ts'
import { emptyFooter, type Block, type Box, type BoxRow, type ReportDocument } from '../report-document.ts'
import { fitPoints, widthEm } from '../report-text.ts'
import { sheetsOf } from './name-cards-document.ts'

/** To whom something is sent by post; who has no address gets nothing. */
export interface MailAddress extends AddresseeParts {
  readonly postalCode: string
  readonly address: string
}

/** A long post stands on a line of its own, so that no name is broken in two. */
const longestEm = 15

/** Group, post and name as they stand below each other on what goes by post. */
export function namesOn(seat: MailAddress): readonly string[] {
  const names = addresseeLines(seat)
  if (seat.post === '' || widthEm(names.at(-1) ?? '') <= longestEm) return names
  return [
    seat.organizationName,
    seat.post,
    ...addresseeLines({ ...seat, organizationName: '', post: '' }),
  ].filter((line) => line !== '')
}

export function mailable(addressees: readonly MailAddress[]): readonly MailAddress[] {
  return addressees.filter(({ address }) => address.trim() !== '')
}

export const nobodyToMail: readonly Block[] = [
  { kind: 'spacer', heightMm: 30 },
  { kind: 'line', text: '住所のある人がいません。', align: 'center', size: 'normal' },
]

/** 宛名ラベル on a bought sheet. `startAt` (from 1) is the first face that is still there: a begun sheet is used up. */
export function labelsDocument(
  addressees: readonly MailAddress[],
  {
    sheet,
    startAt,
    postalBoxes = false,
  }: { readonly sheet: LabelSheet; readonly startAt: number; readonly postalBoxes?: boolean },
): ReportDocument {
  const measure = labelSheets[sheet]
  const used = Math.min(Math.max(1, startAt), measure.abreast * measure.down) - 1
  const faces: readonly (MailAddress | null)[] = [
    ...Array.from({ length: used }, () => null),
    ...mailable(addressees),
  ]
  const rows: BoxRow[] = []
  for (let first = 0; first < faces.length; first += measure.abreast) {
    const abreast = faces
      .slice(first, first + measure.abreast)
      .flatMap((seat, position) =>
        seat === null ? [] : [{ seat, leftMm: measure.leftMm + position * measure.widthMm }],
      )
    rows.push(...(postalBoxes ? boxedRows(abreast, measure) : [plainRow(abreast, measure)]))
  }
  const hasFaces = faces.some((seat) => seat !== null)
  return {
    name: '宛名ラベル',
    title: '宛名ラベル',
    paper: { size: 'A4', orientation: 'portrait', margins: 'none' },
    font: 'mincho',
    textSize: 'normal',
    footer: emptyFooter,
    blocks: hasFaces
      ? sheetsOf(rows, measure.down * (postalBoxes ? boxedParts : 1), measure.topMm, '宛名ラベル')
      : nobodyToMail,
  }
}

interface Face {
  readonly seat: MailAddress
  readonly leftMm: number
}
interface FaceMeasure {
  readonly widthMm: number
  readonly heightMm: number
}

const plainRow = (faces: readonly Face[], measure: FaceMeasure): BoxRow => ({
  heightMm: measure.heightMm,
  boxes: faces.map(({ seat, leftMm }) =>
    labelBox(seat, { ...measure, leftMm, postal: postalLine(seat.postalCode) }),
  ),
})

/** 〒 in seven boxes at the top left of a face: blank, boxes, and everything else below them. */
const faceBoxes = { aboveMm: 3.4, heightMm: 6, widthMm: 5.2, gapMm: 1.6 }
const boxedParts = 3

function boxedRows(faces: readonly Face[], measure: FaceMeasure): readonly BoxRow[] {
  const digits = faces.flatMap(({ seat, leftMm }) =>
    [...(postalDigits(seat.postalCode) ?? '')].map((text, position): Box => ({
      fromMm: leftMm + marginMm + 1.6 + position * faceBoxes.widthMm + (position < 3 ? 0 : faceBoxes.gapMm),
      widthMm: faceBoxes.widthMm,
      lines: [{ text, points: 10 }],
      border: 'thin',
      align: 'center',
      vertical: 'middle',
      upsideDown: false,
    })),
  )
  const heightMm = measure.heightMm - faceBoxes.aboveMm - faceBoxes.heightMm
  return [
    { heightMm: faceBoxes.aboveMm, boxes: [] },
    { heightMm: faceBoxes.heightMm, boxes: digits },
    {
      heightMm,
      boxes: faces.map(({ seat, leftMm }) => {
        // A code that is not seven digits stands as it was written.
        const postal = postalDigits(seat.postalCode) === null ? postalLine(seat.postalCode) : ''
        return labelBox(seat, { ...measure, heightMm: heightMm + 4, leftMm, postal })
      }),
    },
  ]
}

/** What is printed to the very edge of a face is lost where the sheet is drawn in a little askew. */
const marginMm = 4

function labelBox(
  seat: MailAddress,
  { leftMm, postal, ...measure }: FaceMeasure & { readonly leftMm: number; readonly postal: string },
): Box {
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
      ...line(postal, 0.16, 10),
      ...line(seat.address, 0.32, 9.5),
      ...names.slice(0, -1).flatMap((name) => line(name, names.length > 2 ? 0.15 : 0.22, 9)),
      ...line(names.at(-1) ?? '', 0.28, 13),
    ],
  }
}
