/** What 「データの点検」 looks at, the file first, then what the records say of one another. */
export const dataChecks = [
  'file-whole',
  'references-whole',
  'backup-recent',
  'backup-readable',
  'files-unchanged',
  'confirmed-kept',
  'minutes-in-place',
  'speakers-in-roll',
  'decision-numbers',
  'decisions-in-year',
  'meeting-numbers',
  'one-chair',
  'terms-forward',
  'terms-apart',
  'seats-apart',
  'keys-right',
  'log-complete',
] as const
export type DataCheckName = (typeof dataChecks)[number]

interface CheckText {
  /** What is looked at, as a question whose good answer is yes. */
  readonly title: string
  /** Said where all is well. */
  readonly fine: string
  /** Said where something was found, with what to do. */
  readonly remedy: string
}

/** Complete by type: a check without its words does not compile. */
export const checkTexts: Readonly<Record<DataCheckName, CheckText>> = {
  'file-whole': {
    title: 'データのファイルに傷はないか',
    fine: 'すみずみまで読み、傷はありませんでした。',
    remedy:
      '「データを守る」で、傷のない新しい控えに戻してください。ディスクの故障かもしれないので、情報の担当者にも知らせてください。',
  },
  'references-whole': {
    title: '記録どうしのつながりが切れていないか',
    fine: 'つながりの切れた記録はありません。',
    remedy:
      '「データを守る」で、一つ前の控えとくらべてください。つどいの外でファイルを直した覚えがあれば、その前の控えに戻してください。',
  },
  'backup-recent': {
    title: '新しい控えがあるか',
    fine: 'この一週間のうちに控えをとっています。',
    remedy: '設定の「控えと練習」で「いま控えをとる」を押してください。',
  },
  'backup-readable': {
    title: '控えは開けるか',
    fine: 'どの控えも開けます。',
    remedy:
      '開けない控えは戻すのに使えません。ディスクが傷んでいないか確かめ、「いま控えをとる」で新しくとってください。',
  },
  'files-unchanged': {
    title: '提出したファイルと様式は、入れたときのままか',
    fine: 'どのファイルも、入れたときと一字もちがいません。',
    remedy:
      '名前の出ているファイルは中身が変わっています。控えに戻すか、手もとのもとのファイルと見くらべてください。',
  },
  'confirmed-kept': {
    title: '議事録の確定と、保管した版とが合っているか',
    fine: '確定した会議には保管した版があり、ほかの会議にはありません。',
    remedy: 'その会議の議事録を「開きなおす」で開き、もう一度確定してください。',
  },
  'minutes-in-place': {
    title: '発言・決定・宿題が、自分の会議の議題に付いているか',
    fine: 'どの発言も決定も宿題も、自分の会議の議題に付いています。',
    remedy: 'その会議の議事録を開き、出ている発言や決定、宿題を正しい議題に直してください。',
  },
  'speakers-in-roll': {
    title: '発言した人が、その会議の出欠にいるか',
    fine: '発言した人は、みなその会議の出欠にいます。',
    remedy: 'その会議の議事録で発言者を選びなおすか、当日の出欠にその人を加えてください。',
  },
  'decision-numbers': {
    title: '決定事項の番号が重なっていないか',
    fine: '重なった番号はありません。',
    remedy: '重なっている決定を議事録で開き、どちらかを取り消して書きなおしてください。',
  },
  'decisions-in-year': {
    title: '決定事項が、会議と同じ年度と協議体で数えられているか',
    fine: 'どの決定も、会議と同じ年度と協議体の番号です。',
    remedy: 'その決定を議事録で開き、取り消して書きなおすと、正しい番号になります。',
  },
  'meeting-numbers': {
    title: '会議の回が重なっていないか',
    fine: '同じ年度に同じ回の会議はありません。',
    remedy: '会議の一覧で、まちがって作ったほうの会議を消してください。',
  },
  'one-chair': {
    title: '会長が二人以上いないか',
    fine: '会長が二人以上いる協議体はありません。',
    remedy: '名簿で前の会長を開き、席を終えるか、役割を直してください。',
  },
  'terms-forward': {
    title: '席が、始まるより前に終わっていないか',
    fine: '始まるより前に終わった席はありません。',
    remedy: '名簿でその人を開き、席の任期と委嘱日、終わりの日を直してください。',
  },
  'terms-apart': {
    title: '同じ人が、同じ協議体の席に二つ着いていないか',
    fine: '二つの席に着いている人はいません。',
    remedy:
      '名簿でその人を開き、終わった席に終わりの日を入れてください。兼ねるのが正しければ、そのままでかまいません。',
  },
  'seats-apart': {
    title: '席次の番号が重なっていないか',
    fine: '重なった席次はありません。',
    remedy: '名簿の席の順で、どちらかの席次を直してください。',
  },
  'keys-right': {
    title: '名前から探すための見出しが合っているか',
    fine: 'どの人も、名前とふりがなから探せます。',
    remedy: '出ている人を名簿で開き、「この内容に直す」を押すと作りなおされます。',
  },
  'log-complete': {
    title: '変更の記録が、いまの人と会議に届いているか',
    fine: 'どの人にも会議にも、加えたときの記録があります。',
    remedy:
      'つどいの外でデータが書きかえられたかもしれません。心あたりがなければ、情報の担当者に知らせてください。',
  },
}
