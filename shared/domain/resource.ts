import { addDays, type CalendarDate } from './calendar-date.ts'

/** Words of a 地域資源. */
export const resourceVisibilities = ['public', 'related', 'private'] as const
export type ResourceVisibility = (typeof resourceVisibilities)[number]
export const resourceVisibilityNames: Readonly<Record<ResourceVisibility, string>> = {
  public: '住民に公開',
  related: '関係者まで',
  private: '事務局だけ',
}

/** Days after which somebody should ask again whether it is still so. */
const checkedForDays = 365

/** Resources last checked before this day want checking. */
export function checkedSince(today: CalendarDate): CalendarDate {
  return addDays(today, -checkedForDays)
}

/** Whether nobody has checked it for a year, or ever. */
export function needsCheck(checkedOn: CalendarDate | null, today: CalendarDate): boolean {
  return checkedOn === null || checkedOn < checkedSince(today)
}
