import { blankRows, heads, heightsOf, type DrawnForm } from '../form-drawing.ts'
import { title, plain, write, recognise, columns, mapping } from './form-parts.ts'

/** A table of one list on one sheet: title, what it is of, heads, rows. */
function listForm(given: {
  readonly file: string
  readonly name: string
  readonly above: string
  readonly each: string
  readonly columns: readonly (readonly [heading: string, widthEm: number, field: string, format?: string])[]
  readonly rows: number
  readonly rowHeight: number
  readonly landscape: boolean
  readonly size?: 'A4' | 'A3'
}): DrawnForm {
  const { file, name, above, each, rows, rowHeight, landscape, size = 'A4' } = given
  const all = [['No.', 2.5, ''] as const, ...given.columns]
  const last = String.fromCharCode(64 + all.length)
  const letter = (position: number): string => String.fromCharCode(65 + position)
  return {
    file,
    sheets: [
      {
        name,
        landscape,
        size,
        widths: all.map(([, width]) => width),
        head: '4:4',
        heights: heightsOf([
          [1, 34],
          [4, 26],
          ...Array.from({ length: rows }, (_, row) => [5 + row, rowHeight] as const),
        ]),
        cells: [
          title(`A1:${last}1`, name),
          plain(`A2:${last}2`, '', 'center'),
          ...heads(
            4,
            all.map(([heading]) => heading),
          ),
          ...blankRows(5, 4 + rows, all.length, { 1: { align: 'center' } }),
          ...Array.from({ length: rows }, (_, row) => ({
            at: `A${String(5 + row)}`,
            formula: `IF(COUNTA(B${String(5 + row)}:${last}${String(5 + row)})=0,"",ROW()-4)`,
            ruled: true,
            align: 'center' as const,
          })),
        ],
      },
    ],
    mapping: mapping(name, {
      recognise: [...recognise(name, 'A1', name), ...recognise(name, 'A4', 'No.')],
      entries: [write(name, 'A2', '何の表か', above)],
      blocks: [
        {
          sheet: name,
          firstRow: 5,
          lastRow: 4 + rows,
          label: name,
          each,
          columns: columns(
            Object.fromEntries(
              given.columns.flatMap(([, , path], position) =>
                path === '' ? [] : [[letter(position + 1), path]],
              ),
            ),
            Object.fromEntries(
              given.columns.flatMap(([, , , format], position) =>
                format === undefined ? [] : [[letter(position + 1), format]],
              ),
            ),
          ),
          whenTooMany: 'insert',
        },
      ],
    }),
  }
}

export const signInSheet = listForm({
  file: 'tsudoi-shussekibo',
  name: '出席簿',
  above: '{会議.会議名}　第{会議.回}回　{会議.開催日|和暦（曜日）}　{会議.場所}',
  each: '出欠簿',
  columns: [
    ['役', 8.5, '役'],
    ['団体名', 13, '団体名'],
    ['役職', 8, '役職'],
    ['氏名', 9, '氏名'],
    ['署名', 11, ''],
    ['備考', 6, ''],
  ],
  rows: 24,
  rowHeight: 30,
  landscape: false,
})

export const roster = listForm({
  file: 'tsudoi-iin-meibo',
  name: '委員名簿',
  above: '{協議体.名称}　（敬称略）',
  each: '委員',
  columns: [
    ['区分', 8, '区分'],
    ['団体名', 15, '団体名'],
    ['役職', 11, '役職'],
    ['氏名', 9, '氏名'],
    ['ふりがな', 10, 'ふりがな'],
    ['役', 8.5, '役'],
    ['任期の始め', 9, '任期開始', '和暦短'],
    ['任期の終わり', 9, '任期終了', '和暦短'],
    ['新再', 4, '新任再任'],
  ],
  rows: 18,
  rowHeight: 28,
  landscape: true,
})

export const resources = listForm({
  file: 'tsudoi-chiiki-shigen',
  name: '地域資源一覧',
  above: '{提出.提出日|和暦}現在',
  each: '地域資源',
  columns: [
    ['圏域', 5, '圏域'],
    ['分類', 7, '分類'],
    ['名称', 11, '名称'],
    ['運営主体', 9, '運営主体'],
    ['窓口', 11, '窓口'],
    ['場所', 9, '場所'],
    ['開催日・頻度', 9, '開催'],
    ['対象', 7, '対象'],
    ['内容', 14, '内容'],
    ['費用', 5, '費用'],
    ['定員', 4, '定員'],
    ['担い手', 7, '担い手'],
    ['移動手段', 6, '移動手段'],
    ['申込み', 6, '申込み'],
    ['公開', 5, '公開'],
    ['確認日', 6, '確認日', '和暦短'],
  ],
  rows: 30,
  rowHeight: 30,
  landscape: true,
  size: 'A3',
})
