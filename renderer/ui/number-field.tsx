import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import { type Reading, WrittenField, type WrittenFieldProps } from './written-field.tsx'

export interface NumberFieldProps extends WrittenFieldProps<number> {
  readonly least?: number
  readonly most?: number
  /** 名, 分: said in the message, and behind the label by the caller. */
  readonly unit?: string
}

function readNumber(text: string, least: number, most: number, unit: string): Reading<number> {
  const plain = toHalfWidthDigits(text)
    .replace(/[\s,，、]/g, '')
    .replace(unit === '' ? /$^/ : new RegExp(`${unit}$`), '')
  if (plain === '') return { ok: true, value: null }
  if (!/^-?\d+$/.test(plain)) {
    return { ok: false, message: `「${text}」は数として読めません。数字だけで書いてください。` }
  }
  const value = Number(plain)
  return value < least || value > most
    ? { ok: false, message: `${least}から${most}までの数で書いてください。` }
    : { ok: true, value }
}

/** A whole number; full-width digits and a unit behind it are welcome. */
export function NumberField(props: NumberFieldProps) {
  const { least = 0, most = 9999, unit = '' } = props
  return (
    <WrittenField
      {...props}
      width={props.width ?? 'short'}
      read={(text) => readNumber(text, least, most, unit)}
      write={String}
    />
  )
}
