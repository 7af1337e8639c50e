import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { telephoneKey } from '#shared/domain/contact.ts'
import type { PlannedChange, PlannedPerson } from '#shared/domain/import-plan.ts'
import { toHiragana } from '#shared/domain/japanese-text.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import type { ExistingPerson } from './existing-roster.ts'

/**
 * The form in which two writings of one value are equal: blanks, widths of letters and kinds of hyphens do not
 * count, characters do, so that 高橋 → 髙橋 is a change.
 */
export function plainForm(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—―−－]/g, '-')
}

const textFields = [
  ['name', '氏名', plainForm],
  ['kana', 'ふりがな', (text: string) => toHiragana(plainForm(text))],
  ['organizationName', '団体名', plainForm],
  ['post', '役職', plainForm],
  ['postalCode', '郵便番号', plainForm],
  ['address', '住所', plainForm],
  ['phone', '電話', telephoneKey],
  ['phoneNote', '電話のメモ', plainForm],
  ['fax', 'ＦＡＸ', telephoneKey],
  ['email', 'メール', plainForm],
] as const

const dateFields = [
  ['appointedOn', '委嘱日'],
  ['termFrom', '任期の始め'],
  ['termTo', '任期の終わり'],
] as const

const dateText = (date: CalendarDate | null): string => (date === null ? '' : formatWareki(date))

function compareTexts(planned: PlannedPerson, existing: ExistingPerson): readonly PlannedChange[] {
  return textFields.flatMap(([field, label, form]) => {
    const from = existing[field]
    const to = planned[field]
    // Most rows of a list that comes again are the same to the letter.
    return to === '' || from === to || form(from) === form(to) ? [] : [{ field, label, from, to }]
  })
}

function compareMembership(
  planned: PlannedPerson,
  existing: ExistingPerson,
  roleStated: boolean,
): readonly PlannedChange[] {
  const seat = existing.membership
  if (seat === null) return []
  const changes: PlannedChange[] = []
  const add = (field: keyof PlannedPerson, label: string, from: string, to: string): void => {
    if (to !== '' && from !== to && plainForm(from) !== plainForm(to))
      changes.push({ field, label, from, to })
  }
  add('category', '区分', seat.category, planned.category)
  for (const [field, label] of dateFields) add(field, label, dateText(seat[field]), dateText(planned[field]))
  add('termNote', '任期のメモ', seat.termNote, planned.termNote)
  if (roleStated) add('role', '役割', councilRoleNames[seat.role], councilRoleNames[planned.role])
  if (planned.exOfficio && !seat.exOfficio) add('exOfficio', '充て職', 'いいえ', 'はい')
  return changes
}

/**
 * What a row would change of a recorded person, field by field. An empty cell never erases, a role that the
 * sheet does not state never demotes, and a note that is part of the recorded one is no change.
 */
export function comparePerson(
  planned: PlannedPerson,
  existing: ExistingPerson,
  roleStated: boolean,
): readonly PlannedChange[] {
  const changes = [...compareTexts(planned, existing)]
  const sectorText = (person: Pick<PlannedPerson, 'sectors'>): string =>
    [...person.sectors]
      .sort()
      .map((sector) => sectorShortNames[sector])
      .join('・')
  if (planned.sectors.length > 0 && sectorText(planned) !== sectorText(existing)) {
    changes.push({ field: 'sectors', label: '分野', from: sectorText(existing), to: sectorText(planned) })
  }
  changes.push(...compareMembership(planned, existing, roleStated))
  if (planned.note !== existing.note && !plainForm(existing.note).includes(plainForm(planned.note))) {
    changes.push({ field: 'note', label: '備考', from: existing.note, to: planned.note })
  }
  return changes
}
