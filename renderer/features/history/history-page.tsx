import { useState } from 'react'
import type { HistoryFilter } from '#shared/contract/history-operations.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { EntryList } from './entry-list.tsx'
import styles from './history.module.css'

const everything: HistoryFilter = { text: '', who: '', from: null, to: null }

/** 変更の記録: everything that was changed, found by words, name and day; taken to Excel as CSV. */
export function HistorySearchPage() {
  const { today } = usePlace()
  const [filter, setFilter] = useState(everything)
  const exporting = useWrite('history.export')
  const files = useFiles()
  const set = <Key extends keyof HistoryFilter>(key: Key, value: HistoryFilter[Key]): void =>
    setFilter((before) => ({ ...before, [key]: value }))
  const takeOut = async (): Promise<void> => {
    const file = await exporting.run({ filter })
    if (file !== null) await files.save(file.token)
  }
  return (
    <>
      <PageHead
        title="変更の記録"
        line="だれが、いつ、何をどう変えたか。消したものも、ここから元に戻せます。"
        actions={
          <Button look="main" busy={exporting.busy} onPress={() => void takeOut()}>
            ＣＳＶに書き出す
          </Button>
        }
      />
      <div className={styles.parts}>
        <ErrorNotice error={exporting.error ?? files.error} onClose={exporting.forget} />
        <div className={styles.filter} role="search">
          <TextField label="ことば" value={filter.text} onChange={(value) => set('text', value)} />
          <TextField
            label="変えた人"
            width="medium"
            value={filter.who}
            onChange={(value) => set('who', value)}
          />
          <JapaneseDateField
            label="この日から"
            near={today}
            value={filter.from}
            onChange={(value) => set('from', value)}
          />
          <JapaneseDateField
            label="この日まで"
            near={today}
            value={filter.to}
            onChange={(value) => set('to', value)}
          />
        </div>
        <Pages key={JSON.stringify(filter)} filter={filter} />
      </div>
    </>
  )
}

/** Page after page below one another; each asks for the one behind it. */
function Pages({ filter }: { readonly filter: HistoryFilter }) {
  const [starts, setStarts] = useState<readonly (number | null)[]>([null])
  return (
    <>
      {starts.map((before, position) => (
        <Page
          key={before ?? 'newest'}
          filter={filter}
          before={before}
          {...(position === starts.length - 1
            ? { onMore: (next: number) => setStarts([...starts, next]) }
            : {})}
        />
      ))}
    </>
  )
}

interface PageProps {
  readonly filter: HistoryFilter
  readonly before: number | null
  readonly onMore?: (before: number) => void
}

function Page({ filter, before, onMore }: PageProps) {
  const found = useRead('history.search', { filter, before }, { keepLast: true })
  return (
    <Loaded read={found}>
      {({ entries, before: next }) => (
        <>
          {entries.length === 0 && before === null ? (
            <Empty>あてはまる変更はありません。</Empty>
          ) : (
            <EntryList entries={entries} />
          )}
          {next === null || onMore === undefined ? null : (
            <p>
              <Button onPress={() => onMore(next)}>もっと前を見る</Button>
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}
