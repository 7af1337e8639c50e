import type { AgendaKind } from './meeting.ts'

const words: readonly (readonly [RegExp, AgendaKind])[] = [
  [/^開\s*会|あいさつ|挨拶/, 'opening'],
  [/^閉\s*会/, 'closing'],
  [/情報交換|情報共有|近況/, 'exchange'],
  [/報\s*告/, 'report'],
  [/協\s*議|議\s*題|審\s*議|検討/, 'discussion'],
  [/そ\s*の\s*他|連絡|次回/, 'other'],
]

/**
 * The kind of a section that its title gives away (１ 報告, ２ 協議, 開会), or that of the section it stands
 * under. A guess, to be changed with one key: it only spares choosing what the words already say.
 */
export function guessAgendaKind(title: string, level: 1 | 2 | 3, sectionKind: AgendaKind | null): AgendaKind {
  if (level > 1 && sectionKind !== null && sectionKind !== 'opening') return sectionKind
  return (
    words.find(([pattern]) => pattern.test(title))?.[1] ?? (sectionKind === null ? 'other' : 'discussion')
  )
}
