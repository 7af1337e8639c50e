import { isKana, joinSpacedPost, splitPostAndName, tidyKana } from '#shared/domain/person-name.ts'
import type { ResolvedCell } from './resolve-cells.ts'
import type { RowReader } from './row-reader.ts'

export interface NameReading {
  readonly name: string
  readonly post: string
  readonly reading: string | null
  readonly struck: boolean
  readonly red: boolean
}

/** Breaks within a cell are layout here: 青羽市⏎婦人会 is one name. */
export const inOneLine = (text: string): string => text.trim().replace(/[^\S　]*\n\s*/g, '')

/** The reading that goes with the name when post and name share a cell: the last parts, as many as the name has. */
function readingOfName(reading: string | null, name: string): string | null {
  if (reading === null) return null
  const parts = reading.trim().split(/[\s・]+/)
  const names = name.split(/\s+/)
  return parts.length > names.length ? parts.slice(-names.length).join('　') : null
}

function nameFrom(found: ResolvedCell, name: string, post: string, shared: boolean): NameReading {
  const { reading, struck, red } = found.cell
  return {
    name: name.replace(/\s*\n\s*/g, '　').trim(),
    post: joinSpacedPost(inOneLine(post)),
    reading: shared ? readingOfName(reading, name) : reading,
    struck,
    red,
  }
}

/** Name and post from their columns, or parted where they share one, merged or not. */
export function readName(reader: RowReader): NameReading | null {
  const both = reader.get('nameAndPost')
  if (both !== null && reader.get('name') === null) {
    const split = splitPostAndName(both.cell.text)
    reader.where.name = both.address
    return split === null
      ? nameFrom(both, both.cell.text, '', false)
      : nameFrom(both, split.name, split.post, true)
  }
  const name = reader.get('name')
  const post = reader.get('post')
  if (name !== null) {
    const split = post === null ? splitPostAndName(name.cell.text) : null
    if (split !== null) reader.where.post = name.address
    return split === null
      ? nameFrom(name, name.cell.text, post?.cell.text ?? '', false)
      : nameFrom(name, split.name, split.post, true)
  }
  if (post === null) return null
  const split = splitPostAndName(post.cell.text)
  const nameColumn = reader.sheet.table.columnOf.get('name')
  const merged = nameColumn !== undefined && reader.resolved.coveredFrom(nameColumn) === post.cell.column
  if (split === null && !merged) return null
  reader.where.name = post.address
  if (split !== null) return nameFrom(post, split.name, split.post, true)
  reader.remark('post', post, [
    { severity: 'ask', message: '役職と氏名の境が分かりません。全体を氏名として取り込みます。' },
  ])
  return nameFrom(post, post.cell.text, '', false)
}

/** ふりがな from its column, else from the furigana that Excel kept with the name. */
export function readKana(reader: RowReader, name: NameReading): string {
  const found = reader.get('kana')
  if (found !== null) {
    const kana = tidyKana(found.cell.text, name.name)
    if (!isKana(kana)) {
      reader.remark('kana', found, [
        { severity: 'ask', message: 'かな以外の文字が入っています。書かれたとおりに取り込みます。' },
      ])
    }
    return kana
  }
  const kana = name.reading === null ? '' : tidyKana(name.reading, name.name)
  if (kana === '' || !isKana(kana)) return ''
  reader.sayOfRow('note', `ふりがなが書かれていないので、Excelが覚えていた読み「${kana}」を使います。`)
  return kana
}
