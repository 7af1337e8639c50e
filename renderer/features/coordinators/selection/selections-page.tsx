import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { Selection } from '#shared/contract/selection-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import type { SelectionId } from '#shared/domain/ids.ts'
import { deliberationNames, selectionStateNames } from '#shared/domain/selection.ts'
import { CoordinatorPaper } from '../coordinator-paper.tsx'
import { CoordinatorParts } from '../coordinator-parts.tsx'
import styles from '../coordinators.module.css'
import { SelectionForm } from './selection-form.tsx'
import { SelectionPane } from './selection-pane.tsx'

/** 第2層　東部圏域: what a coordinator is chosen for. */
function placeWords({ layer, areaName }: Selection): string {
  return `${councilLayerNames[layer]}　${areaName === '' ? '市全体' : areaName}`
}

/** コーディネーター選出: candidates, the talk behind the choice, the 推薦書 and the appointment. */
export function SelectionsPage() {
  const { councilId } = usePlace()
  const selections = useRead('selections.list', { councilId }, { keepLast: true })
  const [picked, setPicked] = useState<SelectionId | null>(null)
  const [doing, setDoing] = useState<'looking' | 'adding' | 'editing' | 'paper'>('looking')
  return (
    <>
      <PageHead
        title="コーディネーターの選出"
        beside={<CoordinatorParts />}
        line="候補と話し合いを残し、協議体から推薦します。話し合いのない選出は、そのように示します。"
        actions={
          <Button look="main" onPress={() => setDoing('adding')}>
            選出を始める
          </Button>
        }
      />
      <Loaded read={selections}>
        {(list) => {
          const chosen = list.find((each) => each.id === picked) ?? list[0]
          if (doing === 'paper' && chosen !== undefined) {
            return (
              <CoordinatorPaper
                title="コーディネーター推薦書"
                wanted={{ name: 'recommendation', selectionId: chosen.id }}
                onClose={() => setDoing('looking')}
              />
            )
          }
          if (doing === 'adding' || (doing === 'editing' && chosen !== undefined)) {
            return (
              <SelectionForm
                selection={doing === 'adding' ? null : (chosen ?? null)}
                onDone={(selectionId) => {
                  setPicked(selectionId ?? picked)
                  setDoing('looking')
                }}
              />
            )
          }
          if (chosen === undefined) {
            return (
              <Empty next="「選出を始める」で、どの層・圏域の方を選ぶのかと、選ぶめやすを書きます。">
                まだ選出の記録がありません。
              </Empty>
            )
          }
          return (
            <div className={styles.split}>
              <nav aria-label="選出の一覧">
                {list.map((each) => (
                  <button
                    key={each.id}
                    type="button"
                    className={styles.choice}
                    aria-pressed={each.id === chosen.id}
                    onClick={() => setPicked(each.id)}
                  >
                    {placeWords(each)}
                    <span className={styles.under}>
                      <span>{selectionStateNames[each.state]}</span>
                      <span>{formatWareki(each.openedOn)}から</span>
                    </span>
                    {each.state === 'decided' && each.deliberation !== 'recorded' ? (
                      <Chip mark="lacking">{deliberationNames[each.deliberation]}</Chip>
                    ) : null}
                  </button>
                ))}
              </nav>
              <SelectionPane
                key={chosen.id}
                selection={chosen}
                title={placeWords(chosen)}
                onEdit={() => setDoing('editing')}
                onPaper={() => setDoing('paper')}
              />
            </div>
          )
        }}
      </Loaded>
    </>
  )
}
