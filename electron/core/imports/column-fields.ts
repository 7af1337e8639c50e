import type { ImportField } from '#shared/domain/import-plan.ts'

/**
 * What headings call the fields, as whole headings after folding: half width, no blanks, no brackets.
 * The order matters only for reading the table.
 */
const headings: readonly (readonly [ImportField, RegExp])[] = [
  ['number', /^(?:番号|通し番号|連番|整理番号|no\.?|№|#|団体コード|コード)$/],
  ['category', /^(?:区分|選出区分|選任区分|委員区分|構成区分|号|選出母体)$/],
  [
    'organizationName',
    /^(?:(?:所属)?(?:団体|機関|組織|法人|事業所|会社)(?:・(?:団体|機関|組織))?等?(?:名称?)?|名称|所属(?:先|等|名)?|推薦(?:団体|機関|母体)名?|勤務先(?:名|名称)?)$/,
  ],
  ['post', /^(?:役職|職名|役職名|職|肩書き?|職種|役職等|代表者職名?|団体での役職|団体における役職)$/],
  [
    'name',
    /^(?:氏名|名前|お名前|委員氏名|委員名|委員の氏名|会員名|代表者氏名|代表者名?|担当者氏名|担当者名?|name)$/,
  ],
  ['nameAndPost', /^(?:役職・?氏名|職・?氏名|職名・?氏名|氏名・?役職|役職名・?氏名|役職\/氏名)$/],
  [
    'kana',
    /^(?:ふりがな|フリガナ|かな|カナ|よみ|よみがな|ヨミガナ|読み|読み仮名|氏名カナ|氏名かな|氏名ふりがな|氏名フリガナ|カナ氏名)$/,
  ],
  ['postalCode', /^(?:〒|郵便番号|郵便no\.?|〒番号|郵便)$/],
  ['address', /^(?:住所|所在地|連絡先住所|自宅住所|住所地|送付先|送付先住所|郵送先)$/],
  [
    'phone',
    /^(?:電話|電話番号|tel\.?|℡|連絡先|連絡先電話|連絡先電話番号|自宅電話|固定電話|電話1|連絡先tel)$/,
  ],
  ['mobile', /^(?:携帯|携帯電話|携帯番号|携帯電話番号|携帯tel)$/],
  ['fax', /^(?:fax\.?|fax番号|ファックス|ファクス|ファクシミリ)$/],
  ['email', /^(?:e-?mail|メール|メールアドレス|e-?mailアドレス|電子メール|mail)$/],
  ['appointedOn', /^(?:委嘱日|委嘱年月日|就任日|就任年月日|任命日|任命年月日|委嘱)$/],
  ['term', /^(?:任期|委嘱期間|任命期間|委嘱任期)$/],
  ['termFrom', /^(?:任期(?:の)?(?:開始|始め?|初日|自)日?|\(?始期\)?|任期\(?(?:自|始|始期|開始)\)?)$/],
  [
    'termTo',
    /^(?:任期(?:の)?(?:終了|満了|終わり?|末日|至)日?|満了日|終期|任期\(?(?:至|終|終期|終了|満了)\)?)$/,
  ],
  ['sectors', /^(?:分野|対象分野|担当分野|専門分野|活動分野|関係分野)$/],
  ['role', /^(?:協議体での役割|協議体役職|役割|委員役職|会での役職|会議での役職|委員会役職)$/],
  ['reappointment', /^(?:新任・?再任|新再任?|再任区分|新任\/再任|新・再|新\/再)$/],
  ['note', /^(?:備考|備考欄|摘要|メモ|特記事項|留意事項)$/],
]

/** Data that an import leaves alone unless somebody asks for them (要配慮 or not needed for a roster of a council). */
const leftAlone: readonly (readonly [RegExp, string])[] = [
  [/^(?:生年月日|誕生日|生年|年齢)$/, '生年月日や年齢は、名簿には取り込みません。'],
  [/^(?:性別|男女|口座|口座番号|振込先|マイナンバー|個人番号)$/, 'この欄は、名簿には取り込みません。'],
]

function fold(heading: string): string {
  return heading.normalize('NFKC').replace(/\s+/g, '').replace(/[･．]/g, '・').toLowerCase()
}

const withoutBrackets = (folded: string): string => folded.replace(/[(\[【〔][^)\]】〕]*[)\]】〕]/g, '')

/** The field that a heading names, as a whole or without its brackets: 電話（昼間）, 区分（要綱第3条）. */
export function fieldOfHeading(heading: string): ImportField | null {
  for (const candidate of [fold(heading), withoutBrackets(fold(heading))]) {
    if (candidate === '') continue
    const found = headings.find(([, pattern]) => pattern.test(candidate))
    if (found !== undefined) return found[0]
  }
  return null
}

/** Why a column of that heading is never taken in, or null. Its contents do not become notes either. */
export function reasonToLeaveAlone(heading: string): string | null {
  const folded = withoutBrackets(fold(heading))
  return leftAlone.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}
