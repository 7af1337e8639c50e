import type { NeedRow } from '#shared/contract/need-operations.ts'
import type { Resource } from '#shared/contract/resource-operations.ts'
import { helpKindName, type HelpKindRow } from '#shared/domain/help-kinds.ts'
import { needSourceNames, needStatusNames } from '#shared/domain/need.ts'
import { resourceVisibilityNames } from '#shared/domain/resource.ts'
import { sectorNames, sectors } from '#shared/domain/sectors.ts'
import { dateField, type ListField, textField, yesNoField } from '../list-table.ts'

/** The columns of a 地域資源一覧, one value a cell. */
export const resourceFields = (kinds: readonly HelpKindRow[]): readonly ListField<Resource>[] => [
  textField('圏域', 8, (row) => row.areaName),
  textField('分類', 10, (row) => helpKindName(kinds, row.kind)),
  textField('名称', 16, (row) => row.name),
  textField('よみ', 14, (row) => row.kana),
  textField('運営主体', 14, (row) => row.operator),
  textField('窓口', 14, (row) => row.contact),
  textField('場所', 14, (row) => row.place),
  textField('開催日・頻度', 12, (row) => row.schedule),
  ...sectors.map((sector) =>
    yesNoField(`対象：${sectorNames[sector]}`, (row: Resource) => row.sectors.includes(sector)),
  ),
  textField('対象', 12, (row) => row.audience),
  textField('内容', 24, (row) => row.content),
  textField('費用', 8, (row) => row.fee),
  textField('定員', 6, (row) => row.capacity),
  textField('担い手', 10, (row) => row.helpers),
  textField('移動手段', 8, (row) => row.transport),
  textField('申込み', 10, (row) => row.application),
  textField('公開', 6, (row) => resourceVisibilityNames[row.visibility]),
  textField('情報源', 8, (row) => row.source),
  dateField('確認日', (row) => row.checkedOn),
  textField('確認した人', 8, (row) => row.checkedBy),
]

export const needFields = (kinds: readonly HelpKindRow[]): readonly ListField<NeedRow>[] => [
  dateField('把握日', (row) => row.notedOn),
  textField('協議体', 16, (row) => row.councilName),
  textField('圏域', 8, (row) => row.areaName),
  textField('経路', 8, (row) => needSourceNames[row.source]),
  textField('課題', 36, (row) => row.text),
  textField('分類', 10, (row) => helpKindName(kinds, row.kind)),
  ...sectors.map((sector) =>
    yesNoField(`対象：${sectorNames[sector]}`, (row: NeedRow) => row.sectors.includes(sector)),
  ),
  textField('既存の資源', 14, (row) => row.existingHelp),
  textField('対応', 14, (row) => row.response),
  textField('主体', 10, (row) => row.owner),
  dateField('期限', (row) => row.dueOn),
  textField('状況', 8, (row) => needStatusNames[row.status]),
  textField('終えたわけ', 12, (row) => row.closedBecause),
  textField('答えを待つ先', 12, (row) => row.waitingFor?.councilName ?? ''),
  dateField('上げた・下ろした日', (row) => row.waitingFor?.passedOn ?? null),
]
