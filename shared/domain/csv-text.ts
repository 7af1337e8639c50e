/** What Excel would take for a formula, and the blanks before it that Excel overlooks. */
const formulaLike = /^[\s\u3000]*[=+\-@＝＋－＠]/
const needsQuotes = /[",\r\n]/

/** One cell: quoted where needed; what Excel would compute is made plain text by a leading apostrophe. */
export function csvCell(text: string): string {
  const plain = formulaLike.test(text) ? `'${text}` : text
  return needsQuotes.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Rows as CSV that Excel opens by itself: UTF-8 with its mark, lines ended as on Windows. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
