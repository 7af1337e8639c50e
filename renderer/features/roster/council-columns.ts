import type { CouncilLine } from '#shared/contract/council-board-operations.ts'
import { councilLayerNames, councilStageNames, councilStages } from '#shared/domain/council.ts'
import { dayOrLast, dayText, type TableColumn } from './table-columns.ts'

const startOf = ({ stage, steps }: CouncilLine) =>
  steps.find((step) => step.stage === stage)?.startedOn ?? null

const nextText = ({ nextMeeting }: CouncilLine): string =>
  nextMeeting === null
    ? ''
    : `${dayText(nextMeeting.heldOn)} ${nextMeeting.startsAt}　${nextMeeting.place}`.trimEnd()

const number = (value: number): string => String(value).padStart(6, '0')

/** 協議体 as a list: where it stands, how far it has come, who sits there, when it meets again. */
export const councilColumns: readonly TableColumn<CouncilLine>[] = [
  {
    key: 'layer',
    heading: '層',
    text: (row) => councilLayerNames[row.layer],
    order: (row) => String(row.layer),
    share: 5,
    usual: true,
  },
  { key: 'area', heading: '圏域', text: (row) => row.areaName, share: 9, usual: true },
  { key: 'council', heading: '協議体', text: (row) => row.name, share: 20, usual: true },
  {
    key: 'stage',
    heading: '段階',
    text: (row) => councilStageNames[row.stage],
    order: (row) => String(councilStages.indexOf(row.stage)),
    share: 9,
    usual: true,
  },
  {
    key: 'since',
    heading: 'その段階の日',
    text: (row) => dayText(startOf(row)),
    order: (row) => dayOrLast(startOf(row)),
    share: 9,
    usual: true,
  },
  { key: 'origin', heading: 'もとになったもの', text: (row) => row.origin, share: 13, usual: true },
  { key: 'basis', heading: '根拠', text: (row) => row.basis, share: 14, usual: false },
  {
    key: 'limit',
    heading: '定数',
    text: (row) =>
      row.hasMembers ? (row.seatLimit === null ? '' : `${row.seatLimit}名まで`) : '委員を置かない',
    order: (row) => (row.seatLimit === null || !row.hasMembers ? '\u{10ffff}' : number(row.seatLimit)),
    share: 8,
    usual: true,
  },
  {
    key: 'members',
    heading: 'いまの委員',
    text: (row) => `${row.members}名`,
    order: (row) => number(row.members),
    share: 7,
    usual: true,
  },
  {
    key: 'next',
    heading: '次の会議',
    text: nextText,
    order: (row) =>
      row.nextMeeting === null ? dayOrLast(null) : `${row.nextMeeting.heldOn} ${row.nextMeeting.startsAt}`,
    share: 17,
    usual: true,
  },
]
