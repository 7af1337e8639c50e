import { type ReactNode, useMemo, useState } from 'react'
import type { ShownList } from '#shared/contract/table-operations.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { type Read, useRead } from '#renderer/api/use-read.ts'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { CouncilId } from '#shared/domain/ids.ts'
import { councilColumns } from './council-columns.ts'
import { outreachColumns } from './outreach-columns.ts'
import { groupColumns, personColumns, seatColumns } from './table-columns.ts'
import { ListTable, type ListTableProps } from './list-table.tsx'
import styles from './list-table.module.css'
import { RosterTabs } from './roster-tabs.tsx'

/** 一覧表: people, groups, seats, 呼びかけ or councils as one table, to be narrowed, ordered, chosen from, printed and taken to Excel. */
export function TablePage() {
  const [shown, setShown] = useState<ShownList>('people')
  // Another list is another table: the arrow keys go on where they were.
  const [moved, setMoved] = useState(false)
  const kind = (
    <div className={styles.kind}>
      <RadioGroup<ShownList>
        label="何の一覧か"
        labelUnseen
        value={shown}
        onChange={(next) => {
          setMoved(true)
          setShown(next)
        }}
        autoFocus={moved}
        choices={[
          { value: 'people', label: '人' },
          { value: 'groups', label: '団体' },
          { value: 'seats', label: '席' },
          { value: 'outreach', label: '呼びかけ' },
          { value: 'councils', label: '協議体' },
        ]}
      />
    </div>
  )
  switch (shown) {
    case 'people':
      return <People kind={kind} />
    case 'groups':
      return <Groups kind={kind} />
    case 'seats':
      return <Seats kind={kind} />
    case 'outreach':
      return <Outreach kind={kind} />
    case 'councils':
      return <Councils kind={kind} />
  }
}

interface KeptTableProps<Row> extends Omit<ListTableProps<Row>, 'kept' | 'rows'> {
  readonly read: Read<readonly Row[]>
}

/** A list with the columns that were chosen for it before. */
function KeptTable<Row>({ read, ...table }: KeptTableProps<Row>) {
  const kept = useRead('tables.columns', { list: table.list })
  return (
    <Loaded read={kept}>
      {(keys) => <Loaded read={read}>{(rows) => <ListTable {...table} kept={keys} rows={rows} />}</Loaded>}
    </Loaded>
  )
}

interface KindProps {
  readonly kind: ReactNode
}

function People({ kind }: KindProps) {
  const people = useRead('roster.listPeople', {})
  return (
    <KeptTable
      title="名簿の人"
      list="people"
      kind={kind}
      read={people}
      columns={personColumns}
      rowKey={(row) => row.id}
    />
  )
}

function Groups({ kind }: KindProps) {
  const kinds = useKinds()
  const groups = useRead('organizations.list', {})
  const columns = useMemo(() => groupColumns(kinds), [kinds])
  return (
    <KeptTable
      title="団体"
      list="groups"
      kind={kind}
      read={groups}
      columns={columns}
      rowKey={(row) => row.id}
    />
  )
}

function Seats({ kind }: KindProps) {
  const { councilId } = usePlace()
  if (councilId === null) {
    return (
      <>
        <PageHead title="一覧表" beside={<RosterTabs />} line="どの協議体の席かを、上で選んでください。" />
        {kind}
        <Empty>上の「すべての協議体」から一つ選ぶと、その席がここに並びます。</Empty>
      </>
    )
  }
  return <CouncilSeats councilId={councilId} kind={kind} />
}

function CouncilSeats({ councilId, kind }: KindProps & { readonly councilId: CouncilId }) {
  const { today, council } = usePlace()
  const seats = useRead('roster.listSeats', { councilId, on: today })
  return (
    <KeptTable
      title={`${council?.areaName ?? ''}の席`}
      list="seats"
      kind={kind}
      read={seats}
      columns={seatColumns}
      rowKey={(row) => row.membershipId}
    />
  )
}

/** Of the council chosen at the top, or of all. */
function Outreach({ kind }: KindProps) {
  const { today, councilId, council } = usePlace()
  const kinds = useKinds()
  const asked = useRead('outreach.list', { councilId })
  const councils = useRead('councils.list', {})
  const columns = useMemo(() => {
    const councilNames = new Map((councils.data ?? []).map((each) => [each.id, each.name]))
    return outreachColumns({ kinds, councilNames, today })
  }, [kinds, councils.data, today])
  if (councils.data === undefined) return <Loaded read={councils}>{() => null}</Loaded>
  return (
    <KeptTable
      key={councilId}
      title={council === null ? '呼びかけ' : `${council.areaName}の呼びかけ`}
      list="outreach"
      kind={kind}
      read={asked}
      columns={columns}
      rowKey={(row) => row.id}
    />
  )
}

function Councils({ kind }: KindProps) {
  const councils = useRead('councilBoard.list', {})
  return (
    <KeptTable
      title="協議体"
      list="councils"
      kind={kind}
      read={councils}
      columns={councilColumns}
      rowKey={(row) => row.id}
    />
  )
}
