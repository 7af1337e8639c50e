import { smallWorkbook } from '../core/reports/forms/small-workbook.ts'

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => `&#${String(letter.charCodeAt(0))};`)

const styles = `<fonts count="3"><font><sz val="10.5"/><name val="ＭＳ 明朝"/></font><font><b/><sz val="14"/><name val="ＭＳ 明朝"/></font><font><sz val="10.5"/><name val="ＭＳ ゴシック"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"><alignment vertical="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"><alignment horizontal="center" vertical="center"/></xf></cellXfs>`

const TITLE = 1
const LABEL = 2
const BOX = 3

/**
 * A form of a city that does not exist, made for the journey: a title, labels beside boxes, one □ of three, a
 * sum, a box that is too narrow, two tables. With rows put in above, it is a new edition of itself.
 */
export function unseenForm(rowsAbove = 0): Uint8Array {
  const at = (row: number): number => row + rowsAbove
  const cell = (column: string, row: number, style: number, text = ''): string =>
    text === ''
      ? `<c r="${column}${String(at(row))}" s="${String(style)}"/>`
      : `<c r="${column}${String(at(row))}" s="${String(style)}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`
  const row = (number: number, cells: string): string =>
    `<row r="${String(at(number))}" ht="21" customHeight="1">${cells}</row>`
  const boxes = (number: number, columns: string): string =>
    [...columns].map((column) => cell(column, number, BOX)).join('')
  const above =
    rowsAbove === 0
      ? ''
      : `<row r="1"><c r="A1" t="inlineStr"><is><t>改正後の要綱による様式（令和9年度から）</t></is></c></row>`
  const rows = [
    row(1, cell('A', 1, TITLE, '地域づくり会議　活動報告書')),
    row(4, cell('A', 4, LABEL, '会議名') + boxes(4, 'BCDE')),
    row(5, cell('A', 5, LABEL, '開催日時') + boxes(5, 'BCDE')),
    row(6, cell('A', 6, LABEL, '議題') + boxes(6, 'BCDE')),
    row(
      10,
      cell('A', 10, LABEL, '欠席者数') +
        boxes(10, 'BCD') +
        cell('E', 10, LABEL, 'やり方') +
        cell('F', 10, BOX, '□対面　□オンライン　□併用'),
    ),
    row(11, cell('A', 11, LABEL, '集まったところ') + cell('B', 11, BOX) + cell('C', 11, BOX, '（市内）')),
    row(
      12,
      `${cell('A', 12, LABEL, '合計')}<c r="B${String(at(12))}" s="4"><f>B${String(at(10))}+1</f><v>1</v></c>`,
    ),
    row(15, cell('A', 15, LABEL, '氏名') + cell('B', 15, LABEL, '役職') + cell('C', 15, LABEL, '備考')),
    ...[16, 17, 18, 19].map((each) => row(each, boxes(each, 'ABC'))),
    row(
      21,
      cell('A', 21, LABEL, 'これからすること（内容）') +
        cell('B', 21, LABEL, '担当する人') +
        cell('C', 21, LABEL, '期限（いつ）'),
    ),
    ...[22, 23, 24, 25].map((each) => row(each, boxes(each, 'ABC'))),
    row(27, cell('A', 27, 0, '以上のとおり報告します。')),
  ]
  const merge = (range: string): string =>
    `<mergeCell ref="${range.replace(/\d+/g, (digits) => String(at(Number(digits))))}"/>`
  return smallWorkbook({
    styles,
    sheets: {
      報告: `<cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="18" customWidth="1"/><col min="3" max="5" width="14" customWidth="1"/><col min="6" max="6" width="34" customWidth="1"/></cols><sheetData>${above}${rows.join('')}</sheetData><mergeCells count="4">${merge('A1:F1')}${merge('B4:E4')}${merge('B5:E5')}${merge('B6:E6')}</mergeCells>`,
    },
    parts: {
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>青羽 次郎</dc:creator></cp:coreProperties>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    },
  })
}
