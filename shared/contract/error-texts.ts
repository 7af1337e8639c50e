import { fieldWord } from '#shared/domain/field-words.ts'
import type { ErrorCode, TsudoiError } from './errors.ts'

/** A complete sentence for a person: what happened, what is safe, what to do next. */
export interface ErrorText {
  readonly happened: string
  readonly safe: string
  readonly todo: string
}

type Details = NonNullable<TsudoiError['details']>
type TextOf = ErrorText | ((details: Details) => ErrorText)

const nothingWritten = 'データは、操作する前のまま残っています。'
const fileUntouched = '選んだファイルにも、これまでのデータにも手を加えていません。'

function named(details: Details, key: string, otherwise: string): string {
  const value = details[key]
  if (typeof value === 'string' && value !== '') return `「${value}」`
  if (typeof value === 'number') return String(value)
  return otherwise
}

function listed(details: Details, key: string): string {
  const value = details[key]
  return Array.isArray(value) && value.length > 0 ? `（${value.join('、')}）` : ''
}

/** The fields by the words of the screen; a name that only the program knows helps nobody. */
function fieldsListed({ fields }: Details): string {
  if (!Array.isArray(fields)) return ''
  const words = fields.map((field) => fieldWord(String(field))).filter((word) => word !== null)
  return words.length === 0 ? '' : `（${[...new Set(words)].join('、')}）`
}

const accountFieldNames: Readonly<Record<string, string>> = {
  bankCode: '銀行コード',
  branchCode: '支店コード',
  number: '口座番号',
  clientCode: '委託者コード',
  bankKana: '銀行名のカナ',
  branchKana: '支店名のカナ',
  holderKana: '口座名義のカナ',
  nameKana: '振込依頼人のカナ',
}

/** 口座番号は7けたです（いま5けた）。 */
function accountWords({ field, digits, given, character }: Details): string {
  const name = accountFieldNames[String(field)] ?? 'この欄'
  if (typeof digits === 'number')
    return `${name}は、数字${String(digits)}けたで書いてください${typeof given === 'number' ? `（いま${String(given)}文字です）` : ''}。`
  return character === '' || character === undefined
    ? `${name}が、書かれていません。`
    : `${name}に、銀行のファイルに入らない文字「${String(character)}」があります。`
}

function backupsLeft({ backups }: Details): string {
  return typeof backups === 'number' && backups > 0
    ? `控え（バックアップ）が${String(backups)}件残っています。`
    : '控え（バックアップ）は、このフォルダーにはありません。'
}

