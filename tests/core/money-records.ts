import type { GivenTo } from '#shared/contract/contract.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { day } from './small-council.ts'

/** Records of 働きかけ and of the office's money as tests enter them. */
export function proposal(
  councilId: CouncilId,
  title: string,
  more: Partial<GivenTo<'proposals.save'>['proposal']> = {},
) {
  return {
    councilId,
    kind: 'request',
    title,
    addressee: '青羽市長',
    documentNumber: '青協第３号',
    writtenOn: day('2026-09-01'),
    reason: '冬は歩けない方が増えています。',
    asks: '路線を一つ増やすこと\n停留所に腰かけを置くこと',
    answerDueOn: day('2026-10-31'),
    signatories: [
      { organizationId: null, name: '青羽市第２層協議体（東部圏域）', post: '会長', person: '髙橋　一郎' },
    ],
    ...more,
  } satisfies GivenTo<'proposals.save'>['proposal']
}

export const noProgress: GivenTo<'proposals.setProgress'>['progress'] = {
  handedOn: null,
  receivedBy: '',
  answeredOn: null,
  answerKind: null,
  answer: '',
  closedOn: null,
  closedBecause: '',
}

export function briefing(
  councilId: CouncilId,
  title: string,
  more: Partial<GivenTo<'briefings.save'>['briefing']> = {},
) {
  return {
    councilId,
    title,
    audience: 'residents',
    heldOn: day('2026-08-20'),
    startsAt: null,
    endsAt: null,
    place: '東部公民館',
    speakers: '戸田',
    content: '助け合いのしくみについて',
    papers: 'ちらし',
    residents: 24,
    cityStaff: 2,
    others: 1,
    reactions: '送り迎えの話をもっと聞きたい',
    nextStep: '10月にもう一度',
    ...more,
  } satisfies GivenTo<'briefings.save'>['briefing']
}

export function rule(councilId: CouncilId, more: Partial<GivenTo<'allowanceRules.save'>['rule']> = {}) {
  return {
    councilId,
    role: 'member',
    validFrom: day('2026-04-01'),
    validTo: null,
    amount: 6000,
    halfAmount: null,
    halfMinutes: null,
    travel: 500,
    paysOnline: true,
    paysProxy: false,
    paysWritten: false,
    taxName: '報酬',
    taxRate: 10_210,
    taxesTravel: false,
    note: '',
    ...more,
  } satisfies GivenTo<'allowanceRules.save'>['rule']
}

export const usualPayee: GivenTo<'payees.save'>['payee'] = {
  refusedOn: null,
  refusedBecause: '',
  way: 'bank',
  organizationId: null,
  travel: null,
  taxName: null,
  taxRate: null,
  note: '',
}

export const account: GivenTo<'payees.saveAccount'>['account'] = {
  bankName: 'あおば銀行',
  bankCode: '0128',
  bankKana: 'アオバ',
  branchName: '本店',
  branchCode: '001',
  branchKana: 'ホンテン',
  kind: 'ordinary',
  number: '0012123',
  holderKana: 'タカハシ　イチロウ',
}

export const sender: GivenTo<'payees.saveSender'>['sender'] = {
  clientCode: '1234567890',
  nameKana: 'アオバシシャカイフクシキョウギカイ',
  bankCode: '0128',
  bankKana: 'アオバ',
  branchCode: '001',
  branchKana: 'ホンテン',
  kind: 'ordinary',
  number: '7654321',
  lineBreaks: true,
}

export function budgetItem(name: string, more: Partial<GivenTo<'budget.saveItem'>['item']> = {}) {
  return {
    fiscalYear: 2026,
    side: 'expense',
    name,
    amount: 100_000,
    counts: 'none',
    note: '',
    ...more,
  } satisfies GivenTo<'budget.saveItem'>['item']
}
