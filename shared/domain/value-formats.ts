/** How a value may be put on paper. Those of another kind of value leave it as it is. */
export const valueFormats = [
  // dates
  '和暦',
  '和暦（曜日）',
  '和暦短',
  '和暦.元号',
  '和暦.年',
  '和暦.月',
  '和暦.日',
  '曜日',
  '西暦',
  '和暦（月日）',
  // times
  '時',
  '分',
  '時分',
  '午後',
  // numbers
  '人',
  '件',
  '円',
  '△',
  '名',
  '千円',
  '年度',
  // text
  '全角',
  '半角',
  '様',
  '御中',
  '各位',
  '漢数字',
  // yes or no
  '有無',
  '○×',
  // lists
  '件数',
  '読点',
  '改行',
  '合計',
] as const

export type ValueFormat = (typeof valueFormats)[number]
