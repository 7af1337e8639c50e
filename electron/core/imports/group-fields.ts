import type { GroupImportField } from '#shared/domain/group-import-plan.ts'

/** What headings of a list of groups call its fields, as whole headings after folding. */
const headings: readonly (readonly [GroupImportField, RegExp])[] = [
  ['code', /^(?:団体コード|団体番号|コード|番号|no\.?|№)$/],
  ['name', /^(?:団体名称?|名称|団体|組織名|グループ名|会の名称|法人名|事業所名)$/],
  [
    'kana',
    /^(?:団体名(?:カナ|かな|ふりがな|フリガナ)|(?:団体)?(?:ふりがな|フリガナ|カナ|かな|よみ|ヨミ)|名称(?:カナ|かな))$/,
  ],
  ['kind', /^(?:種別|団体種別|種類|団体の種類|区分)$/],
  ['family', /^(?:類型|団体類型)$/],
  ['sectors', /^(?:対象分野|分野|活動分野|対象|主な対象)$/],
  ['area', /^(?:圏域|地区|活動地域|活動圏域|地域|エリア)$/],
  ['contactPost', /^(?:代表者職名?|代表者役職|役職|職名?)$/],
  ['contactName', /^(?:代表者氏名|代表者名?|担当者(?:氏名|名)?|連絡先氏名|連絡担当者)$/],
  ['postalCode', /^(?:〒|郵便番号|郵便)$/],
  ['address', /^(?:所在地|住所|活動場所|連絡先住所)$/],
  ['phone', /^(?:電話番号?|tel\.?|連絡先|連絡先電話番号?)$/],
  ['fax', /^(?:fax\.?|fax番号|ファックス|ファクス)$/],
  ['email', /^(?:メール(?:アドレス)?|e-?mail(?:アドレス)?|電子メール)$/],
  ['activities', /^(?:活動内容|主な活動|活動|事業内容|主な活動内容)$/],
  ['checkedOn', /^(?:最終確認日|確認日|更新日|最終更新日)$/],
  ['note', /^(?:備考|摘要|メモ|特記事項)$/],
]

/** Headings that only a list of groups has: with two of these beside a name, the table is one of groups. */
const tellsOfGroups =
  /^(?:団体コード|団体番号|団体種別|種別|類型|会員数|構成員数|設立|設立年月日?|活動内容|主な活動|公開可否|最終確認日)$/

function fold(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[(\[【〔][^)\]】〕]*[)\]】〕]/g, '')
    .toLowerCase()
}

export function groupFieldOfHeading(heading: string): GroupImportField | null {
  const folded = fold(heading)
  return folded === '' ? null : (headings.find(([, pattern]) => pattern.test(folded))?.[0] ?? null)
}

export function tellsOfGroup(heading: string): boolean {
  return tellsOfGroups.test(fold(heading))
}
