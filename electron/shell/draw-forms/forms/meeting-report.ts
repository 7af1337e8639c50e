import { blankRows, heads, heightsOf, type DrawnForm } from '../form-drawing.ts'
import {
  title,
  head,
  field,
  write,
  recognise,
  columns,
  mapping,
  letterHead,
  letterEntries,
} from './form-parts.ts'

const reportRows: readonly (readonly [string, string, number])[] = [
  ['会議名', '{会議.会議名}', 24],
  ['回次', '{会議.年度|年度}　第{会議.回}回', 24],
  ['日時', '{会議.開催日|和暦（曜日）}　{会議.開始|午後}から{会議.終了|午後}まで', 24],
  ['場所', '{会議.場所}', 24],
  ['開催方法', '{会議.開催方法}', 24],
  ['出席者数', '委員{出欠.委員定数}名中　{出欠.委員出席}名出席', 24],
  ['議題', '{会議.議題一覧}', 84],
  ['協議の概要', '{会議.協議の概要}', 90],
]

export const meetingReport: DrawnForm = {
  file: 'tsudoi-kaisai-houkokusho',
  sheets: [
    {
      name: '開催報告書',
      widths: [7, 7, 6, 6, 10, 7],
      heights: heightsOf([
        [6, 34],
        ...reportRows.map(([, , height], row) => [8 + row, height] as const),
        ...[18, 19, 20, 21, 24, 25, 26, 27].map((row) => [row, 27] as const),
      ]),
      cells: [
        ...letterHead('F', 'D'),
        title('A6:F6', '協議体開催報告書'),
        ...reportRows.flatMap(([label], row) => [
          head(`A${String(8 + row)}`, label),
          field(`B${String(8 + row)}:F${String(8 + row)}`, row > 5 ? { vertical: 'top' } : {}),
        ]),
        { at: 'A17', text: '番号', head: true },
        { at: 'B17:F17', text: '決定事項', head: true },
        ...[18, 19, 20, 21].flatMap((row) => [
          field(`A${String(row)}`, { align: 'center' }),
          field(`B${String(row)}:F${String(row)}`),
        ]),
        { at: 'A23:D23', text: '今後の取組', head: true },
        { at: 'E23', text: '担当', head: true },
        { at: 'F23', text: '期限', head: true },
        ...[24, 25, 26, 27].flatMap((row) => [
          field(`A${String(row)}:D${String(row)}`),
          field(`E${String(row)}`),
          field(`F${String(row)}`),
        ]),
        head('A29', '次回'),
        field('B29:F29'),
        head('A30', '報告者'),
        field('B30:F30'),
      ],
    },
    {
      name: '出席者名簿',
      widths: [3, 16, 10, 10, 6],
      head: '3:3',
      cells: [
        title('A1:E1', '出席者名簿'),
        ...heads(3, ['No.', '団体名', '役職', '氏名', '備考']),
        ...blankRows(4, 28, 5, { 1: { align: 'center' } }),
        ...Array.from({ length: 25 }, (_, row) => ({
          at: `A${String(4 + row)}`,
          formula: `IF(D${String(4 + row)}="","",ROW()-3)`,
          ruled: true,
          align: 'center' as const,
        })),
      ],
    },
  ],
  mapping: mapping('協議体開催報告書', {
    recognise: [
      ...recognise('開催報告書', 'A6', '協議体開催報告書'),
      ...recognise('開催報告書', 'A23', '今後の取組'),
      ...recognise('出席者名簿', 'A1', '出席者名簿'),
    ],
    entries: [
      ...letterEntries('開催報告書', 'D'),
      ...reportRows.map(([label, template], row) =>
        write('開催報告書', `B${String(8 + row)}`, label, template),
      ),
      write('開催報告書', 'B29', '次回', '{会議.次回開催日|和暦（曜日）}　{会議.次回場所}', {
        optional: true,
      }),
      write('開催報告書', 'B30', '報告者', '{事務局.担当者}　電話　{事務局.電話}', { optional: true }),
    ],
    blocks: [
      {
        sheet: '開催報告書',
        firstRow: 18,
        lastRow: 21,
        label: '決定事項',
        each: '決定事項',
        columns: columns({ A: '番号', B: '内容' }),
        whenTooMany: 'insert',
      },
      {
        sheet: '開催報告書',
        firstRow: 24,
        lastRow: 27,
        label: '今後の取組',
        each: '取組',
        columns: columns({ A: '内容', E: '担当', F: '期限' }, { F: '和暦短' }),
        whenTooMany: 'insert',
      },
      {
        sheet: '出席者名簿',
        firstRow: 4,
        lastRow: 28,
        label: '出席者',
        each: '出席者',
        columns: columns({ B: '団体名', C: '役職', D: '氏名', E: '備考' }),
        whenTooMany: 'insert',
      },
    ],
  }),
}
