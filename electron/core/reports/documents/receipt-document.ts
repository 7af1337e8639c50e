import type { Payment, RunDetail } from '#shared/contract/allowance-operations.ts'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { formatTaxRate } from '#shared/domain/withholding.ts'
import { formatYen, yenWords } from '#shared/domain/yen.ts'
import { type Block, emptyFooter, type ReportDocument } from '../report-document.ts'
import { fact, groupAndPost } from './paper-text.ts'

/** A title that says what it is for needs no second saying. */
const paidFor = '謝金・費用弁償'

/** Two to a sheet, each signed by whoever receives the money. */
const perPage = 2

function receipt(payment: Payment, run: RunDetail, secretariat: Secretariat): Block {
  const days = payment.lines.map(({ heldOn }) => formatWareki(heldOn)).join('、')
  const signer = payment.way === 'organization' ? payment.paidToName : payment.name
  const tax =
    payment.tax === 0
      ? []
      : [
          fact('源泉徴収税額', [
            `${yenWords(payment.tax)}（${payment.taxName} ${formatTaxRate(payment.taxRate)}）`,
          ]),
        ]
  return {
    kind: 'group',
    framed: true,
    align: 'start',
    blocks: [
      { kind: 'title', above: '', text: '領　収　書' },
      { kind: 'line', text: `${secretariat.officeName}　御中`, align: 'start', size: 'normal' },
      { kind: 'spacer', heightMm: 3 },
      { kind: 'line', text: `金　${formatYen(payment.net)}　円也`, align: 'center', size: 'large' },
      { kind: 'spacer', heightMm: 2 },
      {
        kind: 'facts',
        ruled: false,
        labelWidthMm: 30,
        facts: [
          fact('ただし', [`${run.title.includes(paidFor) ? run.title : `${run.title}　${paidFor}`}として`]),
          fact('出席日', [days]),
          fact('内訳', [
            [
              `謝金 ${yenWords(payment.base)}`,
              payment.travel === 0 ? '' : `費用弁償 ${yenWords(payment.travel)}`,
            ]
              .filter((each) => each !== '')
              .join('　'),
          ]),
          ...tax,
        ],
      },
      { kind: 'spacer', heightMm: 3 },
      { kind: 'line', text: '上記の金額を、たしかに受け取りました。', align: 'start', size: 'normal' },
      { kind: 'line', text: '令和　　　年　　　月　　　日', align: 'start', size: 'normal' },
      { kind: 'spacer', heightMm: 2 },
      {
        kind: 'facts',
        ruled: false,
        labelWidthMm: 30,
        facts: [
          fact('住所', [payment.address]),
          fact('団体・役職', [groupAndPost(payment.organizationName, payment.post)]),
          fact('氏名', [`${signer}　　　　　㊞`]),
        ],
      },
    ],
  }
}

/** 領収書, one to each who is paid. */
export function receiptDocument(run: RunDetail, secretariat: Secretariat): ReportDocument {
  const paid = run.payments.filter(({ net }) => net > 0)
  return {
    name: '領収書',
    title: `領収書（${run.title}）`,
    paper: { size: 'A4', orientation: 'portrait', margins: 'table' },
    font: 'mincho',
    textSize: 'large',
    footer: emptyFooter,
    blocks: paid.flatMap((payment, position): readonly Block[] => [
      ...(position === 0
        ? []
        : position % perPage === 0
          ? [{ kind: 'page-break' } as const]
          : [{ kind: 'spacer', heightMm: 10 } as const]),
      receipt(payment, run, secretariat),
    ]),
  }
}
