import { parseAddress } from '../reports/forms/cell-address.ts'
import type { ReadComment } from './read-table.ts'
import { createStringCollector } from './string-reader.ts'
import { attributeIn, scanXml } from './xml-scan.ts'

/** Before the text of a threaded comment Excel writes for older versions what that is. */
const threadNotice =
  /^\[(?:Threaded comment|スレッド化されたコメント|スレッド コメント)\][\s\S]*?(?:Comment|コメント):\s*/

/**
 * The comments of a sheet (`xl/commentsN.xml`), each one line: `戸田: 夜は出ない。`. Excel puts the author's name
 * on a line of its own in front. @throws Refusal as scanXml
 */
export function readComments(xml: string, part: string): readonly ReadComment[] {
  const comments: ReadComment[] = []
  const collector = createStringCollector()
  let at: ReturnType<typeof parseAddress>
  scanXml(xml, part, {
    onOpen(name, attributes) {
      if (name === 'comment') at = parseAddress(attributeIn(attributes, 'ref') ?? '')
      else collector.onOpen(name, attributes)
    },
    onClose(name) {
      if (name !== 'comment') {
        collector.onClose(name)
        return
      }
      const text = collector
        .take()
        .text.replace(threadNotice, '')
        .replace(/\s*\n\s*/g, ' ')
        .trim()
      if (at !== undefined && text !== '') comments.push({ row: at.row, column: at.column, text })
    },
    onText: collector.onText,
  })
  return comments
}
