import type { OutlineBlock, OutlineItem } from '../report-document.ts'
import { escapeHtml, htmlLines, lengthOf } from './html-text.ts'

/** A numbered outline as nested lists, so that whoever hears the page hears what belongs to what. */
export function outlineHtml({ items, noteWidthsEm }: OutlineBlock): string {
  let html = '<ol class="outline">'
  // Levels of the lists that are open, the outermost first.
  const open: number[] = []
  for (const item of items) {
    while (open.length > 0 && (open.at(-1) ?? 0) > item.level) {
      html += open.length > 1 ? '</li></ol>' : '</li>'
      open.pop()
    }
    if (open.length > 0 && open.at(-1) === item.level) {
      html += '</li>'
    } else {
      if (open.length > 0) html += '<ol>'
      open.push(item.level)
    }
    html += `<li>${rowHtml(item, noteWidthsEm)}`
  }
  return html + '</li></ol>'.repeat(open.length) + (open.length === 0 ? '</ol>' : '')
}

function rowHtml({ number, level, text, notes }: OutlineItem, widthsEm: readonly number[]): string {
  const noted = widthsEm
    .map(
      (width, column) =>
        `<span class="note" ${lengthOf('width', width, 'em')}>${htmlLines(notes[column] ?? '')}</span>`,
    )
    .join('')
  return `<div class="row level-${String(level)}"><span class="number">${escapeHtml(number)}</span><span class="text">${htmlLines(text)}</span>${noted}</div>`
}
