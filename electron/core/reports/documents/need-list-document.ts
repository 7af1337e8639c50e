import type { NeedDetail } from '#shared/contract/need-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { helpKindName, type HelpKindRow } from '#shared/domain/help-kinds.ts'
import { needSourceNames, needStatusNames, passWords } from '#shared/domain/need.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { emptyFooter, type ReportDocument, type TableColumn } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

interface Column extends TableColumn {
  readonly textOf: (need: NeedDetail) => string
}

const short = (date: CalendarDate): string => formatWareki(date, 'short')

function column(heading: string, widthMm: number, textOf: (need: NeedDetail) => string): Column {
  return { heading, widthMm, align: 'start', textOf }
}

function passText(need: NeedDetail): string {
  return need.passes
    .map((pass) => {
      const gone = `${short(pass.passedOn)} ${passWords(pass.fromLayer, pass.toLayer)}`
      return pass.answeredOn === null
        ? `${gone}（答え待ち）`
        : `${gone}\n${short(pass.answeredOn)} 答え：${pass.answer}`
    })
    .join('\n')
}

/** The columns of a 地域課題一覧 after its number. */
const columnsOf = (kinds: readonly HelpKindRow[]): readonly Column[] => [
  column('把握日', 18, (need) => short(need.notedOn)),
  column('圏域', 20, (need) => (need.areaName === '' ? '全域' : need.areaName)),
  column('経路', 20, (need) => needSourceNames[need.source]),
  column('課題', 72, (need) => need.text),
  column('対象', 20, (need) => need.sectors.map((sector) => sectorShortNames[sector]).join('・')),
  column('分類', 24, (need) => helpKindName(kinds, need.kind)),
  column('既存の資源', 30, (need) => need.existingHelp),
  column('協議した会議', 34, (need) =>
    need.meetings.map((meeting) => `${short(meeting.heldOn)} 第${String(meeting.number)}回`).join('\n'),
  ),
  column('対応', 34, (need) => need.response),
  column('主体', 24, (need) => need.owner),
  column('期限', 18, (need) => (need.dueOn === null ? '' : short(need.dueOn))),
  column('状況', 24, (need) =>
    [needStatusNames[need.status], need.closedBecause].filter((text) => text !== '').join('\n'),
  ),
  column('ほかの層へ', 42, passText),
]

/** 地域課題一覧: anonymous, as the needs themselves are. */
export function needListDocument(
  needs: readonly NeedDetail[],
  councilName: string,
  today: CalendarDate,
  kinds: readonly HelpKindRow[],
): ReportDocument {
  const columns = columnsOf(kinds)
  return {
    name: '地域課題一覧',
    title: `地域課題一覧（${councilName}）`,
    paper: { size: 'A3', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: councilName, pageNumbers: true },
    blocks: [
      { kind: 'title', above: councilName, text: '地域課題一覧' },
      { kind: 'line', text: `${paperDate(today)}現在`, align: 'end', size: 'small' },
      {
        kind: 'table',
        caption: '地域課題一覧',
        columns: [
          { heading: 'No.', widthMm: 10, align: 'center' },
          ...columns.map(({ heading, widthMm, align }) => ({ heading, widthMm, align })),
        ],
        rows: needs.map((need, position) => ({
          kind: 'cells',
          cells: [
            { text: String(position + 1), number: position + 1 },
            ...columns.map(({ textOf }) => ({ text: textOf(need) })),
          ],
        })),
        minRowHeightMm: 9,
      },
    ],
  }
}
