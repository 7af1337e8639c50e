import type { FormProblem } from '#shared/contract/report-operations.ts'
import type { Finding } from '../reports/forms/inspection/findings.ts'

type Words = Pick<FormProblem, 'field' | 'message'>

/** The words for what a workbook would give away: what it is, and what can be done. */
export function presentFinding(finding: Finding): FormProblem {
  const sheet = 'sheet' in finding ? finding.sheet : ''
  // Only what can be seen where it stands is worth being led to.
  const [cell = ''] = 'cells' in finding ? finding.cells : []
  return { kind: 'gives-away', sheet, cell, ...wordsFor(finding) }
}

const named = (names: readonly string[]): string => {
  const few = names.slice(0, 5).map((name) => `「${name}」`)
  return few.join('') + (names.length > few.length ? `など${String(names.length)}` : '')
}

/** The words of findings about the file as a whole. */
function wordsForFile(finding: Exclude<Finding, { readonly sheet: string }>): Words {
  switch (finding.kind) {
    case 'external-data':
      return {
        field: 'ほかのブックの値',
        message: `ほかのブックから写した値が${String(finding.count)}か所分、見えないところに残っています。取りのぞいても、この様式の欄に出ている数は変わりません。`,
      }
    case 'link-path':
      return {
        field: 'ほかのブックの場所',
        message: `ほかのブックへのつながりに、その場所（${finding.target}）が残っています。フォルダーの名だけを消せます。欄の数は変わりません。`,
      }
    case 'connections':
      return {
        field: 'データのつなぎ先',
        message: `外のデータへのつなぎ先${named(finding.names)}が残っています。消しても、取りこんだ数は欄に残ります。`,
      }
    case 'pivot-records':
      return {
        field: '集計のもとの明細',
        message: `ピボットテーブルが、もとの明細を${String(finding.count)}件、見えないところに持っています。消しても、出ている集計は残ります。`,
      }
    case 'people':
      return {
        field: 'コメントした人',
        message: `前にコメントした人の名前${named(finding.names)}が、ファイルに残っています。`,
      }
    case 'hidden-names':
      return {
        field: '見えない名前',
        message: `Excelの「名前の管理」に出ない名前${named(finding.names)}があります。市が置いたものなら、そのままでかまいません。`,
      }
    case 'author':
      return { field: '作成者', message: `ファイルの情報に、名前${named(finding.names)}が残っています。` }
    case 'properties':
      return {
        field: 'ファイルの情報',
        message: `ファイルの情報に、書きこみ${named(finding.names)}が残っています。市が付けた目印なら、そのままでかまいません。`,
      }
    case 'revisions':
      return {
        field: '変更の記録',
        message:
          finding.names.length === 0
            ? 'だれが何を変えたかの記録が、ファイルに残っています。'
            : `だれが何を変えたかの記録と、その人の名前${named(finding.names)}が、ファイルに残っています。`,
      }
    case 'custom-xml':
      return {
        field: '見えないデータ',
        message: `ほかのソフトが使うデータが${String(finding.count)}件、見えないところに入っています。市の仕組みが使うものなら、そのままでかまいません。`,
      }
    case 'thumbnail':
      return {
        field: '縮小の絵',
        message: '前に保存したときの1枚めの絵が、ファイルに残っています。書きこむ前のようすが見えます。',
      }
    case 'printers':
      return {
        field: 'プリンターの名前',
        message: `前に印刷したプリンターの名前${named(finding.names)}が残っています。消しても、用紙の大きさや向きは変わりません。`,
      }
    case 'file-path':
      return {
        field: '保存した場所',
        message: `最後に保存した場所（${finding.path}）が、ファイルに残っています。`,
      }
  }
}

/** The words of findings about one sheet. */
function wordsForSheet(finding: Extract<Finding, { readonly sheet: string }>): Words {
  const sheet = `シート「${finding.sheet}」`
  switch (finding.kind) {
    case 'comments': {
      const by = finding.authors.length === 0 ? '' : `（${finding.authors.join('、')}）`
      return {
        field: 'コメント',
        message: `${sheet}にコメント${by}が${String(finding.count)}件付いています。市の記入上の注意なら、そのままでかまいません。`,
      }
    }
    case 'hidden-sheet':
      return {
        field: '見えないシート',
        message: finding.veryHidden
          ? `${sheet}が、Excelの「再表示」にも出ないようにかくれています。選択肢の一覧など市が置いたものなら、そのままでかまいません。`
          : `${sheet}がかくれています。選択肢の一覧など市が置いたものなら、そのままでかまいません。`,
      }
    case 'hidden-rows':
      return {
        field: 'かくれた行',
        message: `${sheet}に、中身があるのに見えない行が${String(finding.rows.length)}行あります（${finding.rows.slice(0, 5).join('、')}行め）。表示して、見せてよいか確かめてください。`,
      }
    case 'hidden-columns':
      return {
        field: 'かくれた列',
        message: `${sheet}に、中身があるのに見えない列（${finding.columns.slice(0, 8).join('、')}）があります。表示して、見せてよいか確かめてください。`,
      }
    case 'unseen-text':
      return {
        field: '見えない字',
        message: `${sheet}に、地の色と同じ色などで見えない字が${String(finding.cells.length)}か所あります（${finding.cells.slice(0, 5).join('、')}）。見えるようにして、出してよいか確かめてください。`,
      }
    case 'embedded-files':
      return {
        field: '埋めこまれたファイル',
        message: `${sheet}に、ほかのファイルがまるごと${String(finding.count)}件埋めこまれています。取りのぞくと、その絵もなくなります。`,
      }
    case 'scenarios':
      return {
        field: 'ためした数',
        message: `${sheet}に、シナリオ${named(finding.names)}としてためした数が残っています。`,
      }
    case 'personal-column':
      return {
        field: finding.head,
        message: `${sheet}の「${finding.head}」に、${String(finding.cells.length)}人分が入っています。公開する書類なら、中身を消してください。`,
      }
  }
}

function wordsFor(finding: Finding): Words {
  return 'sheet' in finding ? wordsForSheet(finding) : wordsForFile(finding)
}

/** Tells one finding from another, the same whenever the same workbook is looked at. */
export const findingKey = (finding: Finding): string =>
  [
    finding.kind,
    'sheet' in finding ? finding.sheet : '',
    'part' in finding ? finding.part : '',
    'head' in finding ? finding.head : '',
  ].join('|')

/** What one click does about it. */
export function remedyWords(finding: Finding): string {
  const words: Readonly<Record<Finding['kind'], string>> = {
    'external-data': '写した値を取りのぞく',
    'link-path': 'フォルダーの名を消す',
    connections: 'つなぎ先を消す',
    'pivot-records': '明細を消す',
    people: '名前を消す',
    'unseen-text': '字を見えるようにする',
    'hidden-names': '名前を表示する',
    'embedded-files': 'ファイルを取りのぞく',
    scenarios: 'ためした数を消す',
    properties: '書きこみを消す',
    revisions: '記録を消す',
    'custom-xml': 'データを取りのぞく',
    thumbnail: '絵を取りのぞく',
    printers: 'プリンターの名前を消す',
    comments: 'コメントを取りのぞく',
    'hidden-sheet': 'シートを表示する',
    'hidden-rows': '行を表示する',
    'hidden-columns': '列を表示する',
    author: '名前を消す',
    'file-path': '場所を消す',
    'personal-column': '列の中身を消す',
  }
  return words[finding.kind]
}
