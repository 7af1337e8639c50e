import { blankRows, type DrawnCell, type DrawnForm, heads, heightsOf } from './form-drawing.ts'

/** The forms that come with the program. What is written where stands in the mapping beside each. */

const amount = '#,##0;"△"#,##0'
/** Nothing where there is nothing to tell. */
const amountOrNothing = '#,##0;"△"#,##0;'
const day = '[$-411]ggge"年"m"月"d"日"'
const title = (at: string, text: string): DrawnCell => ({ at, text, align: 'center', size: 16, bold: true })
const head = (at: string, text: string): DrawnCell => ({ at, text, head: true, align: 'distributed' })
const field = (at: string, more: Partial<DrawnCell> = {}): DrawnCell => ({ at, ruled: true, ...more })
const plain = (at: string, text = '', align: DrawnCell['align'] = 'left'): DrawnCell => ({ at, text, align })

interface Entry {
  readonly [key: string]: unknown
}
const write = (sheet: string, cell: string, label: string, template: string, more: Entry = {}) => ({
  sheet,
  cell,
  label,
  template,
  ...more,
})
/** A value as it is: a number stays a number. */
const put = (sheet: string, cell: string, label: string, path: string, more: Entry = {}) => ({
  sheet,
  cell,
  label,
  field: path,
  optional: true,
  ...more,
})
const recognise = (sheet: string, cell: string, contains: string) => [{ sheet, cell, contains }]
const columns = (fields: Readonly<Record<string, string>>, formats: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(fields).map(([column, name]) => [
      column,
      {
        field: name,
        optional: true,
        ...(formats[column] === undefined ? {} : { format: formats[column] }),
      },
    ]),
  )
const mapping = (name: string, more: Entry) => ({ version: 1, name, kind: 'meeting', blocks: [], ...more })
/** Date at the right, addressee, sender: the head of whatever is handed in. */
const letterHead = (last: string, sender: string): readonly DrawnCell[] => [
  plain(`A1:${last}1`, '', 'right'),
  plain(`A2:${sender}2`),
  plain(`${sender}3:${last}3`, '', 'right'),
  plain(`${sender}4:${last}4`, '', 'right'),
]
const letterEntries = (sheet: string, sender: string) => [
  write(sheet, 'A1', '提出日', '{提出.提出日|和暦}'),
  write(sheet, 'A2', '宛先', '{提出.宛先|様}'),
  write(sheet, `${sender}3`, '事務局', '{事務局.名称}'),
  write(sheet, `${sender}4`, '代表者', '{事務局.代表者職氏名}', { optional: true }),
]

const reportRows: readonly (readonly [string, string, number])[] = [
  ['会議名', '{会議.会議名}', 24],
  ['回次', '{会議.年度|年度}　第{会議.回}回', 24],
  ['日時', '{会議.開催日|和暦（曜日）}　{会議.開始|午後}から{会議.終了|午後}まで', 24],
  ['場所', '{会議.場所}', 24],
  ['開催方法', '{会議.開催方法}', 24],
  ['出席者数', '委員{出欠.委員定数}名中　{出欠.委員出席}名出席', 24],
  ['議題', '{会議.議題一覧}', 96],
  ['協議の概要', '{会議.協議の概要}', 120],
]

