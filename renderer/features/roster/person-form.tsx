import { useEffect, useMemo, useState } from 'react'
import type {
  MembershipFields,
  PersonDetail,
  PersonFields,
  PersonRow,
} from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { doubtOfKana, doubtOfNumber } from '#shared/domain/person-entry.ts'
import { sectorNames, sectors } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Checkbox, CheckboxGroup } from '#renderer/ui/choices.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import { useKanaGuess } from '#renderer/ui/use-kana-guess.ts'
import styles from './person-form.module.css'
import { emptySeat, SeatFields } from './seat-fields.tsx'
import { useCategories } from './seat-form.tsx'

export const personFormId = 'person-form'
/** The page's main button, which sends this form. */
export const formEnd = 'person-form-end'

const emptyPerson: PersonFields = {
  name: '',
  kana: '',
  postalCode: '',
  address: '',
  phone: '',
  phoneNote: '',
  fax: '',
  email: '',
  sectors: [],
  note: '',
  organizationName: '',
  post: '',
}

export interface PersonFormProps {
  /** Null: a new person. */
  readonly personId: PersonId | null
  readonly people: readonly PersonRow[]
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (personId: PersonId) => void
}

export function PersonForm(props: PersonFormProps) {
  return props.personId === null ? (
    <Filled {...props} first={emptyPerson} />
  ) : (
    <Existing {...props} personId={props.personId} />
  )
}

function Existing(props: PersonFormProps & { readonly personId: PersonId }) {
  const person = useRead('roster.getPerson', { personId: props.personId })
  return <Loaded read={person}>{(data) => <Filled {...props} first={fieldsOf(data)} />}</Loaded>
}

function fieldsOf(person: PersonDetail): PersonFields {
  const { name, kana, postalCode, address, phone, phoneNote, fax, email, note, organizationName, post } =
    person
  return {
    ...{ name, kana, postalCode, address, phone, phoneNote, fax, email, note, organizationName, post },
    sectors: [...person.sectors],
  }
}

/** Told below the label; it keeps nobody from going on. */
const doubt = (words: string | null) =>
  words === null
    ? {}
    : {
        hint: (
          <span className={styles.doubt}>
            <Mark kind="lacking" /> {words}
          </span>
        ),
      }

function Filled({
  personId,
  people,
  onBusy,
  onDone,
  first,
}: PersonFormProps & { readonly first: PersonFields }) {
  const { council, today } = usePlace()
  const [person, setPerson] = useState(first)
  const [seat, setSeat] = useState<MembershipFields | null>(null)
  const [despite, setDespite] = useState('')
  const [asked, setAsked] = useState(false)
  // Looked over when the field is left: half a kana on its way through the IME is no mistake.
  const [left, setLeft] = useState({ kana: first.kana, phone: first.phone, fax: first.fax })
  const [kanaByHand, setKanaByHand] = useState(first.kana !== '')
  const guess = useKanaGuess()
  const add = useWrite('roster.addPerson')
  const save = useWrite('roster.savePerson')
  const categories = useCategories(council?.id ?? null)
  const groups = useMemo(
    () => [...new Set(people.map((each) => each.organizationName))].filter((text) => text !== ''),
    [people],
  )
  useEffect(() => onBusy(add.busy || save.busy), [add.busy, save.busy, onBusy])

  const set = <Key extends keyof PersonFields>(key: Key, value: PersonFields[Key]): void =>
    setPerson((before) => ({ ...before, [key]: value }))
  const send = async (): Promise<void> => {
    setAsked(true)
    if (person.name.trim() === '') return
    if (personId !== null) {
      const done = await save.attempt({ personId, person })
      if (done.ok) onDone(personId)
      return
    }
    const membership = seat === null || council === null ? null : { ...seat, councilId: council.id }
    const done = await add.attempt({ person, membership, despite })
    if (done.ok) onDone(done.value.personId)
  }
  return (
    <EntryForm id={personFormId} endsAt={formEnd} className={styles.form} onSubmit={() => void send()}>
      <ErrorNotice error={add.error ?? save.error} />
      <Block title={personId === null ? '新しい人' : `${first.name}さん`}>
        <div className={styles.fields}>
          <TextField
            label="氏名"
            required
            autoFocus
            value={person.name}
            onChange={(name) => {
              const kana = guess(name)
              setPerson((before) => ({ ...before, name, kana: kanaByHand ? before.kana : kana }))
            }}
            error={asked && person.name.trim() === '' ? '氏名を書いてください。' : null}
            placeholder="髙橋 敏夫"
          />
          <TextField
            label="ふりがな"
            value={person.kana}
            onChange={(kana) => {
              setKanaByHand(kana !== '')
              set('kana', kana)
            }}
            placeholder="たかはし　としお"
            onLeave={() => setLeft({ ...left, kana: person.kana })}
            {...doubt(doubtOfKana(left.kana))}
          />
          <ComboBox
            label="団体"
            value={person.organizationName}
            onChange={(value) => set('organizationName', value)}
            suggestions={groups.map((text) => ({ key: text, text }))}
          />
          <TextField label="役職" value={person.post} onChange={(value) => set('post', value)} />
          <div className={styles.wide}>
            <CheckboxGroup
              label="分野"
              value={person.sectors}
              onChange={(value) => set('sectors', [...value])}
              choices={sectors.map((sector) => ({ value: sector, label: sectorNames[sector] }))}
            />
          </div>
        </div>
      </Block>
      {personId !== null || council === null ? null : (
        <Block
          title={`${council.areaName}の席`}
          more={
            <Checkbox checked={seat !== null} onChange={(on) => setSeat(on ? emptySeat : null)}>
              席に着ける
            </Checkbox>
          }
        >
          {seat === null ? null : (
            <div className={styles.fields}>
              <SeatFields seat={seat} onChange={setSeat} categories={categories} near={today} />
              {add.error?.code === 'seat-limit' || despite !== '' ? (
                <TextField label="それでもよいわけ" autoFocus value={despite} onChange={setDespite} />
              ) : null}
            </div>
          )}
        </Block>
      )}
      <Block title="連絡先">
        <div className={styles.fields}>
          <TextField
            label="電話"
            kind="tel"
            value={person.phone}
            onChange={(value) => set('phone', value)}
            onLeave={() => setLeft({ ...left, phone: person.phone })}
            {...doubt(doubtOfNumber(left.phone))}
          />
          <TextField
            label="電話の覚え書き"
            value={person.phoneNote}
            onChange={(value) => set('phoneNote', value)}
            placeholder="昼間、事務局経由 など"
          />
          <TextField
            label="ＦＡＸ"
            kind="tel"
            value={person.fax}
            onChange={(value) => set('fax', value)}
            onLeave={() => setLeft({ ...left, fax: person.fax })}
            {...doubt(doubtOfNumber(left.fax))}
          />
          <TextField label="メール" value={person.email} onChange={(value) => set('email', value)} />
          <TextField
            label="郵便番号"
            value={person.postalCode}
            onChange={(value) => set('postalCode', value)}
          />
          <TextField label="住所" value={person.address} onChange={(value) => set('address', value)} />
          <div className={styles.wide}>
            <TextArea label="備考" lines={2} value={person.note} onChange={(value) => set('note', value)} />
          </div>
        </div>
      </Block>
    </EntryForm>
  )
}
