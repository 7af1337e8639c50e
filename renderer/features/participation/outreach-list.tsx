import { useRef, useState } from 'react'
import type { Outreach } from '#shared/contract/participation-operations.ts'
import { type CalendarDate, daysBetween, formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { CouncilId, OutreachId } from '#shared/domain/ids.ts'
import { outreachAnswerNames, outreachChannelNames, outreachState } from '#shared/domain/outreach.ts'
import { columnName } from '#shared/domain/participation.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { OutreachDetail } from './outreach-detail.tsx'
import styles from './participation.module.css'

const shownAtFirst = 6

/** Who was asked, newest first, those whose next step is due before all others. */
export function OutreachList({ councilId }: { readonly councilId: CouncilId }) {
  const { today } = usePlace()
  const list = useRead('outreach.list', { councilId })
  const [opened, setOpened] = useState<OutreachId | null>(null)
  const [all, setAll] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  return (
    <Loaded read={list}>
      {(rows) => {
        const state = (row: Outreach) => outreachState({ ...row, seated: row.membershipId !== null }, today)
        const sorted = [...rows].sort(
          (one, other) => Number(state(other) === 'due') - Number(state(one) === 'due'),
        )
        return (
          <div ref={top} tabIndex={-1}>
            <Block
              title="呼びかけ"
              note={`${rows.length}件`}
              {...(rows.length <= shownAtFirst
                ? {}
                : {
                    more: (
                      <Button look="quiet" onPress={() => setAll(!all)}>
                        {all ? 'はじめの6件' : 'すべて見る'}
                      </Button>
                    ),
                  })}
            >
              {rows.length === 0 ? (
                <Empty>まだありません。足りない欄を選んで「呼びかける」を押すと、ここに残ります。</Empty>
              ) : (
                <table className={styles.grid}>
                  <thead>
                    <tr>
                      <th scope="col">日</th>
                      <th scope="col">相手</th>
                      <th scope="col">だれが</th>
                      <th scope="col">どうやって</th>
                      <th scope="col">返事</th>
                    </tr>
                  </thead>
                  <tbody>
                    {(all ? sorted : sorted.slice(0, shownAtFirst)).map((row) => (
                      <OutreachRow
                        key={row.id}
                        row={row}
                        today={today}
                        open={opened === row.id}
                        onOpen={() => setOpened(opened === row.id ? null : row.id)}
                        onDone={() => {
                          setOpened(null)
                          top.current?.focus()
                        }}
                      />
                    ))}
                  </tbody>
                </table>
              )}
            </Block>
          </div>
        )
      }}
    </Loaded>
  )
}

function AnswerChip({ row, today }: { readonly row: Outreach; readonly today: CalendarDate }) {
  const words = outreachAnswerNames[row.answer]
  switch (outreachState({ ...row, seated: row.membershipId !== null }, today)) {
    case 'seated':
      return <Chip mark="done">席に着いた</Chip>
    case 'ended':
      return <Chip mark="none">終わり：{row.endedBecause}</Chip>
    case 'due': {
      const late = row.nextOn === null ? 0 : daysBetween(row.nextOn, today)
      return <Chip mark="late">{`${row.nextStep || words}　${late === 0 ? 'きょう' : `${late}日過ぎ`}`}</Chip>
    }
    case 'open':
      return (
        <Chip mark={row.answer === 'willing' ? 'done' : 'waiting'}>
          {words}　{daysBetween(row.askedOn, today)}日
        </Chip>
      )
  }
}

interface OutreachRowProps {
  readonly row: Outreach
  readonly today: CalendarDate
  readonly open: boolean
  readonly onOpen: () => void
  readonly onDone: () => void
}

function OutreachRow({ row, today, open, onOpen, onDone }: OutreachRowProps) {
  const kinds = useKinds()
  const who = [row.organizationName, row.personName || row.contactName]
    .filter((text) => text !== '')
    .join('　')
  const gap =
    row.sector === null || row.column === null
      ? ''
      : `${sectorShortNames[row.sector]} × ${columnName(row.column, kinds)}`
  return (
    <>
      <tr>
        <td className="nowrap">{formatMonthDay(row.askedOn)}</td>
        <td>
          <button type="button" className={styles.lineButton} aria-expanded={open} onClick={onOpen}>
            <Name>{who}</Name>
          </button>
          {gap === '' ? null : <div className="sub">{gap}</div>}
          {row.needText === '' ? null : <div className="sub">課題：{row.needText}</div>}
        </td>
        <td>{row.askedBy}</td>
        <td>{outreachChannelNames[row.channel]}</td>
        <td>
          <AnswerChip row={row} today={today} />
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={5}>
            <OutreachDetail outreach={row} onDone={onDone} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
