/**
 * 源泉徴収. Which kind of tax and which rate apply is said per payment by the office (it differs by city and by what
 * the payment is for) and stands nowhere in the code. A rate is a whole number of thousandths of a percent, so that
 * 3.063 % is 3063: rates are set with up to three decimals, and no float ever holds one.
 */
export type TaxRate = number

export const noTax: TaxRate = 0
const perWhole = 100_000n

/**
 * Tax in whole yen on an amount in whole yen, fractions of a yen dropped (国税通則法 第119条: 端数は切り捨て).
 * Computed with whole numbers: 33,132 × 10.21 % is 3,382, whatever a float would make of it.
 */
export function withheldYen(amount: number, rate: TaxRate): number {
  return Number((BigInt(amount) * BigInt(rate)) / perWhole)
}

/** Reads 3.063, 10.21%, １０．２１％ into a rate; null for what is no percentage from 0 to 100 of three decimals at most. */
export function parseTaxRate(text: string): TaxRate | null {
  const plain = text.normalize('NFKC').replace(/[%\s]/g, '')
  const parts = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(plain)
  if (parts === null) return null
  const rate = Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'))
  return rate <= 100_000 ? rate : null
}

/** 3.063％, 10.21％, 0％ */
export function formatTaxRate(rate: TaxRate): string {
  const decimals = String(rate % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${String(Math.floor(rate / 1000))}${decimals === '' ? '' : `.${decimals}`}％`
}
