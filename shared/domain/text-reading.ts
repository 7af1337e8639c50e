/**
 * What was read out of a text that somebody typed: the value, what stood beside it and is kept, and what
 * should be said about it. Nothing is thrown away: what is not in `value` is in `note`.
 */
export interface TextReading<Value> {
  /** Null when there was no value to read. */
  readonly value: Value | null
  /** What stood beside the value or instead of it, '' when nothing did. */
  readonly note: string
  readonly remarks: readonly ReadingRemark[]
}

export interface ReadingRemark {
  /** note: told only · ask: somebody should look. */
  readonly severity: 'note' | 'ask'
  /** A Japanese sentence. */
  readonly message: string
}
