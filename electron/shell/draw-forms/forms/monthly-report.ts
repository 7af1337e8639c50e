import { blankRows, heads, heightsOf, type DrawnForm } from '../form-drawing.ts'
import {
  amount,
  title,
  field,
  plain,
  put,
  recognise,
  columns,
  mapping,
  letterHead,
  letterEntries,
} from './form-parts.ts'

const headings = ['資源開発', 'ネットワーク構築', 'ニーズと取組のマッチング', 'その他'] as const
export const count = { align: 'right', format: amount } as const
/** Kinds of activity that every office begins with; one that has more gets more rows. */
export const KINDS = 17
const DIARY = 12 + KINDS
/** As many as one page holds; a month that has more gets more rows. */
const DIARY_ROWS = 10
export const monthly: DrawnForm = {
  file: 'tsudoi-geppou',
  sheets: [
    {
      name: '月報',
      landscape: true,
      widths: [3, 6, 8, 9, 6, 10, 9, 20, 10, 12],
      heights: heightsOf([
        [5, 34],
        ...Array.from({ length: DIARY_ROWS }, (_, row) => [DIARY + row, 30] as const),
      ]),
      cells: [
        ...letterHead('J', 'H'),
        title('A5:J5', '生活支援コーディネーター活動報告書（月報）'),
        plain('A6:J6', '令和　　年　　月分', 'center'),
        { at: 'A8:D8', text: '活動の種類', head: true },
        { at: 'E8', text: '当月', head: true },
        { at: 'F8', text: '累計', head: true },
        ...Array.from({ length: KINDS }, (_, row) => [
          field(`A${String(9 + row)}:D${String(9 + row)}`),
          field(`E${String(9 + row)}`, count),
          field(`F${String(9 + row)}`, count),
        ]).flat(),
        field(`A${String(9 + KINDS)}:D${String(9 + KINDS)}`, { text: '合計', align: 'center', bold: true }),
        ...['E', 'F'].map((letter) =>
          field(`${letter}${String(9 + KINDS)}`, {
            ...count,
            formula: `SUM(${letter}9:${letter}${String(8 + KINDS)})`,
            bold: true,
          }),
        ),
        { at: 'H8', text: '区分', head: true },
        { at: 'I8', text: '当月', head: true },
        { at: 'J8', text: '累計', head: true },
        ...headings.flatMap((heading, row) => [
          field(`H${String(9 + row)}`, { text: heading }),
          field(`I${String(9 + row)}`, count),
          field(`J${String(9 + row)}`, count),
        ]),
        field('H14', { text: '従事日数（日）' }),
        field('I14', count),
        field('H15', { text: '従事時間（時間）' }),
        field('I15', { align: 'right', format: '#,##0.0' }),
        ...heads(DIARY - 1, [
          'No.',
          '月日',
          '時間',
          '場所',
          '方法',
          '相手先',
          '区分',
          '内容',
          '気づき',
          '次の対応・期限',
        ]),
        ...blankRows(DIARY, DIARY + DIARY_ROWS - 1, 10, {
          1: { align: 'center' },
          2: { format: 'm"月"d"日"', align: 'center' },
        }),
        ...Array.from({ length: DIARY_ROWS }, (_, row) => ({
          at: `A${String(DIARY + row)}`,
          formula: `IF(B${String(DIARY + row)}="","",ROW()-${String(DIARY - 1)})`,
          ruled: true,
          align: 'center' as const,
        })),
      ],
    },
  ],
  mapping: mapping('活動報告書（月報）', {
    kind: 'month',
    recognise: recognise('月報', 'A5', '活動報告書（月報）'),
    entries: [
      ...letterEntries('月報', 'H'),
      {
        sheet: '月報',
        cell: 'A6',
        label: '何月分か',
        blanks: ['{期間.年月|和暦.年}', '{期間.年月|和暦.月}'],
      },
      ...headings.flatMap((heading, row) => [
        put('月報', `I${String(9 + row)}`, `${heading}　当月`, `活動区分[${heading}].当月`),
        put('月報', `J${String(9 + row)}`, `${heading}　累計`, `活動区分[${heading}].累計`),
      ]),
      put('月報', 'I14', '従事日数', '活動.従事日数'),
      put('月報', 'I15', '従事時間', '活動.従事時間数'),
    ],
    blocks: [
      {
        sheet: '月報',
        firstRow: 9,
        lastRow: 8 + KINDS,
        label: '活動の種類',
        each: '活動件数',
        columns: columns({ A: '区分', E: '当月', F: '累計' }),
        whenTooMany: 'insert',
      },
      {
        sheet: '月報',
        firstRow: DIARY,
        lastRow: DIARY + DIARY_ROWS - 1,
        label: '活動の記録',
        each: '活動記録',
        columns: {
          ...columns({
            B: '月日',
            C: '時間帯',
            D: '場所',
            E: '方法',
            F: '相手先',
            G: '区分',
            H: '内容',
            I: '気づき',
          }),
          J: { template: '{次の対応}　{次の対応の期限|和暦短}', optional: true },
        },
        whenTooMany: 'insert',
      },
    ],
  }),
}
