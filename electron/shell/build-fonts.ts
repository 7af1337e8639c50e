import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The BIZ UD families (Morisawa, SIL Open Font License 1.1): P ones are proportional in kana and Latin. */
const families = ['biz-udpgothic', 'biz-udgothic', 'biz-udpmincho', 'biz-udmincho']
/**
 * Noto (Google, SIL Open Font License 1.1) draws what BIZ UD lacks: names such as 𠮷田. Only its pieces beyond the
 * Basic Multilingual Plane are shipped, some 400 kB.
 */
const rareFamilies = ['noto-sans-jp', 'noto-serif-jp']
const weights = ['400', '700']

/**
 * Copies the woff2 pieces of the shipped fonts into `target`, with one `fonts.css` for window and paper and
 * each family's licence. Every piece covers a range of characters, so a page loads only those it shows.
 */
export function buildFonts(nodeModules: string, target: string): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'files'), { recursive: true })
  const rules = [...families, ...rareFamilies].flatMap((family) => {
    const source = join(nodeModules, '@fontsource', family)
    cpSync(join(source, 'LICENSE'), join(target, `LICENSE-${family}.txt`))
    return weights.map((weight) => {
      const all = rewriteRules(readFileSync(join(source, `${weight}.css`), 'utf8'))
      const css = rareFamilies.includes(family) ? onlyRarePieces(all) : all
      // Only what is named: beside the pieces lie whole fonts that no page would ever load.
      for (const [, piece = ''] of css.matchAll(/url\((files\/[^)]+)\)/g)) {
        cpSync(join(source, piece), join(target, piece))
      }
      return css
    })
  })
  writeFileSync(join(target, 'fonts.css'), rules.join('\n'))
}

/** A rule a line: those whose range reaches into the planes beyond the first. */
function onlyRarePieces(css: string): string {
  return css
    .split('\n')
    .filter((rule) => /unicode-range:[^;]*U\+2[0-9a-f]{4}\b/i.test(rule))
    .join('\n')
}

/**
 * woff2 alone, since every Chromium reads it. `font-display: block` instead of `swap`: the files come from
 * this PC within milliseconds, and on paper a moment of another font would be printed for good.
 */
function rewriteRules(css: string): string {
  return css
    .replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '')
    .replaceAll('url(./files/', 'url(files/')
    .replaceAll('font-display: swap', 'font-display: block')
    .replace(/\/\*.*?\*\/\n/g, '')
    .replace(/\n\s*/g, ' ')
    .replaceAll(' @font-face', '\n@font-face')
}
