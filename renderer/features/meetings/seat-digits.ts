/** Within this time a second digit belongs to the same seat number: 1, 2 → 12. In milliseconds. */
const together = 900

/** Seat numbers typed digit by digit into a list. */
export class SeatDigits {
  private digits = ''
  private typedAt = Number.NEGATIVE_INFINITY

  /** The seat that the digits so far name, or null. `at` is the time of the key, in milliseconds. */
  type<Line extends { readonly seatNumber: number }>(
    digit: string,
    at: number,
    roll: readonly Line[],
  ): Line | null {
    const joined = at - this.typedAt < together ? this.digits + digit : digit
    const find = (text: string): Line | null => roll.find((line) => String(line.seatNumber) === text) ?? null
    const found = find(joined)
    this.digits = found === null && joined.length > 2 ? digit : joined
    this.typedAt = at
    return found ?? find(digit)
  }
}
