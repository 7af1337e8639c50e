import { useState } from 'react'
import { readPin, seatRoleNames } from '#shared/domain/seat.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PasswordField } from '#renderer/ui/password-field.tsx'
import { TextArea } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { SeatState } from '#shared/contract/seat-operations.ts'
import styles from './protection.module.css'

/** 使う人と役割: who may be chosen at the start, and a PIN for each role. */
export function SeatBlock() {
  const status = useRead('system.getStatus', {})
  const seat = status.data?.seat
  return seat === undefined ? null : <Seat key={seat.staff.join('\n')} seat={seat} />
}

function Seat({ seat }: { readonly seat: SeatState }) {
  const save = useWrite('seat.saveStaff')
  const leave = useWrite('seat.leave')
  const tell = useTell()
  const [staff, setStaff] = useState(seat.staff.join('\n'))
  const keep = async (): Promise<void> => {
    const names = staff
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    if (await save.did({ staff: names }))
      tell({ text: '使う人を保存しました。次に開くときから名前をたずねます。' })
  }
  return (
    <Block
      title="使う人と役割"
      note="控え、引きつぎのファイル、共有フォルダーといっしょに、どのPCでも働きます"
    >
      <ErrorNotice error={save.error ?? leave.error} onClose={save.forget} />
      <div className={styles.fields}>
        <TextArea
          label="使う人"
          hint="一行に一人。書いておくと、始めるときに名前をたずね、変更の記録に残します"
          value={staff}
          onChange={setStaff}
          lines={4}
          width="long"
        />
      </div>
      <p className={styles.act}>
        <Button busy={save.busy} onPress={() => void keep()}>
          使う人を保存する
        </Button>
        {seat.name === null && !seat.rolesOn ? null : (
          <Button busy={leave.busy} onPress={() => void leave.run({})}>
            席をかわる
          </Button>
        )}
      </p>
      <Pins on={seat.rolesOn} />
    </Block>
  )
}

function Pins({ on }: { readonly on: boolean }) {
  const set = useWrite('seat.setPins')
  const tell = useTell()
  const [edit, setEdit] = useState('')
  const [administer, setAdminister] = useState('')
  const [asked, setAsked] = useState(false)
  const wrong = (pin: string): string | null =>
    asked && readPin(pin) === null ? '4けたから8けたの数字にしてください。' : null
  const keep = async (): Promise<void> => {
    setAsked(true)
    if (readPin(edit) === null || readPin(administer) === null) return
    if (!(await set.did({ pins: { edit, administer } }))) return
    setEdit('')
    setAdminister('')
    setAsked(false)
    tell({ text: '暗証番号を決めました。次に開くときから、役割をたずねます。' })
  }
  return (
    <>
      <p className={styles.words}>
        役割の暗証番号は、うっかりを防ぐためのものです。悪意のある人は防げません（番号を忘れた人のために、事務局の名前を書けば役割をやめられます）。それにはパスワードを使ってください。番号は、銀行などほかで使っていないものにしてください。
      </p>
      <ErrorNotice error={set.error} onClose={set.forget} />
      <div className={styles.fields}>
        <PasswordField
          label={`「${seatRoleNames.edit}」の暗証番号`}
          value={edit}
          onChange={setEdit}
          error={wrong(edit)}
        />
        <PasswordField
          label={`「${seatRoleNames.administer}」の暗証番号`}
          value={administer}
          onChange={setAdminister}
          error={wrong(administer)}
        />
      </div>
      <p className={styles.act}>
        <Button busy={set.busy} onPress={() => void keep()}>
          {on ? '暗証番号を変える' : '役割を使う'}
        </Button>
        {on ? (
          <Button busy={set.busy} onPress={() => void set.run({ pins: null })}>
            役割をやめる
          </Button>
        ) : null}
      </p>
    </>
  )
}
