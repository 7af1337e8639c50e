/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string
  /** Median of the runs. */
  readonly milliseconds: number
  /** What it was compared with, in the same run. */
  readonly against?: string
  /** Time of the other over ours: above 1 we are faster. */
  readonly ratio?: number
}
