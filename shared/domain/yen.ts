/** Amounts as Japanese papers write them: whole yen, thousands comma, minus as △. */
export function formatYen(yen: number): string {
  const digits = Math.abs(yen).toLocaleString('en-US', { maximumFractionDigits: 0 })
  return yen < 0 ? `△${digits}` : digits
}

/** 12,345円 */
export function yenWords(yen: number): string {
  return `${formatYen(yen)}円`
}
