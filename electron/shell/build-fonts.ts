import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The BIZ UD families (Morisawa, SIL Open Font License 1.1): P ones are proportional in kana and Latin. */
const families = ['biz-udpgothic', 'biz-udgothic', 'biz-udpmincho', 'biz-udmincho']
const weights = ['400', '700']

/**
 * Copies the woff2 pieces of the shipped fonts into `target`, with one `fonts.css` for window and paper and
 * each family's licence. Every piece covers a range of characters, so a page loads only those it shows.
 */
export function buildFonts(nodeModules: string, target: string): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'files'), { recursive: true })
  const rules = families.flatMap((family) => {
    const source = join(nodeModules, '@fontsource', family)
    cpSync(join(source, 'LICENSE'), join(target, `LICENSE-${family}.txt`))
    copyPieces(join(source, 'files'), join(target, 'files'))
    return weights.map((weight) => rewriteRules(readFileSync(join(source, `${weight}.css`), 'utf8')))
  })
  writeFileSync(join(target, 'fonts.css'), rules.join('\n'))
}

function copyPieces(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (name.endsWith('.woff2') && weights.some((weight) => name.includes(`-${weight}-normal`))) {
      cpSync(join(from, name), join(to, name))
    }
  }
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
