import type { Secretariat } from '#shared/contract/council-operations.ts'
import type { ProposalDetail, ProposalRow, Signatory } from '#shared/contract/proposal-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { answerKindNames, proposalKindNames, proposalStateNames } from '#shared/domain/proposal.ts'
import { withHonorific } from '#shared/domain/honorifics.ts'
import { type Block, emptyFooter, type ReportDocument } from '../report-document.ts'
import { fact, paperDate, paperNumber } from './paper-text.ts'

const line = (text: string, align: 'start' | 'center' | 'end' = 'start'): Block => ({
  kind: 'line',
  text,
  align,
  size: 'normal',
})
const gap = (heightMm: number): Block => ({ kind: 'spacer', heightMm })

/** So many sign at the head of the letter; more stand in a table at its end. */
const signersAtHead = 3

/** 要望書, 提案書: number and date, to whom, from whom, what for, and what is asked, point by point. */
export function proposalDocument(proposal: ProposalDetail, secretariat: Secretariat): ReportDocument {
  const kind = proposalKindNames[proposal.kind]
  const many = proposal.signatories.length > signersAtHead
  return {
    name: kind,
    title: `${kind}（${proposal.title}）`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'mincho',
    textSize: 'large',
    footer: { ...emptyFooter, pageNumbers: many },
    blocks: [
      ...(proposal.documentNumber === '' ? [] : [line(proposal.documentNumber, 'end')]),
      line(paperDate(proposal.writtenOn), 'end'),
      gap(4),
      line(proposal.addressee === '' ? '' : withHonorific(proposal.addressee, 'person')),
      gap(4),
      ...(many
        ? [
            line(
              `${proposal.signatories[0]?.name ?? ''}　ほか${String(proposal.signatories.length - 1)}団体`,
              'end',
            ),
          ]
        : proposal.signatories.flatMap(signerLines)),
      gap(8),
      { kind: 'line', text: titleOf(proposal.title, kind), align: 'center', size: 'large' },
      gap(6),
      ...paragraphs(proposal.reason),
      ...(proposal.asks.trim() === '' ? [] : [gap(4), line('記', 'center'), gap(3), ...asked(proposal.asks)]),
      ...courseOf(proposal),
      ...(many ? [gap(6), signersTable(proposal.signatories)] : []),
      gap(6),
      contactBox(secretariat),
    ],
  }
}

/** 移動支援の充実について（要望）; a title that says itself what it is stays as it is. */
function titleOf(title: string, kind: string): string {
  return title.includes(kind.replace('書', '')) ? title : `${title}（${kind.replace('書', '')}）`
}

function signerLines({ name, post, person }: Signatory): readonly Block[] {
  const who = [post, person].filter((each) => each !== '').join('　')
  return [line(name, 'end'), ...(who === '' ? [] : [line(`${who}　㊞`, 'end')])]
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each) => ({ kind: 'paragraph', label: '', text: each, strong: false }))
}

function asked(asks: string): readonly Block[] {
  const items = asks.split('\n').filter((each) => each.trim() !== '')
  return [
    {
      kind: 'outline',
      noteWidthsEm: [],
      items: items.map((text, position) => ({
        number: items.length === 1 ? '' : paperNumber(position + 1),
        level: 1 as const,
        text,
        notes: [],
      })),
    },
  ]
}

/** 協議の経過: the meetings where it was prepared, each once, with what was decided there. */
function courseOf({ meetings }: ProposalDetail): readonly Block[] {
  if (meetings.length === 0) return []
  const byMeeting = new Map<string, { readonly label: string; readonly decided: string[] }>()
  for (const each of meetings) {
    const known = byMeeting.get(each.meetingId) ?? {
      label: `${paperDate(each.heldOn)}　${each.councilName}　第${paperNumber(each.number)}回`,
      decided: [],
    }
    if (each.decision !== null) known.decided.push(each.decision.text)
    byMeeting.set(each.meetingId, known)
  }
  return [
    gap(5),
    {
      kind: 'facts',
      ruled: false,
      labelWidthMm: 26,
      facts: [
        fact(
          '協議の経過',
          [...byMeeting.values()].flatMap(({ label, decided }) => [
            label,
            ...decided.map((text) => `　${text}`),
          ]),
        ),
      ],
    },
  ]
}

function signersTable(signatories: readonly Signatory[]): Block {
  return {
    kind: 'table',
    caption: '提出する団体',
    columns: [
      { heading: '団体', widthMm: 80, align: 'start' },
      { heading: '役職', widthMm: 30, align: 'start' },
      { heading: '氏名', widthMm: 40, align: 'start' },
      { heading: '印', widthMm: 14, align: 'center' },
    ],
    rows: signatories.map(({ name, post, person }) => ({
      kind: 'cells',
      cells: [{ text: name }, { text: post }, { text: person }, { text: '' }],
    })),
    minRowHeightMm: 11,
  }
}

function contactBox(secretariat: Secretariat): Block {
  return {
    kind: 'group',
    framed: true,
    align: 'end',
    blocks: [
      {
        kind: 'facts',
        ruled: false,
        labelWidthMm: 14,
        facts: [
          fact('連絡先', [
            [secretariat.officeName, secretariat.staffName].filter((each) => each !== '').join('　'),
          ]),
          ...(secretariat.phone === '' ? [] : [fact('電話', [secretariat.phone])]),
        ],
      },
    ],
  }
}

/** 提案・要望の一覧: what was asked of whom, and what came of it. */
export function proposalListDocument(
  proposals: readonly ProposalRow[],
  whose: string,
  today: CalendarDate,
): ReportDocument {
  const short = (date: CalendarDate | null): string => (date === null ? '' : formatWareki(date, 'short'))
  return {
    name: '提案・要望一覧',
    title: `提案・要望一覧（${whose}）`,
    paper: { size: 'A4', orientation: 'landscape', margins: 'table' },
    font: 'gothic',
    textSize: 'normal',
    footer: { ...emptyFooter, left: whose, pageNumbers: true },
    blocks: [
      { kind: 'title', above: whose, text: '提案・要望一覧' },
      {
        kind: 'line',
        text: `${paperDate(today)}現在　${String(proposals.length)}件`,
        align: 'end',
        size: 'small',
      },
      {
        kind: 'table',
        caption: '提案・要望一覧',
        columns: [
          { heading: 'No.', widthMm: 10, align: 'center' },
          { heading: '種類', widthMm: 18, align: 'start' },
          { heading: '件名', widthMm: 70, align: 'start' },
          { heading: '宛先', widthMm: 28, align: 'start' },
          { heading: '提出', widthMm: 22, align: 'start' },
          { heading: '回答', widthMm: 22, align: 'start' },
          { heading: '回答の内容', widthMm: 75, align: 'start' },
          { heading: '状況', widthMm: 22, align: 'start' },
        ],
        rows: proposals.map((each, position) => ({
          kind: 'cells',
          cells: [
            { text: String(position + 1), number: position + 1 },
            { text: proposalKindNames[each.kind] },
            { text: each.title },
            { text: each.addressee },
            { text: short(each.handedOn) },
            { text: short(each.answeredOn) },
            {
              text: [each.answerKind === null ? '' : `【${answerKindNames[each.answerKind]}】`, each.answer]
                .join('')
                .trim(),
            },
            { text: proposalStateNames[each.state] },
          ],
        })),
        minRowHeightMm: 9,
      },
    ],
  }
}
