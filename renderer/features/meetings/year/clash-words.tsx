import { Chip } from '#renderer/ui/mark.tsx'
import type { Clash } from '#shared/contract/year-operations.ts'

/** 第１層協議体 第2回 13:30 と重なります：髙橋 敏夫ほか2人・同じ場所 */
export function clashText(clash: Clash): string {
  const [first] = clash.people
  const who =
    first === undefined
      ? ''
      : clash.people.length === 1
        ? first
        : `${first} ほか${String(clash.people.length - 1)}人`
  const what = [who, clash.sameRoom ? '同じ場所' : ''].filter((each) => each !== '').join('・')
  const number = clash.number === null ? '' : `第${String(clash.number)}回`
  return `${clash.councilName}${number}（${clash.startsAt}）と重なります：${what}`
}

export interface DayNotesProps {
  readonly holiday: string
  readonly clashes: readonly Clash[]
}

/** What speaks against a day: a holiday, people in two places, a room that is taken. */
export function DayNotes({ holiday, clashes }: DayNotesProps) {
  return (
    <>
      {holiday === '' ? null : <Chip mark="soon">{holiday}</Chip>}
      {clashes.map((clash) => (
        <Chip key={`${clash.councilName}${clash.startsAt}`} mark="late">
          {clashText(clash)}
        </Chip>
      ))}
    </>
  )
}
