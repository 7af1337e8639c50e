import type { LetterKind } from '#shared/contract/letter-operations.ts'
import { letterFacts } from '#shared/contract/letter-operations.ts'
import { eraParts, formatWareki } from '#shared/domain/calendar-date.ts'
import { formatKanjiNumber } from '#shared/domain/kanji-number.ts'
import { addresseeLines, postalLine } from '#shared/domain/honorifics.ts'
import { emptyFooter, type Block, type ReportDocument } from '../report-document.ts'
import { fact, meetingLine, paperDate, paperDateWithWeekday, whenAndWhere } from '../documents/paper-text.ts'
import type { FormValues } from '../forms/form-values.ts'
import { fillLetterLine, letterBlocks } from './letter-text.ts'
import { type LetterSource, letterValuesOf, meetingValuesOf } from './letter-values.ts'

export interface LetterWording {
  readonly subject: string
  readonly body: string
}

/** Letters of one wording, one meeting and one day, one page (and its reply slip) after another. */
export function letterDocument(
  kind: LetterKind,
  wording: LetterWording,
  sources: readonly LetterSource[],
): ReportDocument {
  const { name } = letterFacts[kind]
  const [first] = sources
  const ofMeeting = first === undefined ? { fields: {}, lists: {} } : meetingValuesOf(first)
  const blocks = sources.flatMap((source, position): readonly Block[] => [
    ...(position === 0 ? [] : [{ kind: 'page-break' } as const]),
    ...layouts[kind](wording, source, letterValuesOf(source, ofMeeting)),
  ])
  return {
    name,
    title: `${sources[0]?.council.name ?? ''}${name}`,
    ...sheets[kind],
    font: 'mincho',
    footer: emptyFooter,
    blocks,
  }
}

type Sheet = Pick<ReportDocument, 'paper' | 'textSize' | 'writing'>
const upright = { size: 'A4', orientation: 'portrait', margins: 'letter' } as const

const sheets: Readonly<Record<LetterKind, Sheet>> = {
  invitation: { paper: upright, textSize: 'normal' },
  'recommendation-request': { paper: upright, textSize: 'normal' },
  'recommendation-form': { paper: upright, textSize: 'large' },
  appointment: { paper: upright, textSize: 'large' },
  'appointment-vertical': {
    paper: { size: 'A4', orientation: 'landscape', margins: 'letter' },
    textSize: 'poster',
    writing: 'vertical',
  },
  acceptance: { paper: upright, textSize: 'large' },
}

const layouts: Readonly<
  Record<LetterKind, (wording: LetterWording, source: LetterSource, values: FormValues) => readonly Block[]>
> = {
  invitation: (wording, source, values) =>
    source.replySlip === 'below'
      ? [...letter(wording, source, values), ...slipBelow(source)]
      : [...letter(wording, source, values), { kind: 'page-break' }, ...replySlip(source)],
  'recommendation-request': letter,
  'recommendation-form': recommendationForm,
  appointment: certificate,
  'appointment-vertical': verticalCertificate,
  acceptance,
}

const line = (text: string, align: 'start' | 'center' | 'end' = 'start'): Block => ({
  kind: 'line',
  text,
  align,
  size: 'normal',
})
const lines = (texts: readonly string[], align: 'start' | 'end'): readonly Block[] =>
  texts.filter((text) => text !== '').map((text) => line(text, align))
const gap = (heightMm: number): Block => ({ kind: 'spacer', heightMm })

/** The order of municipal letters: number and date at the right, addressee left, sender right, subject, text, contact. */
function letter(
  { subject, body }: LetterWording,
  source: LetterSource,
  values: FormValues,
): readonly Block[] {
  const { secretariat } = source
  return [
    ...lines([source.documentNumber, paperDate(source.issuedOn)], 'end'),
    gap(3),
    ...lines(addresseeLines(source.recipient), 'start'),
    gap(3),
    ...lines(
      [
        secretariat.officeName,
        secretariat.representative,
        secretariat.representative === '' ? '' : '（公印省略）',
      ],
      'end',
    ),
    gap(6),
    { kind: 'line', text: fillLetterLine(subject, values) ?? '', align: 'center', size: 'large' },
    gap(5),
    ...letterBlocks(body, values),
    gap(6),
    contactBox(source),
  ]
}

