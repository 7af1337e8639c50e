/** How much is made: one year of a town, and ten years of a city. */
export const loadNames = ['L1', 'L10'] as const
export type LoadName = (typeof loadNames)[number]

export interface LoadSize {
  readonly councils: number
  readonly people: number
  readonly groups: number
  /** 年度, the last being 2026 (令和8年度). */
  readonly years: number
  readonly meetingsPerYear: number
  readonly seats: number
  readonly statementsPerMeeting: number
  readonly tasks: number
  readonly needs: number
  readonly resources: number
  /** Entries of the coordinators' diaries, over all years. */
  readonly activities: number
}

export const lastFiscalYear = 2026

export const loadSizes: Readonly<Record<LoadName, LoadSize>> = {
  L1: {
    councils: 3,
    people: 300,
    groups: 120,
    years: 1,
    meetingsPerYear: 8,
    seats: 15,
    statementsPerMeeting: 84,
    tasks: 200,
    needs: 60,
    resources: 60,
    activities: 1000,
  },
  L10: {
    councils: 60,
    people: 20_000,
    groups: 3000,
    years: 10,
    meetingsPerYear: 10,
    seats: 15,
    statementsPerMeeting: 100,
    tasks: 50_000,
    needs: 4000,
    resources: 4000,
    activities: 200_000,
  },
}
