import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { valueFormats, type ValueFormat } from '#shared/domain/value-formats.ts'

const ofType: Readonly<Record<OfferedField['type'], readonly string[]>> = {
  date: [
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
    '漢数字',
    '全角',
    '年度',
  ],
  time: ['時', '分', '時分', '午後', '全角'],
  number: ['人', '名', '件', '円', '千円', '△', '全角', '漢数字', '年度'],
  text: ['全角', '半角', '様', '御中', '各位', '漢数字'],
  'yes-no': ['有無', '○×'],
  picture: [],
}
const ofList = ['件数', '合計', '読点', '改行']

const known = new Map<string, ValueFormat>(valueFormats.map((format) => [format, format]))

/** In the words of the screen, each with what it makes of a value. */
const words: Readonly<Record<string, string>> = {
  和暦: '令和8年9月17日',
  '和暦（曜日）': '令和8年9月17日（木）',
  和暦短: 'R8.9.17',
  '和暦.元号': '元号だけ（令和）',
  '和暦.年': '年だけ（8）',
  '和暦.月': '月だけ（9）',
  '和暦.日': '日だけ（17）',
  曜日: '曜日だけ（木）',
  西暦: '2026/9/17',
  '和暦（月日）': '9月17日',
  年度: '令和8年度',
  時: '時だけ（13）',
  分: '分だけ（30）',
  時分: '13時30分',
  午後: '午後1時30分',
  人: '10人',
  名: '10名',
  件: '10件',
  円: '12,300円',
  千円: '12千円（切り捨て）',
  '△': '△500（負の数）',
  全角: '全角にする',
  半角: '半角にする',
  様: '名前のうしろに「様」',
  御中: '名前のうしろに「御中」',
  各位: '名前のうしろに「各位」',
  有無: '有・無',
  '○×': '○・×',
  漢数字: '漢数字（十）',
  件数: '件数だけ',
  合計: '数の合計',
  読点: '「、」でつなぐ',
  改行: '行を分けてならべる',
}

export interface FormatChoice {
  readonly value: ValueFormat | 'as-is'
  readonly label: string
}

/** The formats that a field can be written in; in a table the list itself is not gathered. */
export function formatChoices(field: OfferedField, inTable: boolean): readonly FormatChoice[] {
  const names = [...ofType[field.type], ...(field.of !== null && !inTable ? ofList : [])]
  return [
    { value: 'as-is', label: 'そのまま（欄の表示形式で）' },
    ...names.flatMap((name) => {
      const value = known.get(name)
      return value === undefined ? [] : [{ value, label: words[name] ?? name }]
    }),
  ]
}
