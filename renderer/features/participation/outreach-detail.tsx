import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Outreach } from '#shared/contract/participation-operations.ts'
import type { MembershipFields } from '#shared/contract/roster-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { outreachAnswerNames } from '#shared/domain/outreach.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { OutreachForm } from './outreach-form.tsx'
import styles from './participation.module.css'

export interface OutreachDetailProps {
  readonly outreach: Outreach
  readonly onDone: () => void
}

type Doing = 'looking' | 'editing' | 'seating' | 'ending'

/** One 呼びかけ, and its two ends: a seat, or a reason. */
export function OutreachDetail({ outreach, onDone }: OutreachDetailProps) {
  const [doing, setDoing] = useState<Doing>('looking')
  const reopen = useWrite('outreach.reopen')
  const remove = useWrite('outreach.remove')
  const restore = useWrite('outreach.restore')
  const tell = useTell()
  if (doing === 'editing') {
    return (
      <OutreachForm
        councilId={outreach.councilId}
        outreach={outreach}
        start={outreach}
        onDone={() => setDoing('looking')}
      />
    )
  }
  if (doing === 'seating')
    return <SeatForm outreach={outreach} onDone={onDone} onStop={() => setDoing('looking')} />
  if (doing === 'ending')
    return <EndForm outreach={outreach} onDone={onDone} onStop={() => setDoing('looking')} />
  const takeOff = async (): Promise<void> => {
    const done = await remove.attempt({ outreachId: outreach.id })
    if (!done.ok) return
    tell({ text: '呼びかけを消しました。', undo: () => restore.run({ outreachId: outreach.id }) })
    onDone()
  }
  const open = outreach.endedOn === null
  return (
    <div className={styles.opened}>
      <Facts
        facts={[
          {
            name: '返事',
            value: `${outreachAnswerNames[outreach.answer]}${outreach.answerNote === '' ? '' : `　${outreach.answerNote}`}`,
          },
          ...(outreach.needId === null || outreach.needText === ''
            ? []
            : [
                {
                  name: '地域課題',
                  value: (
                    <Link to="/area" search={{ at: outreach.needId }}>
                      {outreach.needText}
                    </Link>
                  ),
                },
              ]),
          {
            name: '次にすること',
            value:
              outreach.nextStep === '' && outreach.nextOn === null ? (
                <span className="sub">決めていません</span>
              ) : (
                `${outreach.nextStep}${outreach.nextOn === null ? '' : `　${formatWareki(outreach.nextOn)}`}`
              ),
          },
        ]}
      />
      <ErrorNotice error={reopen.error ?? remove.error} />
      <div className={styles.actions}>
        {open ? (
          <>
            <Button small onPress={() => setDoing('seating')}>
              席に着ける
            </Button>
            <Button small onPress={() => setDoing('ending')}>
              わけを書いて終える
            </Button>
            <Button look="quiet" onPress={() => setDoing('editing')}>
              返事と次を書く
            </Button>
          </>
        ) : outreach.membershipId === null ? (
          <Button small onPress={() => void reopen.run({ outreachId: outreach.id })}>
            また続ける
          </Button>
        ) : null}
        <Button look="quiet" onPress={() => void takeOff()}>
          消す
        </Button>
      </div>
    </div>
  )
}

interface EndProps extends OutreachDetailProps {
  readonly onStop: () => void
}

function EndForm({ outreach, onDone, onStop }: EndProps) {
  const id = useId()
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const end = useWrite('outreach.end')
  const reopen = useWrite('outreach.reopen')
  const tell = useTell()
  const send = async (): Promise<void> => {
    setAsked(true)
    if (because.trim() === '') return
    if (!(await end.did({ outreachId: outreach.id, because }))) return
    tell({ text: '呼びかけを終えました。', undo: () => reopen.run({ outreachId: outreach.id }) })
    onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.opened} onSubmit={() => void send()}>
      <TextField
        label="終えるわけ"
        autoFocus
        required
        value={because}
        onChange={setBecause}
        placeholder="人手がない、来年また など"
        error={
          asked && because.trim() === ''
            ? 'わけを書いてください。次に呼びかけるときの手がかりになります。'
            : null
        }
      />
      <ErrorNotice error={end.error} />
      <div className={styles.actions}>
        <Button submits id={`${id}-end`} busy={end.busy}>
          この呼びかけを終える
        </Button>
        <Button look="quiet" onPress={onStop}>
          やめる
        </Button>
      </div>
    </EntryForm>
  )
}

/** Whoever was won joins the table: as she stands in the roster, or as somebody new of the group that was asked. */
function SeatForm({ outreach, onDone, onStop }: EndProps) {
  const id = useId()
  const { today, council } = usePlace()
  const known = outreach.personId
  const [person, setPerson] = useState({ name: outreach.contactName, kana: '', post: '' })
  const [seat, setSeat] = useState<MembershipFields>({
    role: 'member',
    category: '',
    termFrom: today,
    termTo: null,
    termNote: '',
    appointedOn: today,
    exOfficio: false,
    reappointment: 'new',
  })
  const [asked, setAsked] = useState(false)
  const [despite, setDespite] = useState('')
  const save = useWrite('outreach.seat')
  const doubted = save.error?.code === 'seat-limit' || save.error?.code === 'terms-overlap'
  const tell = useTell()
  const send = async (): Promise<void> => {
    setAsked(true)
    if (known === null && person.name.trim() === '') return
    const done = await save.attempt({
      outreachId: outreach.id,
      person: known === null ? person : { personId: known },
      membership: seat,
      despite,
    })
    if (!done.ok) return
    tell({
      text: `${outreach.personName || person.name}さんが、${council?.areaName ?? ''}の席に着きました。`,
    })
    onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.opened} onSubmit={() => void send()}>
      <div className={styles.fields}>
        {known === null ? (
          <>
            <TextField
              label="席に着く人の氏名"
              autoFocus
              required
              value={person.name}
              onChange={(name) => setPerson({ ...person, name })}
              error={asked && person.name.trim() === '' ? '氏名を書いてください。' : null}
            />
            <TextField
              label="ふりがな"
              value={person.kana}
              onChange={(kana) => setPerson({ ...person, kana })}
            />
            <TextField
              label="団体での役職"
              value={person.post}
              onChange={(post) => setPerson({ ...person, post })}
            />
          </>
        ) : null}
        <TextField
          label="選出区分"
          value={seat.category}
          onChange={(category) => setSeat({ ...seat, category })}
        />
        <JapaneseDateField
          label="任期の始め"
          width="full"
          near={today}
          value={seat.termFrom}
          onChange={(termFrom) => setSeat({ ...seat, termFrom, appointedOn: termFrom })}
        />
        <JapaneseDateField
          label="任期の終わり"
          width="full"
          near={today}
          value={seat.termTo}
          onChange={(termTo) => setSeat({ ...seat, termTo })}
        />
        {doubted || despite !== '' ? (
          <TextField label="それでもよいわけ" autoFocus value={despite} onChange={setDespite} />
        ) : null}
      </div>
      <ErrorNotice error={save.error} />
      <div className={styles.actions}>
        <Button submits id={`${id}-end`} busy={save.busy}>
          この人を席に着ける
        </Button>
        <Button look="quiet" onPress={onStop}>
          やめる
        </Button>
      </div>
    </EntryForm>
  )
}
