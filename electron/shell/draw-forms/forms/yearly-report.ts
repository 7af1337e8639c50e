import { blankRows, heads, heightsOf, type DrawnForm } from '../form-drawing.ts'
import {
  amount,
  title,
  head,
  field,
  plain,
  write,
  put,
  recognise,
  columns,
  mapping,
  letterHead,
  letterEntries,
} from './form-parts.ts'
import { count, KINDS } from './monthly-report.ts'

const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月']
const yearColumns = ['会議回数', '延べ出席者数', '決定件数', '傍聴者数', '課題把握件数', '資源創出件数']
export const yearly: DrawnForm = {
  file: 'tsudoi-jisseki-houkokusho',
  sheets: [
    {
      name: '鑑',
      widths: [6, 7, 7, 7, 7, 7],
      heights: { 7: 34, 9: 96 },
      cells: [
        plain('A1:F1', '第　　　　　号', 'right'),
        ...letterHead('F', 'D', 2),
        title('A7:F7', '実績報告書'),
        {
          at: 'A9:F9',
          text: '　　年　　月　　日付けで契約を結んだ生活支援体制整備事業について、別紙のとおり実施しましたので報告します。',
          vertical: 'middle',
        },
        head('A11', '協議体'),
        field('B11:F11'),
        head('A12', '年度'),
        field('B12:F12'),
        head('A13', '契約額'),
        field('B13:F13', { format: '#,##0"円"', align: 'right' }),
        head('A14', '執行額'),
        field('B14:F14', { format: '#,##0"円"', align: 'right' }),
        head('A15', '残額'),
        field('B15:F15', {
          formula: 'IF(B13="","",B13-B14)',
          format: '#,##0"円";"△"#,##0"円"',
          align: 'right',
        }),
        head('A16', '添付書類'),
        field('B16:F16', { text: '別紙１　会議と活動の実績、別紙２　地域資源の開発、別紙３　活動件数' }),
      ],
    },
    {
      name: '別紙１',
      widths: [9, 7, 8, 7, 7, 8, 8],
      heights: { 1: 34, 19: 120 },
      cells: [
        title('A1:G1', '別紙１　会議と活動の実績'),
        plain('A2:G2', '', 'center'),
        ...heads(4, ['月', ...yearColumns]),
        ...blankRows(
          5,
          16,
          7,
          Object.fromEntries(yearColumns.map((_, at) => [at + 2, { align: 'right', format: amount }])),
        ),
        ...months.map((month, row) => field(`A${String(5 + row)}`, { text: month, align: 'center' })),
        field('A17', { text: '合計', align: 'center', bold: true }),
        ...yearColumns.map((_, at) => {
          const letter = String.fromCharCode(66 + at)
          return field(`${letter}17`, {
            formula: `SUM(${letter}5:${letter}16)`,
            align: 'right',
            format: amount,
            bold: true,
          })
        }),
        { at: 'A19', text: '残った課題', head: true },
        field('B19:G19', { vertical: 'top' }),
      ],
    },
    {
      name: '別紙２',
      landscape: true,
      widths: [3, 13, 9, 6, 8, 20, 12, 12],
      heights: heightsOf([[1, 34], ...Array.from({ length: 20 }, (_, row) => [4 + row, 30] as const)]),
      head: '3:3',
      cells: [
        title('A1:H1', '別紙２　地域資源の開発'),
        ...heads(3, ['No.', '名称', '分類', '圏域', '段階', 'もとの課題', 'できた資源', '担い手']),
        ...blankRows(4, 23, 8, { 1: { align: 'center' } }),
        ...Array.from({ length: 20 }, (_, row) => ({
          at: `A${String(4 + row)}`,
          formula: `IF(B${String(4 + row)}="","",ROW()-3)`,
          ruled: true,
          align: 'center' as const,
        })),
      ],
    },
    {
      name: '別紙３',
      landscape: true,
      widths: [16, 3, ...months.map(() => 3.5), 4.5],
      heights: { 1: 34 },
      head: '3:3',
      cells: [
        title('A1:O1', '別紙３　コーディネーターの活動件数'),
        ...heads(3, ['活動の種類', '単位', ...months, '合計']),
        ...blankRows(4, 3 + KINDS, 15, Object.fromEntries(months.map((_, at) => [at + 3, count]))),
        ...Array.from({ length: KINDS }, (_, row) =>
          field(`O${String(4 + row)}`, {
            ...count,
            formula: `SUM(C${String(4 + row)}:N${String(4 + row)})`,
          }),
        ),
        field(`A${String(4 + KINDS)}:B${String(4 + KINDS)}`, { text: '合計', align: 'center', bold: true }),
        ...Array.from({ length: 13 }, (_, at) => {
          const letter = String.fromCharCode(67 + at)
          return field(`${letter}${String(4 + KINDS)}`, {
            ...count,
            formula: `SUM(${letter}4:${letter}${String(3 + KINDS)})`,
            bold: true,
          })
        }),
      ],
    },
  ],
  mapping: mapping('実績報告書', {
    kind: 'year',
    recognise: [...recognise('鑑', 'A7', '実績報告書'), ...recognise('別紙１', 'A1', '会議と活動の実績')],
    entries: [
      ...letterEntries('鑑', 'D', 2),
      write('鑑', 'B11', '協議体', '{協議体.名称}'),
      write('鑑', 'B12', '年度', '{期間.年度|年度}'),
      put('鑑', 'B14', '執行額', '収支.支出決算額'),
      write('別紙１', 'A2', '何の実績か', '{期間.年度|年度}　{協議体.名称}'),
    ],
    blocks: [
      {
        sheet: '別紙１',
        firstRow: 5,
        lastRow: 16,
        label: '月別',
        each: '月別',
        columns: columns(
          Object.fromEntries(yearColumns.map((name, at) => [String.fromCharCode(66 + at), name])),
        ),
        // The thirteenth is the year's total, which the form sums up itself.
        whenTooMany: 'stop',
      },
      {
        sheet: '別紙２',
        firstRow: 4,
        lastRow: 23,
        label: '資源開発',
        each: '資源開発',
        columns: columns({
          B: '名称',
          C: '分類',
          D: '圏域',
          E: '段階',
          F: 'もとの課題',
          G: 'できた資源',
          H: '担い手',
        }),
        whenTooMany: 'insert',
      },
      {
        sheet: '別紙３',
        firstRow: 4,
        lastRow: 3 + KINDS,
        label: '活動件数',
        each: '活動件数',
        columns: columns({
          A: '区分',
          B: '単位',
          ...Object.fromEntries(months.map((month, at) => [String.fromCharCode(67 + at), month])),
        }),
        whenTooMany: 'insert',
      },
    ],
  }),
}
