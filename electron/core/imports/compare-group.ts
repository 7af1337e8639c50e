import { formatWareki } from '#shared/domain/calendar-date.ts'
import { describeKind, type Kind, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import { areaKey } from '#shared/domain/areas.ts'
import { telephoneKey } from '#shared/domain/contact.ts'
import type { PlannedGroup, PlannedGroupChange } from '#shared/domain/group-import-plan.ts'
import { toHiragana } from '#shared/domain/japanese-text.ts'
import { sectors, sectorShortNames } from '#shared/domain/sectors.ts'
import { plainForm } from './compare-person.ts'

const textFields = [
  ['code', '団体コード', (text: string) => text],
  ['name', '団体名', plainForm],
  ['kana', 'ふりがな', (text: string) => toHiragana(plainForm(text))],
  ['areaName', '圏域', areaKey],
  ['contactPost', '代表者の職', plainForm],
  ['contactName', '代表者', plainForm],
  ['postalCode', '郵便番号', plainForm],
  ['address', '所在地', plainForm],
  ['phone', '電話', telephoneKey],
  ['fax', 'ＦＡＸ', telephoneKey],
  ['email', 'メール', plainForm],
  ['activities', '活動内容', plainForm],
] as const

function sectorText(group: Pick<PlannedGroup, 'sectors'>): string {
  return sectors
    .filter((sector) => group.sectors.includes(sector))
    .map((sector) => sectorShortNames[sector])
    .join('・')
}

/** What a row would change of a recorded group, field by field. An empty cell never erases. */
export function compareGroup(
  planned: PlannedGroup,
  existing: PlannedGroup,
  kinds: readonly Kind[],
): readonly PlannedGroupChange[] {
  const changes: PlannedGroupChange[] = []
  const add = (field: keyof PlannedGroup, label: string, from: string, to: string): void => {
    if (to !== '' && from !== to) changes.push({ field, label, from, to })
  }
  for (const [field, label, form] of textFields) {
    if (form(existing[field]) !== form(planned[field])) add(field, label, existing[field], planned[field])
  }
  const kindText = (group: PlannedGroup): string =>
    group.kind === null ? '' : describeKind(group.kind, kinds).name
  add('kind', '種別', kindText(existing), kindText(planned))
  const familyText = (group: PlannedGroup): string =>
    group.family === null ? '' : kindFamilyNames[group.family]
  add('family', '類型', familyText(existing), familyText(planned))
  add('sectors', '分野', sectorText(existing), sectorText(planned))
  const day = (group: PlannedGroup): string => (group.checkedOn === null ? '' : formatWareki(group.checkedOn))
  add('checkedOn', '最終確認日', day(existing), day(planned))
  if (!plainForm(existing.note).includes(plainForm(planned.note))) {
    add('note', '備考', existing.note, planned.note)
  }
  return changes
}
