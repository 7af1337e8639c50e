import type { LetterKind } from '#shared/contract/letter-operations.ts'

/** The wording that Tsudoi comes with. An office changes it as it likes; a line whose fields are all empty is left out. */
export const shippedLetters: Readonly<
  Record<LetterKind, { readonly subject: string; readonly body: string }>
> = {
  invitation: {
    subject: '{会議.会議名}　第{会議.回}回会議の開催について（通知）',
    body: `　日頃より、地域の支え合いの取組にご協力をいただき、厚くお礼申し上げます。
　このことについて、下記のとおり開催しますので、ご出席くださいますようお願いします。
　なお、出欠について、同封の返信票により{返信.期限|和暦（曜日）}までにお知らせください。

記

日時：{会議.開催日|和暦（曜日）}　{会議.開始|午後}から
終わりの予定：{会議.終了|午後}
場所：{会議.場所}
議題：{会議.議題一覧}

以上`,
  },
  'recommendation-request': {
    subject: '{協議体.名称}委員の推薦について（依頼）',
    body: `　日頃より、地域の支え合いの取組にご協力をいただき、厚くお礼申し上げます。
　このたび、{協議体.名称}の委員を委嘱するにあたり、貴団体から委員１名のご推薦をいただきたく、お願いします。
　ご推薦にあたっては、分野や年代、性別の偏りがないよう、ご配慮をお願いします。

記

推薦人数：１名
返事の期限：{返信.期限|和暦（曜日）}
提出先：{事務局.名称}

以上`,
  },
  'recommendation-form': {
    subject: '推　薦　書',
    body: `　{協議体.名称}の委員として、下記の者を推薦します。

記`,
  },
  appointment: {
    subject: '委　嘱　状',
    body: `{協議体.名称}の委員を委嘱します

任期は　{委員.任期開始|和暦}から{委員.任期終了|和暦}までとします`,
  },
  // No 句点 and no Arabic figures, as certificates are written.
  'appointment-vertical': {
    subject: '委　嘱　状',
    body: `　{協議体.名称|漢数字}の委員を委嘱します

　任期は　{委員.任期開始|漢数字}から
　　　　　{委員.任期終了|漢数字}までとします`,
  },
  acceptance: {
    subject: '就任承諾書',
    body: `　私は、{協議体.名称}の委員に就任することを承諾します。

任期：{委員.任期開始|和暦}から{委員.任期終了|和暦}まで`,
  },
}
