import { foldLabel } from '../sentence-tools.ts'

/** What city forms print beside the boxes for a field, the most usual first. Folded when compared. */
const wholeLabels: Readonly<Record<string, readonly string[]>> = {
  '会議.会議名': ['会議名', '会議の名称', '会議名称'],
  '会議.開催日': ['開催日', '開催日時', '開催年月日', '日時', '開催日時等', '実施日', '実施日時'],
  '会議.開始': ['開始', '開始時刻', '開始時間', '開会時刻'],
  '会議.終了': ['終了', '終了時刻', '終了時間', '閉会時刻'],
  '会議.場所': ['場所', '開催場所', '会場', '実施場所'],
  '会議.開催方法': ['開催方法', '開催形式', '実施方法'],
  '会議.議題一覧': ['議題', '議事', '協議事項', '議題・議事', '会議次第', '次第', '協議題'],
  '会議.協議の概要': [
    '協議の概要',
    '会議の概要',
    '議事の概要',
    '協議内容',
    '会議の内容',
    '概要',
    '協議の概要及び決定事項',
    '会議の概要及び決定事項',
    '議事要旨',
  ],
  '会議.次回開催日': ['次回開催', '次回開催日', '次回開催予定', '次回予定', '次回日程', '次回'],
  '会議.回': ['回数', '開催回', '開催回数'],
  '会議.年度': ['年度'],
  '出欠.委員定数': ['委員定数', '定数', '委員数', '構成員数'],
  '出欠.委員出席': ['出席者数', '出席人数', '委員出席', '出席委員数', '出席委員', '参加者数', '参加人数'],
  '出欠.うち代理': ['うち代理', '代理出席', '代理', 'うち代理出席'],
  '出欠.委員欠席': ['委員欠席', '欠席者数', '欠席委員数', '欠席'],
  '出欠.オブザーバー': ['オブザーバー', 'オブザーバー数'],
  '出欠.事務局': ['事務局'],
  '出欠.傍聴': ['傍聴', '傍聴者', '傍聴者数', '傍聴人数'],
  '提出.提出日': ['提出日', '報告日', '提出年月日', '報告年月日', '記入日', '作成日'],
  '提出.宛先': ['宛先'],
  '提出.担当課': ['担当課', '所管課'],
  '事務局.所在地': ['所在地', '住所'],
  '事務局.郵便番号': ['郵便番号'],
  '事務局.名称': ['名称', '受託者名', '受託者', '法人名', '法人の名称', '事業者名'],
  '事務局.代表者職氏名': ['代表者職氏名', '代表者職・氏名', '代表者', '代表者氏名', '代表者名'],
  '事務局.担当者': ['担当者', '担当者名', '担当者氏名', '記入者', '報告者', '作成者', '記録者'],
  '事務局.電話': ['電話', '電話番号', 'TEL', '連絡先', '連絡先電話番号'],
  '事務局.FAX': ['FAX', 'FAX番号', 'ファックス'],
  '事務局.メール': ['メール', 'メールアドレス', 'E-mail', 'Eメール', '電子メール'],
  '協議体.名称': ['協議体名', '協議体の名称', '協議体名称'],
  '協議体.圏域': ['圏域', '圏域名', '日常生活圏域', '担当圏域', '担当地区', '地区名'],
  '協議体.層': ['層', '協議体の層'],
}

/** Heads of columns, by list and field. */
const columnLabels: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  出席者: {
    団体名: ['団体名', '所属', '所属団体', '所属団体名', '団体名・所属', '所属・団体名', '団体', '機関名'],
    役職: ['役職', '職名', '役職名', '職', '役職等'],
    氏名: ['氏名', '名前', '委員氏名', '出席者氏名', '委員名'],
    備考: ['備考', '備考（代理等）', '出欠', '摘要'],
  },
  取組: {
    内容: ['内容', '取組内容', '今後の取組', '取組', '実施内容'],
    担当: ['担当', '担当者', '役割分担', '担当団体', '主体'],
    期限: ['期限', '時期', '実施時期', 'いつまで', '期日'],
  },
  決定事項: { 番号: ['番号', 'No.', 'No'], 内容: ['決定事項', '決定内容', '内容'] },
}

/** A label without what forms hang on it: numbers in front, colons, notes in brackets, spacing of letters. */
export function bareLabel(text: string): string {
  // Circled numbers go first: folding would make plain digits of them.
  return foldLabel(text.replace(/^[\s①-⑳■□●○◆・※]+/u, ''))
    .replace(/^[(]?\d{1,2}[).．、]/, '')
    .replace(/:$/, '')
}

const withoutNote = (label: string): string => label.replace(/[(（【\[][^)）】\]]*[)）】\]]$/u, '')

const foldedWhole = new Map(
  Object.entries(wholeLabels).flatMap(([path, labels]) =>
    labels.map((label) => [foldLabel(label), path] as const),
  ),
)

/** The field that a label beside a box speaks of. */
export function fieldForLabel(text: string): string | undefined {
  const label = bareLabel(text)
  return foldedWhole.get(label) ?? foldedWhole.get(withoutNote(label))
}

export interface ColumnMeaning {
  readonly each: string
  readonly field: string
}

/** Everything that the head of a column may mean. */
export function columnsForLabel(text: string): readonly ColumnMeaning[] {
  const label = bareLabel(text)
  const candidates = new Set([label, withoutNote(label)])
  return Object.entries(columnLabels).flatMap(([each, fields]) =>
    Object.entries(fields).flatMap(([field, labels]) =>
      labels.some((known) => candidates.has(foldLabel(known))) ? [{ each, field }] : [],
    ),
  )
}
