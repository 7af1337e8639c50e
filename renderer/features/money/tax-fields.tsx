import { TextField } from '#renderer/ui/text-field.tsx'
import { WrittenField } from '#renderer/ui/written-field.tsx'
import { formatTaxRate, parseTaxRate, type TaxRate } from '#shared/domain/withholding.ts'

export interface Tax {
  readonly taxName: string
  readonly taxRate: TaxRate
}

export interface TaxFieldsProps {
  readonly tax: Tax
  readonly onChange: (tax: Tax) => void
  readonly onReadable?: (readable: boolean) => void
}

/** Kind and rate of the tax as the office sets them: 報酬 10.21％, 給与（乙欄） 3.063％. No rate is known to the program. */
export function TaxFields({ tax, onChange, onReadable }: TaxFieldsProps) {
  return (
    <>
      <TextField
        label="税の種類"
        width="medium"
        placeholder="報酬、給与（乙欄）など"
        value={tax.taxName}
        onChange={(taxName) => onChange({ ...tax, taxName })}
      />
      <WrittenField<TaxRate>
        label="税率（％）"
        width="short"
        value={tax.taxRate}
        onChange={(taxRate) => onChange({ ...tax, taxRate: taxRate ?? 0 })}
        {...(onReadable === undefined ? {} : { onReadable })}
        read={(text) => {
          if (text.trim() === '') return { ok: true, value: 0 }
          const rate = parseTaxRate(text)
          return rate === null
            ? {
                ok: false,
                message: `「${text}」は税率として読めません。10.21 や 3.063 のように書いてください。`,
              }
            : { ok: true, value: rate }
        }}
        write={formatTaxRate}
      />
    </>
  )
}
