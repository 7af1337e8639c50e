import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type GapCell, gapStateNames, type GapTable } from '#shared/domain/help-gap.ts'
import { helpKindName, type HelpKindRow } from '#shared/domain/help-kinds.ts'
import { type Sector, sectorNames } from '#shared/domain/sectors.ts'
import { emptyFooter, type ReportDocument } from '../report-document.ts'
import { paperDate } from './paper-text.ts'

/** ある（2）, 足りない（課題3）: what stands in a cell, and how much is behind it. */
export function gapCellText(cell: GapCell): string {
  const { state, needIds, resourceIds, developmentIds } = cell
  switch (state) {
    case 'none':
      return ''
    case 'there':
      return `ある（${String(resourceIds.length)}）${needIds.length === 0 ? '' : `　課題${String(needIds.length)}`}`
    case 'growing':
      return `進行中（${String(developmentIds.length)}）${needIds.length === 0 ? '' : `　課題${String(needIds.length)}`}`
    case 'missing':
      return `${gapStateNames.missing}（課題${String(needIds.length)}）`
  }
}

/** 資源の過不足表: kinds of help × areas, for one sector or all. */
export function gapTableDocument(
  table: GapTable,
  sector: Sector | null,
  today: CalendarDate,
  kinds: readonly HelpKindRow[],
): ReportDocument {
  const width = Math.min(60, 210 / table.areas.length)
  return {
    name: '資源の過不足表',
    title: `資源の過不足表${sector === null ? '' : `（${sectorNames[sector]}）`}`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, pageNumbers: true },
    blocks: [
      {
        kind: 'title',
        above: sector === null ? 'すべての分野' : sectorNames[sector],
        text: '資源の過不足表',
      },
      { kind: 'line', text: `${paperDate(today)}現在`, align: 'end', size: 'small' },
      {
        kind: 'table',
        caption: '資源の過不足表',
        columns: [
          { heading: '分類', widthMm: 50, align: 'start' },
          ...table.areas.map((area) => ({
            heading: area === '' ? '全域' : area,
            widthMm: width,
            align: 'start' as const,
          })),
        ],
        rows: table.rows.map((row) => ({
          kind: 'cells',
          cells: [
            { text: helpKindName(kinds, row.kind) },
            ...row.cells.map((cell) => ({ text: gapCellText(cell) })),
          ],
        })),
        minRowHeightMm: 8,
      },
      ...(table.unsorted === 0
        ? []
        : [
            {
              kind: 'paragraph',
              label: '※',
              text: `分類をまだ決めていないものが${String(table.unsorted)}件あり、この表には入っていません。`,
              strong: false,
            } as const,
          ]),
    ],
  }
}
