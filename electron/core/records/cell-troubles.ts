import type { ErrorCode } from '#shared/contract/errors.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { CellTrouble } from '#shared/contract/mapping-operations.ts'
import type { MappingProblem } from '../reports/forms/apply-mapping.ts'
import type { UnfitText } from '../reports/forms/check-fit.ts'
import type { FilledAsFarAsItGoes, LeftOut } from '../reports/forms/mapping-desk/fill-what-goes.ts'
import { presentProblem } from './prepared-form.ts'

const kinds: Readonly<Partial<Record<ErrorCode, CellTrouble['kind']>>> = {
  'form-cell-formula': 'formula',
  'form-rows-uneven': 'rows-uneven',
  'sheet-missing': 'sheet-missing',
  'form-sheet-uncopyable': 'sheet-uncopyable',
}

function leftOutTrouble({ sheet, cell, code }: LeftOut): CellTrouble {
  const kind = kinds[code] ?? 'cell-invalid'
  const words: Readonly<Record<string, string>> = {
    formula: 'この欄には計算式が入っています。書きこむには「計算式に上書きする」を選んでください。',
    'rows-uneven': 'この表は、行ごとにセルの結合のしかたがちがいます。同じ形の行だけを選びなおしてください。',
    'sheet-missing': `「${sheet}」というシートが、このExcelにはありません。シートの欄は、別のところにつなぎなおしてください。`,
    'sheet-uncopyable':
      'このシートには、写しを作れないもの（スライサーなど）があります。行が足りないときを「行を足す」か「あとは別紙を付ける」に変えてください。',
    'cell-invalid':
      'この欄の文に、書きこむところ（空白や□）が見つかりません。つなぎ方を変えるか、別の欄を選んでください。',
  }
  return { kind, sheet, cell, message: words[kind] ?? '', waysOut: null }
}

function unfitTrouble({ sheet, cell, text, lettersThatFit, fontSize, wraps }: UnfitText): CellTrouble {
  const letters = [...text].length
  return {
    kind: 'too-long',
    sheet,
    cell,
    message: `${String(letters)}文字。欄は${String(lettersThatFit)}文字まで。`,
    waysOut: { text, letters, room: lettersThatFit, fontSize, wraps },
  }
}

/** What a mapping that is being made will not do, cell by cell, in the words of the screen. */
export function cellTroubles(
  problems: readonly MappingProblem[],
  filled: FilledAsFarAsItGoes,
  mapping: FormMapping,
): readonly CellTrouble[] {
  const labels = new Map(mapping.entries.map((entry) => [`${entry.sheet}!${entry.cell}`, entry.label]))
  return [
    ...filled.leftOut.map(leftOutTrouble),
    ...filled.unfit.map(unfitTrouble),
    ...problems.map((problem): CellTrouble => {
      const label = labels.get(`${problem.sheet}!${problem.cell}`) ?? problem.cell
      const { kind, sheet, cell, message } = presentProblem(problem, label)
      return { kind, sheet, cell, message, waysOut: null }
    }),
  ]
}