function contactBox({ secretariat }: LetterSource): Block {
  const facts = [
    fact('担当', [[secretariat.officeName, secretariat.staffName].filter((each) => each !== '').join('　')]),
    ...(secretariat.phone === '' ? [] : [fact('電話', [secretariat.phone])]),
    ...(secretariat.fax === '' ? [] : [fact('FAX', [secretariat.fax])]),
    ...(secretariat.email === '' ? [] : [fact('メール', [secretariat.email])]),
  ]
  return {
    kind: 'group',
    framed: false,
    align: 'end',
    blocks: [{ kind: 'facts', ruled: false, labelWidthMm: 14, facts }],
  }
}

/** 返信票 on a sheet of its own, to be sent by FAX as it is: who it is from is filled in already. */
function replySlip({ secretariat, record, recipient, replyBy }: LetterSource): readonly Block[] {
  const to = [
    `${secretariat.officeName}　${secretariat.staffName === '' ? '行' : `${secretariat.staffName}　行`}`,
  ]
  return [
    ...lines([...to, secretariat.fax === '' ? '' : `FAX　${secretariat.fax}`], 'start'),
    gap(8),
    { kind: 'title', above: record === null ? '' : meetingLine(record.meeting), text: '出欠の返事' },
    ...(record === null
      ? []
      : [{ kind: 'facts', ruled: false, labelWidthMm: 12, facts: whenAndWhere(record.meeting) } as const]),
    gap(6),
    {
      kind: 'facts',
      ruled: true,
      labelWidthMm: 34,
      facts: [
        fact('団体・役職', [
          [recipient.organizationName, recipient.post].filter((each) => each !== '').join('　'),
        ]),
        fact('氏名', [recipient.name]),
        fact('出欠', ['どれかに○をつけてください。\n　\n　出席　　・　　欠席　　・　　代理の者が出席\n　']),
        fact('代理の方', ['団体・役職\n　\n氏名\n　']),
        fact('伝えたいこと', ['　\n　\n　\n　']),
      ],
    },
    gap(4),
    line(
      replyBy === null
        ? 'お手数ですが、FAX・電話・メールのいずれかでお知らせください。'
        : `${paperDateWithWeekday(replyBy)}までに、FAX・電話・メールのいずれかでお知らせください。`,
    ),
    contactLine(secretariat.phone, secretariat.email),
  ]
}

/** 返信票 below a line to cut along, kept together: what fits under a notice of half a page. */
function slipBelow({ secretariat, record, recipient, replyBy }: LetterSource): readonly Block[] {
  const by = replyBy === null ? '' : `　（${paperDateWithWeekday(replyBy)}まで）`
  return [
    gap(3),
    {
      kind: 'group',
      framed: false,
      align: 'start',
      blocks: [
        line('－　－　－　－　－　－　－　　き　り　と　り　　－　－　－　－　－　－　－', 'center'),
        line(`${secretariat.officeName}　行${secretariat.fax === '' ? '' : `　　FAX　${secretariat.fax}`}`),
        line(`出欠の返事${by}`, 'center'),
        ...(record === null ? [] : [line(meetingLine(record.meeting), 'center')]),
        {
          kind: 'facts',
          ruled: true,
          labelWidthMm: 30,
          facts: [
            fact('氏名', [
              [recipient.organizationName, recipient.post, recipient.name]
                .filter((each) => each !== '')
                .join('　'),
            ]),
            fact('出欠', ['出席　　・　　欠席　　・　　代理の者が出席（○をつけてください）']),
            fact('代理の方', ['役職　　　　　　　　　　　氏名']),
            fact('伝えたいこと', ['　\n　']),
          ],
        },
      ],
    },
  ]
}

function contactLine(phone: string, email: string): Block {
  return line([phone === '' ? '' : `電話　${phone}`, email].filter((each) => each !== '').join('　　'))
}

/** 委嘱状: no 句点, the name large, the date and who appoints below. */
function certificate(
  { subject, body }: LetterWording,
  source: LetterSource,
  values: FormValues,
): readonly Block[] {
  const names = addresseeLines({ ...source.recipient, post: '' })
  return [
    ...lines([source.documentNumber], 'end'),
    gap(14),
    { kind: 'title', above: '', text: fillLetterLine(subject, values) ?? '' },
    gap(14),
    ...lines(names.slice(0, -1), 'start'),
    { kind: 'line', text: names.at(-1) ?? '', align: 'start', size: 'large' },
    gap(16),
    ...letterBlocks(body, values),
    gap(22),
    line(`　${paperDate(source.issuedOn)}`),
    gap(10),
    ...lines([source.secretariat.officeName, source.secretariat.representative], 'end'),
  ]
}

