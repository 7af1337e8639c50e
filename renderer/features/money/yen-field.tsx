import { NumberField, type NumberFieldProps } from '#renderer/ui/number-field.tsx'

/** Whole yen; 円 and commas may be typed along. */
export function YenField(props: Omit<NumberFieldProps, 'unit'>) {
  return <NumberField most={10_000_000} {...props} unit="円" width={props.width ?? 'medium'} />
}
