import type { PersonDetail } from '#shared/contract/roster-operations.ts'
import { Facts } from '#renderer/ui/block.tsx'

const none = <span className="sub">まだありません</span>

/** 連絡先, as written. */
export function ContactTab({ person }: { readonly person: PersonDetail }) {
  const address = [person.postalCode === '' ? '' : `〒${person.postalCode}`, person.address]
    .filter((text) => text !== '')
    .join('　')
  const phone = [person.phone, person.phoneNote === '' ? '' : `（${person.phoneNote}）`].join('')
  return (
    <Facts
      facts={[
        { name: '住所', value: address || none },
        { name: '電話', value: phone || none },
        { name: 'ＦＡＸ', value: person.fax || none },
        { name: 'メール', value: person.email || none },
        { name: '備考', value: person.note || none },
      ]}
    />
  )
}
