import type { Secretariat } from '#shared/contract/council-operations.ts'
import type { Selection } from '#shared/contract/selection-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import { withHonorific } from '#shared/domain/honorifics.ts'
import { deliberationNames } from '#shared/domain/selection.ts'
import { type Block, emptyFooter, type ReportDocument } from '../report-document.ts'
import { fact, paperDate, paperDateWithWeekday, paperDigits, paperNumber } from './paper-text.ts'

export interface Recommendation {
  readonly selection: Selection
  readonly secretariat: Secretariat
  /** 会長 of the council with the name; empty: nobody is in that office. */
  readonly chair: string
  /** Where the 推薦書 has no day yet. */
  readonly today: CalendarDate
}

const line = (text: string, align: 'start' | 'center' | 'end' = 'start'): Block => ({
  kind: 'line',
  text,
  align,
  size: 'normal',
})

/** The meetings up to the choice, each with the day; the decision under its own. */
function courseOf(selection: Selection): readonly string[] {
  const { meetings, decision, statements, decidedOn } = selection
  const before = meetings.filter((each) => decidedOn === null || each.heldOn <= decidedOn)
  if (before.length === 0) return [deliberationNames.none]
  return before.flatMap((meeting) => {
    const said = statements.filter((each) => each.meetingId === meeting.meetingId).length
    return [
      `${paperDateWithWeekday(meeting.heldOn)}　${meeting.councilName}　第${paperNumber(meeting.number)}回`,
      ...(said === 0 ? [] : [`　候補についての発言　${paperNumber(said)}件`]),
      ...(decision?.meetingId === meeting.meetingId
        ? [`　決定第${paperNumber(decision.number)}号　${decision.text}`]
        : []),
    ]
  })
}

/** 推薦書, from the council to the mayor: whom it recommends, why, and the meetings that deliberated. */
export function recommendationDocument({
  selection,
  secretariat,
  chair,
  today,
}: Recommendation): ReportDocument {
  const chosen = selection.candidates.find((each) => each.id === selection.chosenId)
  const layer = paperDigits(councilLayerNames[selection.layer])
  const area = selection.areaName === '' ? secretariat.cityName : selection.areaName
  const name = chosen?.name ?? ''
  return {
    name: '推薦書',
    title: `コーディネーター推薦書（${name.replace(/[\s　]+/g, '')}）`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'large',
    footer: emptyFooter,
    blocks: [
      line(paperDate(selection.recommendedOn ?? today), 'end'),
      { kind: 'spacer', heightMm: 4 },
      line(
        withHonorific(
          [secretariat.addressee, secretariat.addresseeName].filter((text) => text !== '').join('　'),
          'person',
        ),
      ),
      { kind: 'spacer', heightMm: 4 },
      line(selection.councilName, 'end'),
      ...(chair === '' ? [] : [line(chair, 'end')]),
      { kind: 'spacer', heightMm: 6 },
      { kind: 'title', above: '', text: '生活支援コーディネーター推薦書' },
      { kind: 'spacer', heightMm: 4 },
      {
        kind: 'paragraph',
        label: '',
        text: `　${layer}（${area}）を担当する生活支援コーディネーターとして、下記の者を推薦します。`,
        strong: false,
      },
      { kind: 'spacer', heightMm: 3 },
      line('記', 'center'),
      {
        kind: 'facts',
        ruled: true,
        labelWidthMm: 32,
        facts: [
          fact('氏名', [name]),
          ...(chosen === undefined || chosen.belongs === '' ? [] : [fact('所属・役職', [chosen.belongs])]),
          fact('担当', [`${layer}　${area}`]),
          ...(chosen === undefined || chosen.proposedBy === '' ? [] : [fact('推薦者', [chosen.proposedBy])]),
          fact('推薦の理由', [
            ...[chosen?.reason ?? '', selection.because]
              .filter((text) => text !== '')
              .flatMap((text) => text.split('\n')),
          ]),
          ...(selection.criteria === '' ? [] : [fact('選考のめやす', selection.criteria.split('\n'))]),
          fact('協議の経過', courseOf(selection)),
          fact('本人の承諾', [
            chosen?.consent === 'agreed'
              ? `あり${chosen.consentedOn === null ? '' : `（${paperDate(chosen.consentedOn)}）`}`
              : 'なし',
          ]),
        ],
      },
      { kind: 'spacer', heightMm: 3 },
      line('以　上', 'end'),
    ],
  }
}
