import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Coordinator } from '#shared/contract/coordinator-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { dedicationNames, employerNames, inOffice, workingNames } from '#shared/domain/coordinator.ts'
import { councilLayerNames } from '#shared/domain/council.ts'
import type { CoordinatorId } from '#shared/domain/ids.ts'
import { CoordinatorParts } from '../coordinator-parts.tsx'
import styles from '../coordinators.module.css'
import { CoordinatorForm } from './coordinator-form.tsx'
import { KindsBlock } from './kinds-block.tsx'

function officeWords(
  each: Coordinator,
  today: CalendarDate,
): { readonly mark: MarkKind; readonly words: string } {
  if (inOffice(each, today)) return { mark: 'done', words: '在任' }
  return each.fromOn > today ? { mark: 'waiting', words: 'これから' } : { mark: 'none', words: '退任' }
}

/** コーディネーター in office, and the kinds that their diary is sorted by. */
export function CoordinatorsPage() {
  const { today, council } = usePlace()
  const coordinators = useRead('coordinators.list', {})
  const [writing, setWriting] = useState<CoordinatorId | 'new' | null>(null)
  const add = useWrite('coordinators.add')
  const save = useWrite('coordinators.save')
  const remove = useWrite('coordinators.remove')
  const restore = useWrite('coordinators.restore')
  const tell = useTell()
  const takeAway = async ({ id: coordinatorId, name }: Coordinator): Promise<void> => {
    if (await remove.did({ coordinatorId }))
      tell({
        text: `${name}さんをコーディネーターから外しました。`,
        undo: () => restore.run({ coordinatorId }),
      })
  }
  return (
    <>
      <PageHead
        title="人と区分"
        beside={<CoordinatorParts />}
        line="コーディネーターの任期と勤め方、活動記録の区分。年度のまとめは、ここから数えます。"
        actions={
          <Button look="main" onPress={() => setWriting('new')}>
            コーディネーターを登録する
          </Button>
        }
      />
      <Loaded read={coordinators}>
        {(list) => (
          <div className={styles.page}>
            <Block title="コーディネーター" note={`${String(list.length)}人`}>
              <ErrorNotice error={remove.error} onClose={remove.forget} />
              {writing === 'new' ? (
                <CoordinatorForm
                  fixed={false}
                  first={{
                    personId: null,
                    layer: council?.layer ?? 2,
                    areaName: council?.areaName ?? '',
                    employer: 'shakyo',
                    working: 'full',
                    dedicated: 'only',
                    qualification: '',
                    fromOn: today,
                    toOn: null,
                  }}
                  sendWords="この方を登録する"
                  busy={add.busy}
                  error={add.error}
                  onSend={(coordinator) =>
                    void add.run({ coordinator }).then((added) => added !== null && setWriting(null))
                  }
                  onStop={() => setWriting(null)}
                />
              ) : list.length === 0 ? (
                <Empty next="名簿にある方を選び、層・圏域・任期を書きます。選出から始めるときは「選出」で。">
                  まだ登録されていません。
                </Empty>
              ) : null}
              <ul className={styles.lines}>
                {list.map((each) => (
                  <li key={each.id}>
                    {writing === each.id ? (
                      <CoordinatorForm
                        fixed
                        first={each}
                        sendWords="この内容に直す"
                        busy={save.busy}
                        error={save.error}
                        onSend={({
                          personId,
                          layer,
                          areaName,
                          employer,
                          working,
                          dedicated,
                          qualification,
                          fromOn,
                          toOn,
                        }) =>
                          void save
                            .did({
                              coordinatorId: each.id,
                              coordinator: {
                                ...{ personId, layer, areaName, employer, working, dedicated },
                                ...{ qualification, fromOn, toOn },
                              },
                            })
                            .then((did) => did && setWriting(null))
                        }
                        onStop={() => setWriting(null)}
                      />
                    ) : (
                      <>
                        <Chip mark={officeWords(each, today).mark}>{officeWords(each, today).words}</Chip>
                        <b>{each.name}</b>
                        <span className={styles.grow}>
                          {councilLayerNames[each.layer]}　{each.areaName === '' ? '市全体' : each.areaName}　
                          {employerNames[each.employer]}　{workingNames[each.working]}・
                          {dedicationNames[each.dedicated]}　{each.qualification}
                        </span>
                        <span className="sub">
                          {formatWareki(each.fromOn)}～{each.toOn === null ? '' : formatWareki(each.toOn)}
                        </span>
                        <span className={styles.atEnd}>
                          <Button
                            look="quiet"
                            label={`${each.name}さんの任期を直す`}
                            onPress={() => setWriting(each.id)}
                          >
                            直す
                          </Button>
                          <Button
                            look="quiet"
                            label={`${each.name}さんをコーディネーターから外す`}
                            onPress={() => void takeAway(each)}
                          >
                            外す
                          </Button>
                        </span>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </Block>
            <KindsBlock />
          </div>
        )}
      </Loaded>
    </>
  )
}
