/** 資料番号 given anew in the order of the agenda: 資料１, 資料２ …, in full width as papers print it. */

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

export interface PaperLine {
  readonly paperNumber: string
  readonly paperTitle: string
  /** Files lie with it. */
  readonly files: number
}

/** A number that the office has made itself (参考１, 別紙) is not one of ours, and stays. */
const ours = /^資料[0-9０-９]*$/

/** The numbers of the items, one for each that has a paper: a title, a file, or a number already. */
export function renumberPapers(items: readonly PaperLine[]): readonly string[] {
  let last = 0
  return items.map(({ paperNumber, paperTitle, files }) => {
    const number = paperNumber.trim()
    if (number !== '' && !ours.test(number)) return paperNumber
    if (number === '' && paperTitle.trim() === '' && files === 0) return ''
    last += 1
    return `資料${fullWidth(last)}`
  })
}
