import { useState } from 'react'
import type { Participation } from '#shared/contract/participation-operations.ts'
import type { CouncilId, NeedId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useSought } from '#renderer/api/use-sought.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { CellPane } from './cell-pane.tsx'
import { type ChosenCell, emptyStart, type OutreachStart } from './chosen-cell.ts'
import { OutreachForm } from './outreach-form.tsx'
import { OutreachList } from './outreach-list.tsx'
import styles from './participation.module.css'
import { TableMatrix } from './table-matrix.tsx'
import { YearsTable } from './years-table.tsx'

/** 参画: who sits at the table and who does not, whom to ask next, and who was asked. */
export function ParticipationPage() {
  const { councilId } = usePlace()
  const needId = useSought()
  // From a 地域課題 one comes here to call on somebody who can help with it.
  const [writing, setWriting] = useState<OutreachStart | null>(
    needId === null ? null : { ...emptyStart, needId: needId as NeedId },
  )
  return (
    <>
      <PageHead
        title="参画"
        line="だれが卓にいて、だれがいないか。数を選ぶと名前が開きます。"
        actions={
          councilId === null || writing !== null ? null : (
            <>
              <ButtonLink
                to="/reports/papers/$paper/$meetingId"
                params={{ paper: 'participation', meetingId: 'none' }}
              >
                参画状況表
              </ButtonLink>
              <Button look="main" onPress={() => setWriting(emptyStart)}>
                呼びかけを記す
              </Button>
            </>
          )
        }
      />
      {councilId === null ? (
        <Empty>上の「すべての協議体」から一つ選ぶと、その卓の分野と団体の表がここに出ます。</Empty>
      ) : (
        <CouncilTable key={councilId} councilId={councilId} writing={writing} onWrite={setWriting} />
      )}
    </>
  )
}

interface CouncilTableProps {
  readonly councilId: CouncilId
  readonly writing: OutreachStart | null
  readonly onWrite: (start: OutreachStart | null) => void
}

function firstCell(data: Participation): ChosenCell {
  // The gap that can be filled soonest is what the page opens on.
  const gap = [...data.gaps].sort((one, other) => other.candidates - one.candidates)[0]
  return gap === undefined
    ? { row: 'elderly', column: 'territorial' }
    : { row: gap.sector, column: gap.column }
}

function CouncilTable({ councilId, writing, onWrite }: CouncilTableProps) {
  const { today } = usePlace()
  const table = useRead('participation.get', { councilId, on: today }, { keepLast: true })
  const [picked, setPicked] = useState<ChosenCell | null>(null)
  return (
    <Loaded read={table}>
      {(data) => {
        const cell = picked ?? firstCell(data)
        return (
          <div className={styles.page}>
            <div className={styles.main}>
              <TableMatrix data={data} cell={cell} onChoose={setPicked} />
              {writing === null ? null : (
                <OutreachForm
                  key={`${writing.organizationId ?? ''}${writing.sector ?? ''}`}
                  councilId={councilId}
                  outreach={null}
                  start={writing}
                  onDone={() => onWrite(null)}
                />
              )}
              <OutreachList councilId={councilId} />
              <YearsTable years={data.years} />
            </div>
            <CellPane
              key={`${cell.row} ${cell.column}`}
              councilId={councilId}
              data={data}
              cell={cell}
              onChoose={setPicked}
              onAsk={onWrite}
            />
          </div>
        )
      }}
    </Loaded>
  )
}
