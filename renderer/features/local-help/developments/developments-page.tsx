import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useSought } from '#renderer/api/use-sought.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { DevelopmentId } from '#shared/domain/ids.ts'
import { AreaParts } from '../area-parts.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { DevelopmentBoard } from './development-board.tsx'
import { DevelopmentForm, developmentFormEnd, developmentFormId } from './development-form.tsx'
import { DevelopmentPane } from './development-pane.tsx'
import { GrownByYear } from './grown-by-year.tsx'

/** 資源開発: from needs, by steps, to a resource or to a reason. */
export function DevelopmentsPage() {
  const { councilId } = usePlace()
  const developments = useRead('developments.list', { councilId }, { keepLast: true })
  const at = useSought()
  const [picked, setPicked] = useState<DevelopmentId | null>(at as DevelopmentId | null)
  const [doing, setDoing] = useState<'looking' | 'adding' | 'editing'>('looking')
  const [busy, setBusy] = useState(false)
  const chosen = developments.data?.find((each) => each.id === picked) ?? null
  return (
    <>
      <PageHead
        title="資源開発"
        beside={<AreaParts />}
        line="課題から始めて、段取りを踏み、資源になるまで。とりやめるときは、わけを残します。"
        actions={
          doing === 'looking' ? (
            <Button key="add" look="main" onPress={() => setDoing('adding')}>
              取り組みを始める
            </Button>
          ) : (
            <>
              <Button key="stop" onPress={() => setDoing('looking')}>
                やめる
              </Button>
              <Button
                key="send"
                look="main"
                submits
                form={developmentFormId}
                id={developmentFormEnd}
                busy={busy}
              >
                {doing === 'adding' ? 'この取り組みを残す' : 'この内容に直す'}
              </Button>
            </>
          )
        }
      />
      <Loaded read={developments}>
        {(list) =>
          doing !== 'looking' ? (
            <DevelopmentForm
              key={doing === 'adding' ? 'new' : chosen?.id}
              development={doing === 'adding' ? null : chosen}
              onBusy={setBusy}
              onDone={(developmentId) => {
                setPicked(developmentId)
                setDoing('looking')
              }}
            />
          ) : (
            <div className={styles.page}>
              {list.length === 0 ? (
                <Empty next="「取り組みを始める」で、もとになった課題を選んで始めます。">
                  まだ取り組みがありません。
                </Empty>
              ) : (
                <DevelopmentBoard developments={list} chosen={picked} onChoose={setPicked} />
              )}
              {chosen === null ? null : (
                <DevelopmentPane key={chosen.id} development={chosen} onEdit={() => setDoing('editing')} />
              )}
              <GrownByYear developments={list} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}
