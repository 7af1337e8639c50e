import type { Attendance } from '#shared/contract/meeting-operations.ts'
import { emptyFooter, type Block, type Box, type BoxRow, type ReportDocument } from '../report-document.ts'
import { fitPoints } from '../report-text.ts'
import { inSeatOrder, type MeetingRecord } from './meeting-record.ts'
import { documentTitle } from './paper-text.ts'

interface Card {
  readonly name: string
  readonly kana: string
  readonly over: string
}

/** Who is expected: nobody needs a card who has sent word of absence. */
function cardsOf(roll: readonly Attendance[]): readonly Card[] {
  return inSeatOrder(roll)
    .filter((line) => line.reply !== 'absent' && line.reply !== 'written')
    .map((line) => {
      const proxy = line.reply === 'proxy' && line.proxyName !== ''
      const post = proxy ? line.proxyPost : line.post
      return {
        name: proxy ? line.proxyName : line.name,
        kana: proxy ? '' : line.kana,
        over: [line.organizationName, post].filter((each) => each !== '').join('　'),
      }
    })
}

function sheetOf({ meeting }: MeetingRecord, name: string, blocks: readonly Block[]): ReportDocument {
  return {
    name,
    title: documentTitle(meeting, name),
    paper: { size: 'A4', orientation: 'portrait', margins: 'none' },
    font: 'gothic',
    textSize: 'normal',
    footer: emptyFooter,
    blocks:
      blocks.length > 0
        ? blocks
        : [
            { kind: 'spacer', heightMm: 30 },
            { kind: 'line', text: '名札にする人がいません。', align: 'center', size: 'normal' },
          ],
  }
}

/** Rows of a sheet, sheet after sheet: each begins at the top with its margin. */
export function sheetsOf(
  rows: readonly BoxRow[],
  perSheet: number,
  topMm: number,
  caption: string,
): readonly Block[] {
  const blocks: Block[] = []
  for (let first = 0; first < rows.length; first += perSheet) {
    if (first > 0) blocks.push({ kind: 'page-break' })
    const onSheet = rows.slice(first, first + perSheet)
    const margin: readonly BoxRow[] = topMm > 0 ? [{ heightMm: topMm, boxes: [] }] : []
    blocks.push({ kind: 'boxes', caption, rows: [...margin, ...onSheet] })
  }
  return blocks
}

const tag = { widthMm: 91, heightMm: 55, leftMm: 14, topMm: 11, abreast: 2, perSheet: 5 }

/** 名札: cards of a name card's size (91 × 55 mm), ten to a sheet, cut along the lines. */
export function nameTagsDocument(record: MeetingRecord): ReportDocument {
  const cards = cardsOf(record.meeting.roll)
  const rows: BoxRow[] = []
  for (let first = 0; first < cards.length; first += tag.abreast) {
    rows.push({
      heightMm: tag.heightMm,
      boxes: cards
        .slice(first, first + tag.abreast)
        .map((card, position) => tagBox(card, tag.leftMm + position * tag.widthMm)),
    })
  }
  return sheetOf(record, '名札', sheetsOf(rows, tag.perSheet, tag.topMm, '名札'))
}

function tagBox(card: Card, fromMm: number): Box {
  const widthMm = tag.widthMm - 8
  const line = (text: string, heightMm: number, most: number) =>
    text === '' ? [] : [{ text, points: fitPoints(text, { widthMm, heightMm, most, least: 5 }) }]
  return {
    fromMm,
    widthMm: tag.widthMm,
    border: 'cut',
    align: 'center',
    vertical: 'middle',
    upsideDown: false,
    lines: [...line(card.over, 14, 12), ...line(card.kana, 6, 10), ...line(card.name, 22, 30)],
  }
}

/** Half of a card: what stands, what is folded behind. A card is 148 mm high unfolded, two to a sheet. */
const tentHalfMm = 74
const tentWidthMm = 210

/** 卓上札: folded along the middle, the name to both sides, readable from the other end of the table. */
export function tableTentsDocument(record: MeetingRecord): ReportDocument {
  const rows = cardsOf(record.meeting.roll).flatMap((card): readonly BoxRow[] => [
    { heightMm: tentHalfMm, boxes: [tentBox(card, true)] },
    { heightMm: tentHalfMm, boxes: [tentBox(card, false)] },
  ])
  return sheetOf(record, '卓上札', sheetsOf(rows, 4, 0, '卓上札'))
}

function tentBox(card: Card, upsideDown: boolean): Box {
  const widthMm = tentWidthMm - 30
  return {
    fromMm: 0,
    widthMm: tentWidthMm,
    border: 'cut',
    align: 'center',
    vertical: 'middle',
    upsideDown,
    lines: [
      ...(card.over === ''
        ? []
        : [{ text: card.over, points: fitPoints(card.over, { widthMm, heightMm: 16, most: 20, least: 7 }) }]),
      { text: card.name, points: fitPoints(card.name, { widthMm, heightMm: 42, most: 72, least: 12 }) },
    ],
  }
}
