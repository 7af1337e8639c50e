import type { CSSProperties } from 'react'
import type { PictureBorder, PictureCell, PictureStyle } from '#shared/domain/sheet-picture.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Name } from '#renderer/ui/name.tsx'
import { boxOf, rangeAt, type SheetLayout, spillWidth } from './sheet-layout.ts'
import styles from './sheet.module.css'

/** What a cell is on the screen on which a form is mapped. */
export type CellState = 'linked' | 'suggested' | 'unfit' | 'wrong'

const widths: Readonly<Record<PictureBorder['line'], string>> = {
  hair: '1px dotted',
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
  dashed: '1px dashed',
  dotted: '1px dotted',
}

const line = (border: PictureBorder | null): string =>
  border === null ? 'none' : `${widths[border.line]} ${border.color}`

const isMincho = (font: string): boolean => /明朝|mincho|serif|楷書|行書/iu.test(font)

/** Fonts whose kana and letters are as wide as they need: ＭＳ Ｐ明朝, 游ゴシック, Calibri. Japanese forms mostly use the others. */
const isProportional = (font: string): boolean =>
  /^(?:MS P|BIZ UDP|HGP|HGS)|游|メイリオ|^(?:Yu|Meiryo|Calibri|Arial|Times)/iu.test(font.normalize('NFKC'))

/** Letters of one width stand where a ring is drawn around them. */
function fontFamilyOf(font: string): string {
  const family = isMincho(font) ? 'mincho' : 'gothic'
  return `var(--${family}${isProportional(font) ? '' : '-fixed'})`
}

const placing = { left: 'flex-start', center: 'center', right: 'flex-end', distributed: 'stretch' } as const
const standing = { top: 'flex-start', center: 'center', bottom: 'flex-end' } as const

function lookOf(style: PictureStyle, scale: number): CSSProperties {
  return {
    fontFamily: fontFamilyOf(style.fontName),
    fontSize: style.fontSize * scale,
    fontWeight: style.bold ? 700 : 400,
    fontStyle: style.italic ? 'italic' : 'normal',
    textDecoration: [style.underlined ? 'underline' : '', style.struck ? 'line-through' : '']
      .join(' ')
      .trim(),
    color: style.color,
    alignItems: standing[style.vertical],
    justifyContent: placing[style.horizontal],
    textAlign: style.horizontal === 'distributed' ? 'justify' : style.horizontal,
    textAlignLast: style.horizontal === 'distributed' ? 'justify' : 'auto',
    paddingInline: 2 * scale,
    paddingLeft: 2 * scale + style.indent * style.fontSize * scale,
  }
}

function turned(style: PictureStyle): CSSProperties {
  if (style.rotation === 'stacked') return { writingMode: 'vertical-rl', textOrientation: 'upright' }
  return style.rotation === 0 ? {} : { transform: `rotate(${String(-style.rotation)}deg)` }
}

/** Letters of half width count half; what shrinks to fit is drawn as small as it must be. */
function shrinking(text: string, style: PictureStyle, width: number): number {
  if (!style.shrinks) return 1
  const letters = [...text].reduce((sum, letter) => sum + (/[ -~｡-ﾟ]/.test(letter) ? 0.5 : 1), 0)
  return Math.min(1, Math.max(0.5, (width - 4) / Math.max(1, letters * style.fontSize)))
}

export interface CellBoxProps {
  readonly cell: PictureCell
  readonly style: PictureStyle
  readonly layout: SheetLayout
  readonly scale: number
  readonly state: CellState | undefined
}

/** One cell or merge as it looks on paper, with what it is on this screen. */
export function CellBox({ cell, style, layout, scale, state }: CellBoxProps) {
  const box = boxOf(layout, rangeAt(layout, cell))
  const look = lookOf(style, scale)
  const spills = !style.wraps && style.horizontal === 'left' && style.rotation === 0 && cell.kind === 'text'
  const room = spills ? spillWidth(layout, cell) : box.width
  const smaller = shrinking(cell.text, style, box.width)
  return (
    <div
      role="gridcell"
      aria-colindex={cell.column}
      className={classNames(styles.cell, cell.hasFormula && styles.formula, state && styles[state])}
      style={{
        left: box.left * scale,
        top: box.top * scale,
        // One more, so that the lines of neighbours lie on each other.
        width: box.width * scale + 1,
        height: box.height * scale + 1,
        ...(style.fill === null || state !== undefined || cell.hasFormula
          ? {}
          : { backgroundColor: style.fill }),
        borderLeft: line(style.left),
        borderRight: line(style.right),
        borderTop: line(style.top),
        borderBottom: line(style.bottom),
        ...look,
      }}
    >
      {cell.text === '' ? null : (
        <span
          className={styles.text}
          style={{
            whiteSpace: style.wraps ? 'pre-wrap' : 'pre',
            maxWidth: room * scale,
            ...(style.horizontal === 'distributed' ? { width: '100%' } : {}),
            ...(smaller < 1 ? { fontSize: style.fontSize * scale * smaller } : {}),
            ...turned(style),
          }}
        >
          <Name>{cell.text}</Name>
        </span>
      )}
      {state === 'unfit' || state === 'wrong' ? (
        <span className={styles.bang} aria-label="入りきらない">
          !
        </span>
      ) : null}
    </div>
  )
}
