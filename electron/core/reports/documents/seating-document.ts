import { type SeatingLayout, seatingLayoutNames } from '#shared/contract/paper-operations.ts'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import type { Box, BoxRow, ReportDocument } from '../report-document.ts'
import { innerWidthMm, marginsMm, paperSizeMm } from '../report-document.ts'
import { fitPoints } from '../report-text.ts'
import type { MeetingRecord } from './meeting-record.ts'
import { documentTitle, meetingLine, whenAndWhere } from './paper-text.ts'
import { type MovedSeats, type SeatedRoom, seatPeople } from './seating-places.ts'

const paper = { size: 'A4', orientation: 'landscape', margins: 'table' } as const
/** Title, day and place, and the line at the door take this much of the height. */
const headMm = 52
const lowestMm = 9
const tallestMm = 19
const widestMm = 44
const gapMm = 2

/** 席次表: the room from above, the chair in front. A proxy that is known sits there under their own name. */
export function seatingDocument(
  { meeting }: MeetingRecord,
  layout: SeatingLayout,
  moved: MovedSeats = new Map(),
): ReportDocument {
  const room = seatPeople(meeting.roll, layout, moved)
  const rows = deskRows(room)
  return {
    name: '席次表',
    title: documentTitle(meeting, '席次表'),
    paper,
    font: 'gothic',
    textSize: 'normal',
    footer: { left: `${meetingLine(meeting)}　${seatingLayoutNames[layout]}`, right: '', pageNumbers: false },
    blocks: [
      { kind: 'title', above: meetingLine(meeting), text: '席　次　表' },
      { kind: 'facts', ruled: false, labelWidthMm: 12, facts: whenAndWhere(meeting) },
      { kind: 'line', text: '（敬称略）', align: 'end', size: 'small' },
      ...(rows.length === 0
        ? [
            {
              kind: 'line',
              text: '席に着く人が、まだ記録されていません。',
              align: 'center',
              size: 'normal',
            } as const,
          ]
        : [{ kind: 'boxes', caption: '席次表', rows } as const]),
      { kind: 'spacer', heightMm: 2 },
      { kind: 'line', text: '（入口側）', align: 'center', size: 'small' },
    ],
  }
}

/** Free desks are not drawn: nobody looks for a name there. */
function deskRows({ columns, desks }: SeatedRoom): readonly BoxRow[] {
  const places = desks.flatMap(({ line, ...desk }) => (line === null ? [] : [{ ...desk, line }]))
  const rows = Math.max(0, ...places.map(({ row }) => row + 1))
  const margins = marginsMm[paper.margins]
  const roomMm = paperSizeMm(paper).height - margins.top - margins.bottom - headMm
  const pitchMm = Math.min(tallestMm, Math.max(lowestMm, roomMm / Math.max(1, rows)))
  const widthMm = innerWidthMm(paper)
  const deskMm = Math.min(widestMm, widthMm / Math.max(1, columns))
  const leftMm = (widthMm - deskMm * columns) / 2
  // Half rows (the aisles between islands) become rows of their own height.
  const heights = [...new Set(places.map((place) => place.row))].sort((first, second) => first - second)
  const drawn: BoxRow[] = []
  let at = 0
  for (const row of heights) {
    const gap = (row - at) * pitchMm
    if (gap > 0.5) drawn.push({ heightMm: gap, boxes: [] })
    drawn.push({
      heightMm: pitchMm,
      boxes: places
        .filter((place) => place.row === row)
        .map((place) => deskBox(place.line, leftMm + place.column * deskMm, deskMm, pitchMm)),
    })
    at = row + 1
  }
  return drawn
}

function deskBox(line: Attendance, fromMm: number, deskMm: number, pitchMm: number): Box {
  const name = line.reply === 'proxy' && line.proxyName !== '' ? `${line.proxyName}（代理）` : line.name
  const inside = deskMm - gapMm - 4
  const over = line.organizationName === '' ? line.post : line.organizationName
  const nameRoom = { widthMm: inside, heightMm: (pitchMm - 2) * (over === '' ? 1 : 0.5) }
  return {
    fromMm: fromMm + gapMm / 2,
    widthMm: deskMm - gapMm,
    border: 'thin',
    align: 'center',
    vertical: 'middle',
    upsideDown: false,
    lines: [
      ...(over === ''
        ? []
        : [
            {
              text: over,
              points: fitPoints(over, {
                widthMm: inside,
                heightMm: (pitchMm - 2) * 0.48,
                most: 7.5,
                least: 5.5,
              }),
            },
          ]),
      { text: name, points: fitPoints(name, { ...nameRoom, most: 12, least: 4.5 }) },
    ],
  }
}
