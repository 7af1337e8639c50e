import { useEffect, useRef, useState } from 'react'
import type { PersonDetail } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { ContactTab } from './contact-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { NowTab } from './now-tab.tsx'
import styles from './person-pane.module.css'

export interface PersonPaneProps {
  readonly personId: PersonId | null
  /** The name takes the focus when it is drawn. */
  readonly takesFocus: boolean
  readonly onEdit: () => void
  readonly onGone: () => void
}

/** One person beside the list: what is now, how to reach them, what was before. */
export function PersonPane({ personId, takesFocus, onEdit, onGone }: PersonPaneProps) {
  if (personId === null) {
    return (
      <section className={styles.person} aria-label="選んだ人">
        <Empty>左の一覧から人を選ぶと、席と連絡先、話したことがここに出ます。</Empty>
      </section>
    )
  }
  return <Chosen key={personId} personId={personId} takesFocus={takesFocus} onEdit={onEdit} onGone={onGone} />
}

interface ChosenProps extends Omit<PersonPaneProps, 'personId'> {
  readonly personId: PersonId
}

function Chosen({ personId, takesFocus, onEdit, onGone }: ChosenProps) {
  const person = useRead('roster.getPerson', { personId })
  return (
    <section className={styles.person} aria-label="選んだ人">
      <Loaded read={person}>
        {(data) => <Detail person={data} takesFocus={takesFocus} onEdit={onEdit} onGone={onGone} />}
      </Loaded>
    </section>
  )
}

type TabKey = 'now' | 'contact' | 'history'

interface DetailProps {
  readonly person: PersonDetail
  readonly takesFocus: boolean
  readonly onEdit: () => void
  readonly onGone: () => void
}

function Detail({ person, takesFocus, onEdit, onGone }: DetailProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const [tab, setTab] = useState<TabKey>('now')
  const remove = useWrite('roster.removePerson')
  const restore = useWrite('roster.restorePerson')
  const tell = useTell()
  const takeOff = async (): Promise<void> => {
    const done = await remove.attempt({ personId: person.id })
    if (!done.ok) return
    tell({
      text: `${person.name}さんを名簿から外しました。前の会議の記録は、そのまま残っています。`,
      undo: () => restore.run({ personId: person.id }),
    })
    onGone()
  }
  return (
    <>
      <p className="sub">{person.kana === '' ? 'ふりがなはまだありません' : person.kana}</p>
      <div className={styles.nameLine}>
        <h2 ref={heading} tabIndex={-1} className={styles.name}>
          <Name>{person.name}</Name>
        </h2>
        <span className="sub">様</span>
        <span className={styles.actions}>
          <Button look="quiet" onPress={onEdit} label={`${person.name}さんを直す`}>
            直す
          </Button>
          <Button look="quiet" onPress={() => void takeOff()} label={`${person.name}さんを名簿から外す`}>
            外す
          </Button>
        </span>
      </div>
      <ErrorNotice error={remove.error} onClose={remove.forget} />
      <Tabs<TabKey>
        label="この人について"
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { key: 'now', name: 'いま', content: <NowTab person={person} /> },
          { key: 'contact', name: '連絡先', content: <ContactTab person={person} /> },
          { key: 'history', name: 'これまで', content: <HistoryTab person={person} /> },
        ]}
      />
    </>
  )
}
