import type { Outreach } from '#shared/contract/participation-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import type { Kind } from '#shared/domain/constituent-kinds.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { outreachAnswerNames, outreachChannelNames, outreachState } from '#shared/domain/outreach.ts'
import { columnName } from '#shared/domain/participation.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { dayOrLast, dayText, type TableColumn } from './table-columns.ts'

export interface OutreachPlace {
  readonly kinds: readonly Kind[]
  readonly councilNames: ReadonlyMap<CouncilId, string>
  readonly today: CalendarDate
}

const whom = (row: Outreach): string =>
  [row.organizationName, row.personName || row.contactName].filter((text) => text !== '').join('　')

function gapOf({ sector, column }: Outreach, kinds: readonly Kind[]): string {
  return [sector === null ? '' : sectorShortNames[sector], column === null ? '' : columnName(column, kinds)]
    .filter((text) => text !== '')
    .join(' × ')
}

/** What became of it, or how it stands today. */
function outcomeOf(row: Outreach, today: CalendarDate): string {
  const ended = row.endedOn === null ? '' : formatWareki(row.endedOn, 'short')
  switch (outreachState({ ...row, seated: row.membershipId !== null }, today)) {
    case 'seated':
      return `席に着いた　${ended}`
    case 'ended':
      return `終わり　${ended}　${row.endedBecause}`
    case 'due':
      return '次にする日が来ている'
    case 'open':
      return '続いている'
  }
}

/** 呼びかけ as a list: whom, for which council and gap, by whom, when and how, what came of it. */
export const outreachColumns = ({
  kinds,
  councilNames,
  today,
}: OutreachPlace): readonly TableColumn<Outreach>[] => [
  { key: 'whom', heading: '相手', text: whom, share: 17, usual: true },
  {
    key: 'council',
    heading: '協議体',
    text: (row) => councilNames.get(row.councilId) ?? '',
    share: 15,
    usual: false,
  },
  { key: 'gap', heading: '足りない欄', text: (row) => gapOf(row, kinds), share: 12, usual: true },
  { key: 'need', heading: '地域課題', text: (row) => row.needText, share: 15, usual: true },
  { key: 'by', heading: '担当', text: (row) => row.askedBy, share: 8, usual: false },
  {
    key: 'asked',
    heading: '呼びかけ日',
    text: (row) => dayText(row.askedOn),
    order: (row) => row.askedOn,
    share: 10,
    usual: true,
  },
  {
    key: 'channel',
    heading: '方法',
    text: (row) => outreachChannelNames[row.channel],
    share: 5,
    usual: false,
  },
  { key: 'answer', heading: '返事', text: (row) => outreachAnswerNames[row.answer], share: 10, usual: true },
  { key: 'note', heading: '返事の内容', text: (row) => row.answerNote, share: 14, usual: false },
  { key: 'next', heading: '次にすること', text: (row) => row.nextStep, share: 11, usual: true },
  {
    key: 'next-on',
    heading: '次の期日',
    text: (row) => dayText(row.nextOn),
    order: (row) => dayOrLast(row.nextOn),
    share: 9,
    usual: true,
  },
  { key: 'outcome', heading: '結果', text: (row) => outcomeOf(row, today), share: 14, usual: true },
]