const meetingReport: DrawnForm = {
  file: 'tsudoi-kaisai-houkokusho',
  sheets: [
    {
      name: '開催報告書',
      widths: [7, 7, 7, 7, 7, 7],
      heights: heightsOf([
        [6, 34],
        ...reportRows.map(([, , height], row) => [8 + row, height] as const),
        [24, 24],
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

const signInSheet = listForm({
  file: 'tsudoi-shussekibo',
  name: '出席簿',
  above: '{会議.会議名}　第{会議.回}回　{会議.開催日|和暦（曜日）}　{会議.場所}',
  each: '出欠簿',
  columns: [
    ['役', 5, '役'],
    ['団体名', 13, '団体名'],
    ['役職', 8, '役職'],
    ['氏名', 9, '氏名'],
    ['署名', 12, ''],
    ['備考', 6, ''],
  ],
  rows: 24,
  rowHeight: 30,
  landscape: false,
})

const roster = listForm({
  file: 'tsudoi-iin-meibo',
  name: '委員名簿',
  above: '{協議体.名称}　（敬称略）',
  each: '委員',
  columns: [
    ['区分', 10, '区分'],
    ['団体名', 15, '団体名'],
    ['役職', 8, '役職'],
    ['氏名', 9, '氏名'],
    ['ふりがな', 10, 'ふりがな'],
    ['役', 5, '役'],
    ['任期の始め', 9, '任期開始', '和暦短'],
    ['任期の終わり', 9, '任期終了', '和暦短'],
    ['新再', 4, '新任再任'],
  ],
  rows: 24,
  rowHeight: 24,
  landscape: true,
})

const resources = listForm({
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

const headings = ['資源開発', 'ネットワーク構築', 'ニーズと取組のマッチング', 'その他'] as const
const count = { align: 'right', format: amount } as const
/** Kinds of activity that every office begins with; one that has more gets more rows. */
const KINDS = 17
const DIARY = 12 + KINDS
const DIARY_ROWS = 20
const monthly: DrawnForm = {
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

const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月']
const yearColumns = ['会議回数', '延べ出席者数', '決定件数', '傍聴者数', '課題把握件数', '資源創出件数']
const yearly: DrawnForm = {
  file: 'tsudoi-jisseki-houkokusho',
  sheets: [
    {
      name: '鑑',
      widths: [6, 7, 7, 7, 7, 7],
      heights: { 7: 34, 9: 96 },
      cells: [
        ...letterHead('F', 'D'),
        plain('A5:B5', '文書番号'),
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
        field('B15:F15', { formula: 'B13-B14', format: '#,##0"円";"△"#,##0"円"', align: 'right' }),
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
      widths: [3, 14, 9, 7, 9, 14, 12, 12],
      heights: { 1: 34 },
      head: '3:3',
      cells: [
        title('A1:H1', '別紙２　地域資源の開発'),
        ...heads(3, ['No.', '名称', '分類', '圏域', '段階', 'もとの課題', 'できた資源', '担い手']),
        ...blankRows(4, 23, 8, { 1: { align: 'center' } }),
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
      ...letterEntries('鑑', 'D'),
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

/** Income and expense, each with its sum, and what remains. */
function moneyRows(first: number, last: number, label: string): readonly DrawnCell[] {
  const money = { align: 'right', format: amount } as const
  const rows = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const sum = String(last + 1)
  return [
    { at: `A${String(first - 1)}:E${String(first - 1)}`, text: label, align: 'left', bold: true },
    ...rows.flatMap((row) => [
      field(`A${String(row)}`),
      field(`B${String(row)}`, money),
      field(`C${String(row)}`, money),
      field(`D${String(row)}`, {
        ...money,
        format: amountOrNothing,
        formula: `C${String(row)}-B${String(row)}`,
      }),
      field(`E${String(row)}`),
    ]),
    field(`A${sum}`, { text: `${label}の合計`, bold: true }),
    ...['B', 'C', 'D'].map((letter) =>
      field(`${letter}${sum}`, {
        ...money,
        bold: true,
        formula: `SUM(${letter}${String(first)}:${letter}${String(last)})`,
      }),
    ),
    field(`E${sum}`),
  ]
}

const money: DrawnForm = {
  file: 'tsudoi-shuushi',
  sheets: [
    {
      name: '収支予算書・決算書',
      widths: [14, 8, 8, 8, 14],
      heights: { 1: 34 },
      cells: [
        title('A1:E1', '収支予算書・収支決算書'),
        plain('A2:E2', '', 'center'),
        plain('A3:E3', '（単位：円）', 'right'),
        ...heads(4, ['科目', '予算額', '決算額', '増減（△）', '備考']),
        ...moneyRows(6, 11, '収入'),
        ...moneyRows(15, 24, '支出'),
        field('A27', { text: '差引（収入－支出）', bold: true }),
        ...['B', 'C', 'D'].map((letter) =>
          field(`${letter}27`, {
            formula: `${letter}12-${letter}25`,
            align: 'right',
            format: amount,
            bold: true,
          }),
        ),
        field('E27'),
      ],
    },
  ],
  mapping: mapping('収支予算書・収支決算書', {
    kind: 'year',
    recognise: recognise('収支予算書・決算書', 'A1', '収支予算書・収支決算書'),
    entries: [write('収支予算書・決算書', 'A2', '何の収支か', '{期間.年度|年度}　{事務局.名称}')],
    blocks: [[6, 11, '収入'] as const, [15, 24, '支出'] as const].map(([firstRow, lastRow, side]) => ({
      sheet: '収支予算書・決算書',
      firstRow,
      lastRow,
      label: side,
      each: side,
      columns: columns({ A: '科目', B: '予算額', C: '決算額', E: '備考' }),
      whenTooMany: 'insert',
    })),
  }),
}

const payments: DrawnForm = {
  file: 'tsudoi-shiharai-chousho',
  sheets: [
    {
      name: '支払調書',
      landscape: true,
      widths: [2.5, 8, 13, 14, 8, 5.5, 5.5, 5.5, 6, 12, 6, 8],
      heights: heightsOf([
        [1, 34],
        [4, 30],
        ...Array.from({ length: 16 }, (_, row) => [5 + row, 30] as const),
      ]),
      head: '4:4',
      cells: [
        title('A1:L1', '謝金・費用弁償　支払調書'),
        plain('A2:H2'),
        plain('I2:L2', '', 'right'),
        ...heads(4, [
          'No.',
          '氏名',
          '団体・役職',
          '住所',
          '出席日',
          '単価',
          '支給額',
          '源泉徴収税額',
          '差引支給額',
          '振込先',
          '受領印',
          '備考',
        ]),
        ...blankRows(5, 19, 12, {
          1: { align: 'center' },
          5: { format: day },
          6: { format: amount, align: 'right' },
          7: { format: amount, align: 'right' },
          8: { format: amount, align: 'right' },
        }),
        ...Array.from({ length: 15 }, (_, row) =>
          field(`I${String(5 + row)}`, {
            formula: `IF(G${String(5 + row)}="","",G${String(5 + row)}-H${String(5 + row)})`,
            align: 'right',
            format: amount,
          }),
        ),
        field('A20:F20', { text: '合計', align: 'center', bold: true }),
        ...['G', 'H', 'I'].map((letter) =>
          field(`${letter}20`, {
            formula: `SUM(${letter}5:${letter}19)`,
            align: 'right',
            format: amount,
            bold: true,
          }),
        ),
        field('J20'),
        field('K20'),
        field('L20'),
      ],
    },
  ],
  mapping: mapping('謝金・費用弁償 支払調書', {
    recognise: recognise('支払調書', 'A1', '支払調書'),
    entries: [
      write('支払調書', 'A2', '何の支払か', '{会議.会議名}　第{会議.回}回　{会議.開催日|和暦（曜日）}'),
      write('支払調書', 'I2', '支払日', '支払日　{支払.支払日|和暦}'),
    ],
    blocks: [
      {
        sheet: '支払調書',
        firstRow: 5,
        lastRow: 19,
        label: '支払',
        each: '支払',
        columns: {
          ...columns({
            B: '氏名',
            D: '住所',
            E: '出席日',
            F: '単価',
            G: '支給額',
            H: '源泉徴収税額',
            J: '振込先',
            L: '備考',
          }),
          C: { template: '{団体名}　{役職}', optional: true },
        },
        whenTooMany: 'insert',
      },
    ],
  }),
}

export const drawnForms: readonly DrawnForm[] = [
  meetingReport,
  signInSheet,
  roster,
  resources,
  monthly,
  yearly,
  money,
  payments,
]
