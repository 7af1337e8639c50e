import type { TableBlock, TableColumn, TableRow } from '../report-document.ts'
import { escapeHtml, htmlLines, lengthOf } from './html-text.ts'

/**
 * A ruled table. Column widths are shares of the whole in `<col width>`, which is markup and not style; the
 * head is repeated on each page by Chromium, since it is a `<thead>`.
 */
export function tableHtml({ caption, columns, rows, minRowHeightMm }: TableBlock): string {
  const whole = columns.reduce((sum, column) => sum + column.widthMm, 0)
  const cols = columns.map((column) => `<col width="${((column.widthMm / whole) * 100).toFixed(3)}%">`)
  const heads = columns.map((column) => `<th scope="col">${htmlLines(column.heading)}</th>`)
  const body = rows.map((row) => rowHtml(row, columns, minRowHeightMm))
  return `<table class="grid"><caption>${escapeHtml(caption)}</caption><colgroup>${cols.join('')}</colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table>`
}

function rowHtml(row: TableRow, columns: readonly TableColumn[], heightMm: number): string {
  if (row.kind === 'section') {
    return `<tr class="section"><th colspan="${String(columns.length)}" scope="rowgroup">${htmlLines(row.text)}</th></tr>`
  }
  const cells = columns.map(
    (column, position) => `<td class="${column.align}">${htmlLines(row.cells[position]?.text ?? '')}</td>`,
  )
  return `<tr ${lengthOf('height', heightMm, 'mm')}>${cells.join('')}</tr>`
}
