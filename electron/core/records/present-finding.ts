import type { FormProblem } from '#shared/contract/report-operations.ts'
import type { Finding } from '../reports/forms/inspection/findings.ts'

/** The words for what a workbook would give away: what it is, and what can be done. */
export function presentFinding(finding: Finding): FormProblem {
  const sheet = 'sheet' in finding ? finding.sheet : ''
  return { kind: 'gives-away', sheet, cell: '', ...wordsFor(finding) }
}

function wordsFor(finding: Finding): Pick<FormProblem, 'field' | 'message'> {
  switch (finding.kind) {
    case 'external-data':
      return {
        field: 'ほかのブックの値',
        message: `ほかのブックから写した値が${String(finding.count)}か所分、見えないところに残っています。相手に見せてよいか、Excelの「リンクの編集」で確かめてください。`,
      }
    case 'comments':
      return {
        field: 'コメント',
        message: `シート「${finding.sheet}」にコメントが${String(finding.count)}つ付いています。市の記入上の注意なら、そのままでかまいません。`,
      }
    case 'hidden-sheet':
      return {
        field: '見えないシート',
        message: `シート「${finding.sheet}」がかくれています。選択肢の一覧など市が置いたものなら、そのままでかまいません。`,
      }
    case 'hidden-rows':
      return {
        field: 'かくれた行',
        message: `シート「${finding.sheet}」に、中身のあるかくれた行が${String(finding.rows.length)}行あります。Excelで表示して、見せてよいか確かめてください。`,
      }
    case 'hidden-columns':
      return {
        field: 'かくれた列',
        message: `シート「${finding.sheet}」に、中身のあるかくれた列（${finding.columns.join('、')}）があります。Excelで表示して、見せてよいか確かめてください。`,
      }
    case 'author':
      return {
        field: '作成者',
        message: `ファイルの情報に「${finding.names.join('」「')}」と残っています。消すには、Excelの「ファイル」→「情報」→「ドキュメント検査」を使ってください。`,
      }
    case 'file-path':
      return {
        field: '保存した場所',
        message: `最後に保存した場所（${finding.path}）がファイルに残っています。Excelで別の場所に保存し直すと、その場所に変わります。`,
      }
    case 'personal-column':
      return {
        field: finding.head,
        message: `シート「${finding.sheet}」の「${finding.head}」の列に、${String(finding.cells.length)}人分が入っています。公開する書類なら、この列を消してください。`,
      }
  }
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
