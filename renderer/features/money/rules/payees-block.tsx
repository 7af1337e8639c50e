import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { AccountOwner, PayeeRow } from '#shared/contract/allowance-operations.ts'
import { hasRefused, payWayNames } from '#shared/domain/allowance.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { formatTaxRate } from '#shared/domain/withholding.ts'
import { yenWords } from '#shared/domain/yen.ts'
import record from '#renderer/ui/record-page.module.css'
import { AccountForm } from './account-form.tsx'
import { PayeeForm } from './payee-form.tsx'

type Editing = { readonly personId: PersonId; readonly what: 'payee' | 'account' } | null

function ownerOf(payee: PayeeRow): AccountOwner {
  return payee.way === 'organization' && payee.organizationId !== null
    ? { kind: 'organization', id: payee.organizationId }
    : { kind: 'person', id: payee.personId }
}

function ownWords(payee: PayeeRow): string {
  return [
    payee.way === 'organization'
      ? `${payWayNames.organization}（${payee.paidToName}）`
      : payWayNames[payee.way],
    payee.travel === null ? '' : `費用弁償 ${yenWords(payee.travel)}`,
    payee.taxRate === null ? '' : `税 ${payee.taxName ?? ''} ${formatTaxRate(payee.taxRate)}`,
  ]
    .filter((each) => each !== '')
    .join('　')
}

/** 受けとりかた: of everybody with a seat; numbers of accounts are masked. */
export function PayeesBlock({ councilId }: { readonly councilId: CouncilId }) {
  const { today } = usePlace()
  const payees = useRead('payees.list', { councilId })
  const [editing, setEditing] = useState<Editing>(null)
  const done = (): void => setEditing(null)
  return (
    <Block
      title="受けとりかたと口座"
      note="口座番号は下3けただけを見せます。全部は「口座」をひらいたときだけ出ます"
      className={record.block}
    >
      <Loaded read={payees}>
        {(list) => (
          <ul className={record.lines}>
            {list.map((payee) => (
              <li key={payee.personId}>
                <span className={record.wide}>
                  <b>
                    <Name>{payee.name}</Name>
                  </b>
                  {'　'}
                  {councilRoleNames[payee.role]}
                  {'　'}
                  {payee.organizationName}
                  <br />
                  <span className="sub">{ownWords(payee)}</span>
                </span>
                {payee.refusedOn !== null && hasRefused(payee, today) ? (
                  <Chip mark="none">{formatWareki(payee.refusedOn)}から辞退</Chip>
                ) : payee.way === 'cash' ? null : payee.maskedAccount === null ? (
                  <Chip mark="lacking">口座がまだありません</Chip>
                ) : (
                  <span>{payee.maskedAccount}</span>
                )}
                <Button
                  look="quiet"
                  label={`${payee.name}の受けとりかたを直す`}
                  onPress={() => setEditing({ personId: payee.personId, what: 'payee' })}
                >
                  直す
                </Button>
                <Button
                  look="quiet"
                  label={`${payee.name}の口座`}
                  onPress={() => setEditing({ personId: payee.personId, what: 'account' })}
                >
                  口座
                </Button>
                {editing?.personId !== payee.personId ? null : editing.what === 'payee' ? (
                  <PayeeForm payee={payee} onDone={done} />
                ) : (
                  <AccountForm owner={ownerOf(payee)} onDone={done} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Block>
  )
}
