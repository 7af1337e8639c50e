import { useState } from 'react'
import type { SeatState } from '#shared/contract/seat-operations.ts'
import { type SeatRole, seatRoleNames, seatRoles } from '#shared/domain/seat.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { PasswordField } from '#renderer/ui/password-field.tsx'
import { ForgottenPins } from './forgotten-pins.tsx'
import styles from './protection.module.css'

const roleNotes: Readonly<Record<SeatRole, string>> = {
  view: '見る、さがす、印刷する。番号は要りません',
  edit: '記録を書く、直す、消す',
  administer: '設定、控えに戻すこと、人の消去も',
}

/** だれが使いますか: asked at the start where the office has named its staff or set PINs. */
export function TakeSeat({ seat, hasPassword }: { readonly seat: SeatState; readonly hasPassword: boolean }) {
  const sit = useWrite('seat.sit')
  const [name, setName] = useState(seat.staff.find((each) => each === seat.lastName) ?? seat.staff[0] ?? '')
  const [role, setRole] = useState<SeatRole>(seat.rolesOn ? 'edit' : 'administer')
  const [pin, setPin] = useState('')
  const begin = (): void => {
    void sit.run({
      name: name === '' ? null : name,
      role,
      pin: seat.rolesOn && role !== 'view' ? pin : null,
    })
  }
  return (
    <div className={styles.desk}>
      <main className={styles.sheet}>
        <PageHead
          title="だれが使いますか"
          line="変更の記録に、この名前が残ります。"
          actions={
            <Button look="main" busy={sit.busy} onPress={begin}>
              始める
            </Button>
          }
        />
        <ErrorNotice error={sit.error} />
        <div className={styles.ask}>
          {seat.staff.length === 0 ? null : (
            <RadioGroup
              label="名前"
              value={name}
              onChange={setName}
              autoFocus
              choices={seat.staff.map((each) => ({ value: each, label: each }))}
            />
          )}
          {seat.rolesOn ? (
            <>
              <RadioGroup
                label="役割"
                value={role}
                onChange={setRole}
                choices={seatRoles.map((each) => ({
                  value: each,
                  label: seatRoleNames[each],
                  note: roleNotes[each],
                }))}
              />
              {role === 'view' ? null : (
                <PasswordField
                  label="暗証番号"
                  hint={`「${seatRoleNames[role]}」の番号`}
                  value={pin}
                  onChange={setPin}
                  onEnter={begin}
                />
              )}
            </>
          ) : null}
        </div>
        {seat.rolesOn ? <ForgottenPins hasPassword={hasPassword} /> : null}
      </main>
    </div>
  )
}
