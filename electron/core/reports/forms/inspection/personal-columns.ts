import { columnLetters, formatAddress } from '../cell-address.ts'
import type { FormSheet, FormWorkbook } from '../form-workbook.ts'
import { bareLabel } from '../suggestions/label-words.ts'
import { anchorOf, isBlank, readSheetTexts, type FormBox } from '../suggestions/sheet-texts.ts'
import type { Finding } from './findings.ts'

/** Heads of columns that hold what concerns one person only; compared with brackets, blanks and widths put aside. */
const PERSONAL = new Set([
  '住所',
  '自宅住所',
  '現住所',
  '本籍',
  '電話',
  '電話番号',
  '自宅電話',
  '自宅電話番号',
  '携帯',
  '携帯電話',
  '携帯電話番号',
  '携帯番号',
  '連絡先',
  '緊急連絡先',
  'tel',
  'fax',
  'fax番号',
  'メール',
  'メールアドレス',
  'e-mail',
  'email',
  'eメール',
  '電子メール',
  '生年月日',
  '年齢',
  '性別',
  '口座',
  '口座番号',
  '口座名義',
  '金融機関',
  '金融機関名',
  '振込先',
  '振込口座',
  '郵便番号',
  '個人番号',
  'マイナンバー',
])

/** One filled box below a label is somebody's own contact box; a column begins with two. */
const LEAST_FILLED = 2

const TELEPHONE = /^[(（]?0\d{1,4}[)）]?[-－ー‐−・ ]?\d{1,4}[-－ー‐−・ ]\d{3,4}$/
const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/

/** A telephone number or a mail address, of either width. */
const isContact = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim()
  return TELEPHONE.test(plain) || MAIL.test(plain)
}

/** Columns with a telling head, and columns without one whose boxes are telephone numbers or mail addresses. */
export function personalColumns(workbook: FormWorkbook, sheet: FormSheet): readonly Finding[] {
  const texts = readSheetTexts(workbook, sheet)
  const told = new Set<string>()
  const finding = (head: string, boxes: readonly FormBox[]): readonly Finding[] => {
    const cells = boxes.map((box) => formatAddress(anchorOf(box))).filter((cell) => !told.has(cell))
    if (cells.length < LEAST_FILLED) return []
    for (const cell of cells) told.add(cell)
    return [{ kind: 'personal-column', sheet: sheet.name, head, cells }]
  }
  const below = (head: FormBox): readonly FormBox[] => {
    const boxes: FormBox[] = []
    let blanks = 0
    for (let box = texts.below(head); blanks < 2; box = texts.below(box)) {
      if (box.text.trim() === '') blanks += 1
      else if (!isBlank(box)) {
        blanks = 0
        boxes.push(box)
      }
    }
    return boxes
  }
  const headed = texts.boxes
    .filter((box) => PERSONAL.has(bareLabel(box.text).replace(/[(（][^)）]*[)）]$/u, '')))
    .flatMap((head) => finding(head.text.trim(), below(head)))
  const contacts = Map.groupBy(
    texts.boxes.filter((box) => isContact(box.text)),
    ({ range }) => range.left,
  )
  return [
    ...headed,
    ...[...contacts].flatMap(([column, boxes]) => finding(`${columnLetters(column)}列の電話・メール`, boxes)),
  ]
}