/**
 * 委嘱状 written downwards on a sheet that lies: from the right the title, the name, the words, the date in 漢数字, and
 * who appoints.
 */
function verticalCertificate(
  { subject, body }: LetterWording,
  source: LetterSource,
  values: FormValues,
): readonly Block[] {
  const names = addresseeLines({ ...source.recipient, post: '' })
  const { officeName, representative } = source.secretariat
  return [
    ...(source.documentNumber === '' ? [] : [line(kanjiFigures(source.documentNumber)), gap(6)]),
    { kind: 'title', above: '', text: fillLetterLine(subject, values) ?? '' },
    gap(14),
    ...lines(names.slice(0, -1), 'end'),
    { kind: 'line', text: names.at(-1) ?? '', align: 'end', size: 'large' },
    gap(16),
    ...letterBlocks(body, values),
    gap(20),
    line(`　　${formatWareki(source.issuedOn, 'kanji')}`),
    gap(14),
    ...lines([officeName, representative === '' ? '' : `${representative}　　`], 'end'),
  ]
}

/** 第12号 as 第十二号. */
const kanjiFigures = (text: string): string =>
  text.normalize('NFKC').replace(/\d+/g, (digits) => formatKanjiNumber(Number(digits)))

/** The day left to be written, and the office as the addressee: the head of what somebody else signs and sends back. */
const toTheOffice = ({ issuedOn, secretariat }: LetterSource, gapMm: number): readonly Block[] => [
  line(`${eraParts(issuedOn).era}　　年　　月　　日`, 'end'),
  gap(gapMm),
  ...lines(
    addresseeLines({
      organizationName: secretariat.officeName,
      post: '',
      name: secretariat.representative,
    }),
    'start',
  ),
]

/** 推薦書: what the group writes about whom it sends, and by whom it is signed. */
function recommendationForm(
  { subject, body }: LetterWording,
  source: LetterSource,
  values: FormValues,
): readonly Block[] {
  const { recipient } = source
  return [
    ...toTheOffice(source, 6),
    gap(6),
    {
      kind: 'group',
      framed: false,
      align: 'end',
      blocks: [
        {
          kind: 'facts',
          ruled: false,
          labelWidthMm: 22,
          facts: [
            fact('団体名', [recipient.organizationName === '' ? blankLine : recipient.organizationName]),
            fact('代表者', [`${blankLine}㊞`]),
          ],
        },
      ],
    },
    gap(6),
    { kind: 'title', above: '', text: fillLetterLine(subject, values) ?? '' },
    gap(4),
    ...letterBlocks(body, values),
    gap(4),
    {
      kind: 'facts',
      ruled: true,
      labelWidthMm: 34,
      facts: [
        fact('ふりがな', ['　']),
        fact('氏名', ['　\n　']),
        fact('役職', ['　']),
        fact('住所', ['〒\n　']),
        fact('電話', ['　']),
        fact('メール', ['　']),
        fact('推薦の理由', ['　\n　\n　\n　']),
        fact('備考', ['　\n　']),
      ],
    },
    gap(4),
    ...lines(
      [source.replyBy === null ? '' : `${paperDateWithWeekday(source.replyBy)}までにお送りください。`],
      'start',
    ),
  ]
}

const blankLine = '　　　　　　　　　　　　'

/** 就任承諾書: the member signs, so what is known is filled in and the rest left to write. */
function acceptance(
  { subject, body }: LetterWording,
  source: LetterSource,
  values: FormValues,
): readonly Block[] {
  const { recipient } = source
  const group = [recipient.organizationName, recipient.post].filter((each) => each !== '').join('　')
  return [
    ...toTheOffice(source, 8),
    gap(14),
    { kind: 'title', above: '', text: fillLetterLine(subject, values) ?? '' },
    gap(8),
    ...letterBlocks(body, values),
    gap(16),
    {
      kind: 'facts',
      ruled: true,
      labelWidthMm: 30,
      facts: [
        fact('住所', [`${postalLine('')}　\n　`]),
        fact('団体・役職', [group === '' ? '　' : group]),
        fact('氏名', [`${recipient.name}　　　　　　　　　　　㊞\n　`]),
        fact('電話', ['　']),
      ],
    },
  ]
}
