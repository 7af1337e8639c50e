import { useState } from 'react'
import type { OrganizationFields } from '#shared/contract/organization-operations.ts'
import { describeKind, kindFamilies, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import type { OrganizationId } from '#shared/domain/ids.ts'
import { sectorNames, sectors } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { CheckboxGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import styles from './groups.module.css'

export const groupFormId = 'group-form'
export const groupFormEnd = 'group-form-end'

const emptyGroup: OrganizationFields = {
  code: '',
  name: '',
  kana: '',
  kind: null,
  family: null,
  sectors: [],
  areaName: '',
  postalCode: '',
  address: '',
  phone: '',
  fax: '',
  email: '',
  contactPost: '',
  contactName: '',
  activities: '',
  note: '',
  checkedOn: null,
}

export interface GroupFormProps {
  /** Null: a new group. */
  readonly organizationId: OrganizationId | null
  readonly onDone: (organizationId: OrganizationId) => void
}

export function GroupForm({ organizationId, onDone }: GroupFormProps) {
  return organizationId === null ? (
    <Fields first={emptyGroup} organizationId={null} onDone={onDone} />
  ) : (
    <Recorded organizationId={organizationId} onDone={onDone} />
  )
}

function Recorded(props: GroupFormProps & { readonly organizationId: OrganizationId }) {
  const group = useRead('organizations.get', { organizationId: props.organizationId })
  return (
    <Loaded read={group}>
      {({ id: _id, members: _members, ...fields }) => <Fields {...props} first={fields} />}
    </Loaded>
  )
}

const untold = 'untold'

function Fields({ first, organizationId, onDone }: GroupFormProps & { readonly first: OrganizationFields }) {
  const { councils, today } = usePlace()
  const [group, setGroup] = useState(first)
  const kinds = useKinds()
  const [asked, setAsked] = useState(false)
  const add = useWrite('organizations.add')
  const save = useWrite('organizations.save')
  const set = <Key extends keyof OrganizationFields>(key: Key, value: OrganizationFields[Key]): void =>
    setGroup((before) => ({ ...before, [key]: value }))
  const send = async (): Promise<void> => {
    setAsked(true)
    if (group.name.trim() === '') return
    if (organizationId === null) {
      const done = await add.attempt({ organization: group })
      if (done.ok) onDone(done.value.organizationId)
    } else if (await save.did({ organizationId, organization: group })) onDone(organizationId)
  }
  const ofKind = group.kind === null ? null : describeKind(group.kind, kinds).family
  const areas = [...new Set(councils.map((council) => council.areaName))]
  return (
    <EntryForm id={groupFormId} endsAt={groupFormEnd} className={styles.form} onSubmit={() => void send()}>
      <ErrorNotice error={add.error ?? save.error} />
      <Block title="この団体">
        <div className={styles.fields}>
          <TextField
            label="団体の名前"
            required
            autoFocus
            value={group.name}
            onChange={(value) => set('name', value)}
            error={asked && group.name.trim() === '' ? '団体の名前を書いてください。' : null}
          />
          <TextField label="ふりがな" value={group.kana} onChange={(value) => set('kana', value)} />
          <Select
            label="種別"
            width="full"
            value={group.kind ?? untold}
            onChange={(value) => set('kind', value === untold ? null : value)}
            choices={[
              { value: untold, label: 'まだ決めない' },
              ...kinds
                .filter((kind) => !kind.retired || kind.code === group.kind)
                .map((kind) => ({
                  value: kind.code,
                  label: kind.name,
                  note: kindFamilyNames[kind.family],
                })),
            ]}
          />
          <Select
            label="類型"
            width="full"
            value={group.family ?? untold}
            onChange={(value) => set('family', value === untold ? null : value)}
            choices={[
              {
                value: untold,
                label: ofKind === null ? 'まだ決めない' : `種別のとおり（${kindFamilyNames[ofKind]}）`,
              },
              ...kindFamilies.map((family) => ({ value: family, label: kindFamilyNames[family] })),
            ]}
          />
          <ComboBox
            label="圏域"
            value={group.areaName}
            onChange={(value) => set('areaName', value)}
            suggestions={areas.map((text) => ({ key: text, text }))}
          />
          <TextField label="団体コード" value={group.code} onChange={(value) => set('code', value)} />
          <div className={styles.wide}>
            <CheckboxGroup
              label="分野"
              value={group.sectors}
              onChange={(value) => set('sectors', [...value])}
              choices={sectors.map((sector) => ({ value: sector, label: sectorNames[sector] }))}
            />
          </div>
          <div className={styles.wide}>
            <TextArea
              label="活動"
              lines={2}
              value={group.activities}
              onChange={(value) => set('activities', value)}
            />
          </div>
        </div>
      </Block>
      <Block title="連絡先">
        <div className={styles.fields}>
          <TextField
            label="連絡先の人の職"
            value={group.contactPost}
            onChange={(value) => set('contactPost', value)}
          />
          <TextField
            label="連絡先の人"
            value={group.contactName}
            onChange={(value) => set('contactName', value)}
          />
          <TextField label="電話" kind="tel" value={group.phone} onChange={(value) => set('phone', value)} />
          <TextField label="ＦＡＸ" kind="tel" value={group.fax} onChange={(value) => set('fax', value)} />
          <TextField label="メール" value={group.email} onChange={(value) => set('email', value)} />
          <TextField
            label="郵便番号"
            value={group.postalCode}
            onChange={(value) => set('postalCode', value)}
          />
          <TextField label="所在地" value={group.address} onChange={(value) => set('address', value)} />
          <JapaneseDateField
            label="最終確認日"
            width="full"
            near={today}
            value={group.checkedOn}
            onChange={(value) => set('checkedOn', value)}
          />
          <div className={styles.wide}>
            <TextArea label="備考" lines={2} value={group.note} onChange={(value) => set('note', value)} />
          </div>
        </div>
      </Block>
    </EntryForm>
  )
}
