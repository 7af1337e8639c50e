import { useState } from 'react'
import type { PostMove } from '#shared/contract/term-operations.ts'
import { addDays, type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './terms.module.css'

/** 充て職: seats whose posts have changed hands, each to be moved to the one who has the post now. */
export function PostMoves({ councilId }: { readonly councilId: CouncilId }) {
  const moves = useRead('terms.postMoves', { councilId })
  if (moves.data === undefined || moves.data.length === 0) return null
  return (
    <Block
      title="充て職の交代"
      note="役職がほかの人に替わりました。席を移すと、前の人の残りの任期を引きつぎます"
    >
      {moves.data.map((move) => (
        <Move key={move.seat.membershipId} move={move} />
      ))}
    </Block>
  )
}

function Move({ move }: { readonly move: PostMove }) {
  const { today } = usePlace()
  const { seat, successors } = move
  const free = successors.filter((each) => !each.seatedHere)
  const [chosen, setChosen] = useState<PersonId | null>(free.find((each) => each.samePost)?.personId ?? null)
  const [on, setOn] = useState<CalendarDate | null>(addDays(move.endedOn, 1))
  const succeed = useWrite('terms.succeed')
  const keep = useWrite('terms.keepSeat')
  const tell = useTell()
  const post = [move.organizationName, move.post].filter((text) => text !== '').join('　')
  const successor = free.find((each) => each.personId === chosen)
  const moveSeat = async (): Promise<void> => {
    if (chosen === null || on === null) return
    const done = await succeed.run({ membershipId: seat.membershipId, personId: chosen, on })
    if (done !== null) tell({ text: `${seat.name}さんの席を、${successor?.name ?? ''}さんに移しました。` })
  }
  return (
    <div className={styles.move}>
      <p>
        <b>
          <Name>{seat.name}</Name>
        </b>
        さんは、{formatWareki(move.endedOn)}で「{post}」を離れました。席は {seat.category || '区分なし'}{' '}
        です。
      </p>
      {free.length === 0 ? (
        <p className="sub">後任の方がまだ名簿にいません。人を加えて団体と役職を書くと、ここで選べます。</p>
      ) : (
        <div className={styles.moveFields}>
          <Select<PersonId>
            label="後任"
            value={chosen}
            onChange={setChosen}
            choices={free.map((each) => ({
              value: each.personId,
              label: each.name,
              note: each.samePost ? each.post : `同じ団体の${each.post || '人'}`,
            }))}
          />
          <JapaneseDateField label="席を移す日" near={today} value={on} onChange={setOn} />
          <Button
            onPress={() => void moveSeat()}
            busy={succeed.busy}
            disabled={chosen === null || on === null}
          >
            席を移す
          </Button>
        </div>
      )}
      <Button
        look="quiet"
        label={`${seat.name}さんの席をこのままにする`}
        onPress={() => void keep.run({ membershipId: seat.membershipId })}
      >
        このままにする
      </Button>
      <ErrorNotice error={succeed.error ?? keep.error} />
    </div>
  )
}
