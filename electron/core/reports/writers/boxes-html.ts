import type { Box, BoxesBlock } from '../report-document.ts'
import { escapeHtml, htmlLines, lengthOf } from './html-text.ts'

/** Boxes at their places; each row stays on one page. */
export function boxesHtml({ caption, rows }: BoxesBlock): string {
  const drawn = rows.map(
    ({ heightMm, boxes }) =>
      `<div class="box-row" ${lengthOf('height', heightMm, 'mm')}>${boxes.map(boxHtml).join('')}</div>`,
  )
  return `<section class="boxes" aria-label="${escapeHtml(caption)}">${drawn.join('\n')}</section>`
}

function boxHtml({ fromMm, widthMm, lines, border, align, vertical, upsideDown }: Box): string {
  const look = `box ${align} ${vertical} ${border}${upsideDown ? ' upside-down' : ''}`
  const words = lines.map(
    ({ text, points }) => `<p ${lengthOf('points', points, 'pt')}>${htmlLines(text)}</p>`,
  )
  return `<div class="${look}" ${lengthOf('left', fromMm, 'mm')} ${lengthOf('width', widthMm, 'mm')}>${words.join('')}</div>`
}
