import { useParams } from '@tanstack/react-router'
import { isId, type MeetingId, type PersonId } from '#shared/domain/ids.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { EntryList } from './entry-list.tsx'
import styles from './history.module.css'

type RecordKind = 'person' | 'meeting'

const titles: Readonly<Record<RecordKind, string>> = {
  person: 'この人の変更の記録',
  meeting: 'この会議の変更の記録',
}

function isRecordId(text: string): text is PersonId | MeetingId {
  return isId(text)
}

/** The history of one person or one meeting, with all that belongs to it. */
export function RecordHistoryPage() {
  const { kind, recordId } = useParams({ strict: false })
  if ((kind !== 'person' && kind !== 'meeting') || recordId === undefined || !isRecordId(recordId))
    return <Empty>この記録は見つかりませんでした。</Empty>
  return <OneRecord kind={kind} recordId={recordId} />
}

interface OneRecordProps {
  readonly kind: RecordKind
  readonly recordId: PersonId | MeetingId
}

function OneRecord({ kind, recordId }: OneRecordProps) {
  const entries = useRead('history.ofRecord', { kind, id: recordId })
  return (
    <>
      <PageHead
        title={titles[kind]}
        line="だれが、いつ、何をどう変えたか。取り消しも、また取り消せます。"
        actions={<Button onPress={() => window.history.back()}>前の画面に戻る</Button>}
      />
      <div className={styles.parts}>
        <Loaded read={entries}>
          {(data) =>
            data.length === 0 ? <Empty>変更の記録はまだありません。</Empty> : <EntryList entries={data} />
          }
        </Loaded>
      </div>
    </>
  )
}