/** Complete by type: a new code without a sentence does not compile. */
const texts: Readonly<Record<ErrorCode, TextOf>> = {
  'unknown-operation': {
    happened: 'このプログラムにない操作が呼ばれました。',
    safe: nothingWritten,
    todo: 'プログラムを開きなおしてください。続くときは、版のちがうプログラムが混ざっていないか確かめてください。',
  },
  'invalid-input': (details) => ({
    happened: `入力のうち、受けとれないものがあります${fieldsListed(details)}。`,
    safe: nothingWritten,
    todo: '長すぎるか、空か、使えない字があります。その欄を直して、もう一度おためしください。',
  }),
  'not-found': {
    happened: '見つかりませんでした。ほかの画面で取り消されたのかもしれません。',
    safe: nothingWritten,
    todo: '一覧に戻って、選びなおしてください。',
  },
  'read-only': {
    happened: 'いまは閲覧だけができます。',
    safe: nothingWritten,
    todo: '画面の上の「閲覧のみ」を押すと、だれが編集中か、どうすれば編集できるかが分かります。',
  },
  conflict: {
    happened: '見ているあいだに、元のデータが変わりました。',
    safe: nothingWritten,
    todo: '内容をもう一度ひらいて、確かめてから進めてください。',
  },
  'no-members': {
    happened: 'この日に在任している委員が、一人もいません。',
    safe: '会議はまだ作っていません。名簿はそのままです。',
    todo: '開催日を確かめるか、先に名簿で委員と任期を入れてください。',
  },
  'minutes-locked': {
    happened: 'この会議の議事録は確定しているので、書きかえられません。',
    safe: '確定した版は、そのまま保管されています。',
    todo: '直すときは、議事録の画面で「開きなおす」を選び、理由を書いてください。',
  },
  'attachment-program': (details) => ({
    happened: `${named(details, 'name', '選んだファイル')}はプログラムなので、添えられません。`,
    safe: fileUntouched,
    todo: '資料として渡すもの（PDF・Word・Excel・写真など）を選んでください。',
  }),
  'attachment-kind': (details) => ({
    happened: `${named(details, 'name', '選んだファイル')}は、資料として預かれる種類ではないか、中身が空です。`,
    safe: fileUntouched,
    todo: 'PDF・Word・Excel・PowerPoint・一太郎・写真・テキストのどれかにしてから、選びなおしてください。',
  }),
  'attachment-too-large': (details) => ({
    happened: `${named(details, 'name', '選んだファイル')}は10MBをこえるので、添えられません。`,
    safe: fileUntouched,
    todo: '写真を小さくするかPDFにするかして、10MBまでにしてから選びなおしてください。',
  }),
  'attachments-full': (details) => ({
    happened: `添えたファイルが合わせて300MBになるので、${named(details, 'name', '選んだファイル')}は入りません。`,
    safe: 'これまでに添えたファイルは、そのまま残っています。',
    todo: '古い会議の要らないファイルを外すか、大きなファイルを小さくしてください。',
  }),
  'undecided-items': (details) => ({
    happened: `まだ決まっていない協議の議題があります${listed(details, 'titles')}。`,
    safe: '議事録は、確定前のまま残っています。',
    todo: '議題ごとに「決定」を書くか、「継続」のしるしを付けてから確定してください。',
  }),
  'no-such-day': (details) => ({
    happened: `${named(details, 'text', 'その日付')}という日はありません。`,
    safe: nothingWritten,
    todo: '月と日を確かめて、入れなおしてください。',
  }),
  'end-before-start': {
    happened: '終わりの時刻や日が、はじまりより前になっています。',
    safe: nothingWritten,
    todo: 'はじまりと終わりを確かめて、入れなおしてください。',
  },
  'name-taken': (details) => ({
    happened: `${named(details, 'name', 'この名前')}という名前は、もう使われています。`,
    safe: nothingWritten,
    todo: 'ほかの名前を付けてください。',
  }),
  'duplicate-number': (details) => ({
    happened: `${typeof details.number === 'number' ? `第${String(details.number)}回` : 'その回'}の会議は、もうあります。`,
    safe: nothingWritten,
    todo: '別の回の番号を入れるか、前の会議を確かめてください。',
  }),
  'still-in-minutes': (details) => ({
    happened: `${named(details, 'name', 'これ')}には、発言や決定、宿題が記録されています。`,
    safe: nothingWritten,
    todo: '議事録で、先にそれらを取り消すか、別の議題や発言者に直してください。',
  }),
  'already-member': {
    happened: 'この方は、この協議体の席にもう着いています。',
    safe: nothingWritten,
    todo: '名簿でその方の席を開いて、内容を直してください。',
  },
  'seat-limit': (details) => ({
    happened: `委員が、きまりの定数（${named(details, 'limit', '')}名）をこえます。`,
    safe: nothingWritten,
    todo: '定数か選出区分を確かめてください。これでよいときは、わけを書くと進めます。',
  }),
  'in-use-elsewhere': {
    happened: 'ほかの記録がこれを使っているので、消せません。',
    safe: nothingWritten,
    todo: '名前を直すことはできます。使っている記録を先に直してから、もう一度消してください。',
  },
  'no-consent': (details) => ({
    happened: `${named(details, 'name', '選んだ方')}の承諾が、まだ記録されていません。`,
    safe: nothingWritten,
    todo: '本人の承諾を「承諾」にしてから、決まったと残してください。',
  }),
  'year-frozen': {
    happened: 'この年度のまとめは固めてあるので、直せません。',
    safe: '固めたときの数は、そのまま残っています。',
    todo: '出しなおすときは「固めたまとめを開きなおす」を押してから直してください。',
  },
  'terms-overlap': {
    happened: 'この方の前の席と、任期が重なっています。',
    safe: nothingWritten,
    todo: '任期の日を確かめてください。これでよいときは、わけを書くと進めます。',
  },
  'rule-exists': {
    happened: 'この役割で、その日から始まるきまりが、もうあります。',
    safe: nothingWritten,
    todo: '前のきまりを直すか、別の日から始めてください。',
  },
  'payment-refused': (details) => ({
    happened: `${named(details, 'name', 'この方')}は、謝金を辞退しています。`,
    safe: '支払いには入れていません。',
    todo: '辞退を取り消すときは、「受けとりかた」で、辞退の日を消してください。',
  }),
  'run-closed': {
    happened: 'この支払いは締めてあるので、書きかえられません。',
    safe: '締めたときの数字と支払調書は、そのまま残っています。',
    todo: '直すときは「開きなおす」を選び、わけを書いてください。新しい支払いとして作りなおします。',
  },
  'nothing-to-pay': {
    happened: 'この支払いには、払う相手が一人もいません。',
    safe: nothingWritten,
    todo: '会議の当日の出欠と、役割ごとのきまりを確かめてください。',
  },
  'account-invalid': (details) => ({
    happened: accountWords(details),
    safe: '口座は、前のままです。',
    todo:
      typeof details.digits === 'number'
        ? '通帳を見て、数字の数を確かめてください。口座番号が6けたまでのときは、頭に0を付けて7けたにします。'
        : '通帳のカナのとおりに、カナ・英字・数字と（ ）．－だけで書いてください。',
  }),
  'accounts-missing': (details) => ({
    happened: `振込先の口座がない方がいます${listed(details, 'names')}。`,
    safe: '振込のファイルは、まだ作っていません。',
    todo: '「受けとりかた」で口座を入れるか、現金で手渡しに変えてください。',
  }),
  'sender-missing': {
    happened: '振込元の口座が、まだ入っていません。',
    safe: '振込のファイルは、まだ作っていません。',
    todo: '謝金の「受けとりかた」の画面で、振込元の口座を入れてください。',
  },
  'still-has-people': (details) => ({
    happened: `この団体には、まだ名簿の人がいます${listed(details, 'names')}。`,
    safe: nothingWritten,
    todo: '先に、その方の所属を名簿で直してください。',
  }),
  'in-use': {
    happened: 'このデータは、いま別のつどいが開いています。',
    safe: 'データはこわれていません。開いているほうで、そのまま使えます。',
    todo: '先に開いた画面を使うか、それを閉じてから、もう一度ひらいてください。',
  },
  damaged: (details) => ({
    happened: 'データのファイルが読めません。こわれているか、別のファイルに置きかわっています。',
    safe: `ファイルには手を加えていません。${backupsLeft(details)}`,
    todo: 'つどいを開き、控えを選んで戻してください。戻すときも、読めないファイルは捨てずに別に残します。',
  }),
  'too-new': {
    happened: 'このデータは、もっと新しい版のつどいで作られています。',
    safe: 'データには手を加えていません。',
    todo: 'このPCのつどいを新しい版にしてから、ひらいてください。',
  },
  'no-access': (details) => ({
    happened: `データのフォルダー${named(details, 'folder', '')}に書き込めません。`,
    safe: 'フォルダーの中のものには手を加えていません。',
    todo: 'フォルダーが読み取り専用でないか、このPCの使用者に書き込みが許されているかを確かめてください。',
  }),
  'not-set-up': {
    happened: 'はじめの5つの質問が、まだ済んでいません。',
    safe: 'データはまだ作られていません。',
    todo: '事務局と協議体の名前を入れてください。',
  },
  'disk-full': {
    happened: 'ディスクがいっぱいで、保存できませんでした。',
    safe: 'いまの1件だけが保存されていません。その前に保存したものは、すべて残っています。',
    todo: 'いらないファイルを消すなどして空きを作り、もう一度「残す」を押してください。',
  },
  'file-busy': (details) => ({
    happened: `${named(details, 'name', 'ファイル')}は、ほかのプログラム（Excelなど）が開いています。`,
    safe: nothingWritten,
    todo: 'そのプログラムで閉じてから、もう一度おためしください。',
  }),
  'file-not-writable': (details) => ({
    happened: `${named(details, 'name', 'ファイル')}を書き込めませんでした。`,
    safe: nothingWritten,
    todo: '別の場所を選んで、もう一度保存してください。',
  }),
  'disk-refused': (details) => ({
    happened: `${named(details, 'name', 'ファイル')}を読み書きできませんでした。`,
    safe: 'いまの記録には手を加えていません。',
    todo: 'ディスクがつながっているか、ほかのプログラムが使っていないかを確かめて、もう一度おためしください。',
  }),
  'file-missing': {
    happened: '選んだファイルが見つかりません。',
    safe: nothingWritten,
    todo: 'もう一度、ファイルを選びなおしてください。',
  },
  'not-a-workbook': {
    happened: 'これはExcelのファイル（.xlsx）ではありません。名前だけが変えられているのかもしれません。',
    safe: fileUntouched,
    todo: 'Excelで開いて「Excelブック（.xlsx）」として保存しなおしたものを選んでください。',
  },
  'old-workbook': {
    happened: 'これは古い形（.xls）のExcelファイルです。',
    safe: fileUntouched,
    todo: 'Excelで開いて「Excelブック（.xlsx）」として保存しなおしたものを選んでください。',
  },
  'workbook-truncated': {
    happened: 'このExcelファイルは、途中で切れています。',
    safe: fileUntouched,
    todo: '送ってもらいなおすか、元の場所からもう一度写してください。',
  },
  'workbook-encrypted': {
    happened: 'このExcelファイルには、開くためのパスワードが付いています。',
    safe: fileUntouched,
    todo: 'Excelでパスワードを外して保存したものを選んでください。',
  },
  'workbook-password': {
    happened: 'パスワードがちがうので、このExcelファイルを開けませんでした。',
    safe: fileUntouched,
    todo: '送ってくれた人にパスワードを確かめて、もう一度入れてください。大文字と小文字、全角と半角もそのとおりに。',
  },
  'workbook-too-large': {
    happened: 'このExcelファイルは、広げると大きすぎて、安全に読めません。',
    safe: fileUntouched,
    todo: '名簿や様式のシートだけを新しいブックに写して、保存しなおしたものを選んでください。',
  },
  'workbook-hostile': {
    happened: 'このファイルには、ふつうのExcelファイルにはない危険な書き方があるので、読むのをやめました。',
    safe: fileUntouched,
    todo: 'どこから届いたファイルかを確かめ、Excelで保存しなおしたものを選んでください。',
  },
  'sheet-missing': (details) => ({
    happened: `シート${named(details, 'sheet', '')}が、このブックにありません。`,
    safe: fileUntouched,
    todo: 'シートの名前が変わっていないか、Excelで確かめてください。',
  }),
  'not-yet-erasable': {
    happened: '保存の期限がまだ来ていない方が入っています。',
    safe: 'だれも消していません。',
    todo: '画面を開きなおし、「期限を過ぎました」と出ている方だけを選んでください。',
  },
  'council-without-members': {
    happened: 'この協議体は、要綱で委員を置かないことになっています。',
    safe: 'まだ席に着けていません。',
    todo: '意見を聴く方はオブザーバーとして着けてください。委員にするときは、そのわけを書けば着けられます。',
  },
  'not-a-roster': (details) => ({
    happened: `これは${named(details, 'kind', '名簿でないファイル')}です。名簿としては読めません。`,
    safe: fileUntouched,
    todo: '名簿のExcel（.xlsx）かCSVを選んでください。紙や画像の名簿は、Excelに打ってから取り込むか、一人ずつ加えてください。',
  }),
  'no-table-found': {
    happened: '氏名や団体名の見出しのある表が、このシートに見つかりません。',
    safe: fileUntouched,
    todo: '別のシートを選ぶか、見出しの行に「氏名」か「団体名」があるか確かめてください。',
  },
  'form-unknown': {
    happened: 'この様式の、どの欄に何を入れるかの対応が見つかりません。',
    safe: fileUntouched,
    todo: '様式といっしょに、対応のファイル（.json）を選んでください。',
  },
  'characters-missing': (details) => ({
    happened: `${named(details, 'characters', 'ある字')}は、Shift_JIS（CP932）のCSVには書けません。`,
    safe: nothingWritten,
    todo: '代わりに書く字を選んでから、もう一度おためしください。UTF-8のCSVかExcelなら、そのまま書けます。',
  }),
  'letter-field-unknown': (details) => ({
    happened: `文面の${named(details, 'field', '')}という項目はありません。`,
    safe: '文面は、書いたまま残っています。',
    todo: `「文面を直す」で、ほかの項目に替えてください。近い項目：${named(details, 'nearest', 'なし')}。`,
  }),
  'form-cell-invalid': (details) => ({
    happened: `セル${named(details, 'cell', '')}は、この様式にありません。`,
    safe: fileUntouched,
    todo: '対応のファイルのセルの番地を確かめてください。',
  }),
  'form-cell-formula': (details) => ({
    happened: `セル${named(details, 'cell', '')}には計算式が入っているので、書き込みませんでした。`,
    safe: fileUntouched,
    todo: '計算式のないセルを選ぶか、式を消してよいかを市に確かめてください。',
  }),
  'form-rows-overflow': (details) => ({
    happened: `様式の行が足りません（${named(details, 'given', '')}件に対して${named(details, 'room', '')}行）。`,
    safe: fileUntouched,
    todo: 'あふれた分は別紙（出席者名簿）に付けてください。',
  }),
  'form-rows-uneven': {
    happened: 'くり返す行のところで、結合されたセルの形が行ごとにちがいます。',
    safe: fileUntouched,
    todo: '様式の表の行が同じ形になっているか、Excelで確かめてください。',
  },
  'form-sheet-uncopyable': (details) => ({
    happened: `シート${named(details, 'sheet', '')}には${named(details, 'what', '写せないもの')}があるので、続きのシートを作れません。`,
    safe: '様式には、まだ何も書いていません。',
    todo: 'くり返しの表を選び、行が足りないときを「行を足す」か「あとは別紙を付ける」に変えてください。',
  }),
  'mapping-invalid': {
    happened: '対応のファイルの中身が読めません。',
    safe: fileUntouched,
    todo: 'つどいから書き出した対応のファイル（.json）を選んでください。',
  },
  'not-undoable': {
    happened: 'この操作は、変更の記録からは取り消せません。',
    safe: nothingWritten,
    todo: '確定した議事録は「開きなおす」で、取り込みや統合はその画面で取り消せます。',
  },
  'not-a-handover': {
    happened: 'これは、つどいの引きつぎのファイル（.tsudoi）ではありません。',
    safe: fileUntouched,
    todo: '前の担当者のつどいの「データを守る」で作ったファイルを選んでください。',
  },
  'wrong-passphrase': {
    happened: '合いことばがちがいます。',
    safe: fileUntouched,
    todo: '作った人に合いことばを確かめて、もう一度入れてください。全角と半角のちがいは気にしなくてかまいません。',
  },
  'handover-damaged': {
    happened: '引きつぎのファイルが、途中で切れているか、こわれています。',
    safe: fileUntouched,
    todo: 'もとの場所からもう一度写すか、前のPCで作りなおしてもらってください。',
  },
  'practice-open': {
    happened: 'いま開いているのは練習のデータです。',
    safe: nothingWritten,
    todo: '画面の下の「練習をやめて消す」で本番に戻ってから、もう一度おためしください。',
  },
  'share-unreachable': (details) => ({
    happened: `共有フォルダー${named(details, 'folder', '')}に届きません。`,
    safe: 'このPCの記録はそのままです。編集中だった場合は、このまま続けられます。',
    todo: 'ネットワークと、フォルダーの名前を確かめてください。届くようになると、つどいが自分で追いつきます。',
  }),
  'share-not-ours': (details) => ({
    happened: `${named(details, 'folder', 'このフォルダー')}には、つどい以外のものが入っています。`,
    safe: 'フォルダーの中のものにも、このPCの記録にも手を加えていません。',
    todo: '共有の場所に空のフォルダーを一つ作り、それを入れてください。',
  }),
  'share-empty': {
    happened: 'この共有フォルダーには、まだ記録がありません。',
    safe: 'このPCにも、まだ何も作っていません。',
    todo: 'フォルダーの名前を確かめてください。はじめての一台なら、五つの質問に答えてから「設定」で共有を始めます。',
  },
  'share-has-data': (details) => ({
    happened: `この共有フォルダーには、もう記録があります（${named(details, 'name', '')}さんが書いたもの）。`,
    safe: nothingWritten,
    todo: 'そちらの記録を使うときは「共有フォルダーの記録を使う」を選んでください。このPCの記録は控えに残します。',
  }),
  'second-place-unfit': (details) => ({
    happened: `${named(details, 'folder', 'その場所')}は、控えの二つめの場所に使えません。`,
    safe: nothingWritten,
    todo: 'USBメモリーや共有フォルダーの中のフォルダーを、はじめから（E:\\控え のように）書いてください。データと同じフォルダーの中は選べません。',
  }),
  'pen-held': (details) => ({
    happened: `いまは${named(details, 'name', 'ほかの人')}さんが編集中です。`,
    safe: nothingWritten,
    todo: '「編集したいと伝える」で知らせるか、編集が終わるのを待ってください。',
  }),
  locked: {
    happened: 'つどいに鍵がかかっています。',
    safe: '記録は無事です。入力して保存したものは、そのまま残っています。',
    todo: 'パスワードか回復キーを入れてください。',
  },
  'wrong-password': (details) => ({
    happened: 'パスワードか回復キーがちがいます。',
    safe: nothingWritten,
    todo: `大文字と小文字、ひらがなと半角を確かめて、${Number(details['seconds'] ?? 0) > 0 ? `${String(details['seconds'])}秒待ってから` : ''}もう一度入れてください。忘れたときは、印刷した回復キーで開けます。`,
  }),
  'wait-a-moment': (details) => ({
    happened: `続けてちがったので、あと${named(details, 'seconds', '少し')}秒待っています。`,
    safe: nothingWritten,
    todo: '待ってから、もう一度入れてください。',
  }),
  'recovery-key-mistyped': (details) => ({
    happened:
      typeof details['signs'] === 'number'
        ? `回復キーの文字の数がちがいます（いま${String(details['signs'])}文字。40文字です）。`
        : `回復キーの${Array.isArray(details['groups']) ? details['groups'].map((group) => `${group}つめ`).join('、') : ''}のまとまりに、写しちがいがあります。`,
    safe: nothingWritten,
    todo: '紙とくらべて、そのまとまりを入れなおしてください。',
  }),
  'backup-locked': {
    happened: 'この控えは、いまとはちがうパスワードで暗号になっています。',
    safe: nothingWritten,
    todo: '控えをとったときのパスワードか、そのときの回復キーを入れてください。',
  },
  'password-set': {
    happened: 'パスワードは、もうついています。',
    safe: nothingWritten,
    todo: '変えるときは「パスワードを変える」を使ってください。',
  },
  'no-password': {
    happened: 'パスワードがついていません。',
    safe: nothingWritten,
    todo: '「設定」の「パスワードと鍵」でつけられます。',
  },
  'sharing-on': {
    happened: 'パスワードと共有フォルダーは、いまはまだいっしょに使えません。',
    safe: nothingWritten,
    todo: 'パスワードをつけるときは共有を、共有を始めるときはパスワードを、先にやめてください。',
  },
  'role-needed': (details) => ({
    happened: `この操作は、${named(details, 'role', '「編集」')}の役割の人だけができます。`,
    safe: nothingWritten,
    todo: 'その役割の暗証番号を知っている人に頼むか、「設定」の「パスワードと鍵」で席をかわってください。',
  }),
  'other-office': () => ({
    happened: '事務局の名前がちがいます。',
    safe: nothingWritten,
    todo: '設定の「事務局」に書いてあるとおりに入れてください。紙の書類の差出人の名前が同じです。',
  }),
  'wrong-pin': (details) => ({
    happened: '暗証番号がちがいます。',
    safe: nothingWritten,
    todo: `${Number(details['seconds'] ?? 0) > 0 ? `${String(details['seconds'])}秒待ってから、` : ''}もう一度入れてください。「閲覧」なら番号なしで始められます。`,
  }),
  'no-sign-in': {
    happened: 'このPCのサインインで開くことは、ここではできません。',
    safe: nothingWritten,
    todo: 'パスワードで開いてください。',
  },
  'not-a-backup': {
    happened: 'このファイルは、つどいの控えとして読めません。こわれているか、別のファイルです。',
    safe: nothingWritten,
    todo: 'ほかの控えを選んでください。',
  },
  'printer-unavailable': {
    happened: 'PDFを作る部品が、このPCで動きませんでした。',
    safe: 'データはそのままです。',
    todo: 'つどいを開きなおしてください。それまでは、Excelで書き出して印刷できます。',
  },
  cancelled: {
    happened: '取りやめました。',
    safe: nothingWritten,
    todo: '続けるときは、もう一度はじめてください。',
  },
  unexpected: {
    happened: '思いがけないことが起きて、操作を終えられませんでした。',
    safe: nothingWritten,
    todo: 'もう一度おためしください。続くときは、つどいを開きなおしてください。',
  },
}

/** The Japanese sentence of an error, for the window and the command line alike. */
export function errorText(error: TsudoiError): ErrorText {
  const text = texts[error.code]
  return typeof text === 'function' ? text(error.details ?? {}) : text
}
