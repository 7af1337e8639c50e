import { useMemo, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { type HelpKinds, useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useSought } from '#renderer/api/use-sought.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { FilteredList } from '#renderer/ui/filtered-list.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { NeedRow } from '#shared/contract/need-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { NeedId } from '#shared/domain/ids.ts'
import { openNeedStatuses } from '#shared/domain/need.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { AreaParts } from '../area-parts.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { LocalPaperView } from '../local-paper-view.tsx'
import { NeedForm, needFormEnd, needFormId } from './need-form.tsx'
import { NeedPane } from './need-pane.tsx'
import { NeedStatusChip } from './need-state.tsx'

type Doing = 'looking' | 'adding' | 'editing' | 'printing'
type Shown = 'open' | 'waiting' | 'all'

const shownNames: Readonly<Record<Shown, string>> = {
  open: '終わっていないもの',
  waiting: '答え待ち',
  all: 'すべて',
}

function isShown(need: NeedRow, shown: Shown): boolean {
  if (shown === 'waiting') return need.waitingFor !== null
  return shown === 'all' || openNeedStatuses.includes(need.status)
}

function searchedWith(nameOf: HelpKinds['nameOf']): (need: NeedRow) => string {
  return (need) => [need.text, need.areaName, nameOf(need.kind), need.owner].join(' ')
}

function underLine(need: NeedRow) {
  return (
    <>
      <NeedStatusChip need={need} />
      <span>{need.areaName}</span>
      <span>{need.sectors.map((sector) => sectorShortNames[sector]).join('・')}</span>
      <span>{formatMonthDay(need.notedOn)}</span>
    </>
  )
}

/** 地域課題: what is missing in the area, without saying to whom, followed until it is answered. */
export function NeedsPage() {
  const { councilId } = usePlace()
  const needs = useRead('needs.list', { councilId }, { keepLast: true })
  const at = useSought()
  // What is sought may have been settled long ago.
  const [picked, setPicked] = useState<NeedId | null>(at as NeedId | null)
  const [shown, setShown] = useState<Shown>(at === null ? 'open' : 'all')
  const { nameOf } = useHelpKinds()
  const searched = useMemo(() => searchedWith(nameOf), [nameOf])
  const [doing, setDoing] = useState<Doing>('looking')
  const [busy, setBusy] = useState(false)
  const [returned, setReturned] = useState(false)
  const rows = useMemo(() => (needs.data ?? []).filter((each) => isShown(each, shown)), [needs.data, shown])
  const all = needs.data ?? []
  const chosen = all.find((each) => each.id === picked) ?? rows[0] ?? null
  const choose = (needId: NeedId | null, focus = false): void => {
    setPicked(needId)
    setReturned(focus)
    setDoing('looking')
  }
  return (
    <>
      <PageHead
        title="地域課題"
        beside={<AreaParts />}
        line={`住民や団体から聞いた困りごと。だれのことかは書かず、話し合いと答えまでを追います。${String(rows.length)}件。`}
        actions={
          doing === 'looking' || doing === 'printing' ? (
            <>
              <Button key="print" disabled={all.length === 0} onPress={() => setDoing('printing')}>
                課題の一覧を印刷する
              </Button>
              <Button key="add" look="main" onPress={() => setDoing('adding')}>
                課題を書きとめる
              </Button>
            </>
          ) : (
            <>
              <Button key="stop" onPress={() => choose(chosen?.id ?? null, true)}>
                やめる
              </Button>
              <Button key="send" look="main" submits form={needFormId} id={needFormEnd} busy={busy}>
                {doing === 'adding' ? 'この課題を残す' : 'この内容に直す'}
              </Button>
            </>
          )
        }
      />
      <Loaded read={needs}>
        {() =>
          doing === 'printing' ? (
            <LocalPaperView
              title="地域課題一覧"
              wanted={{ name: 'need-list', councilId }}
              onClose={() => setDoing('looking')}
            />
          ) : (
            <div className={styles.split}>
              <FilteredList
                label="地域課題"
                rows={rows}
                rowKey={(row) => row.id}
                searched={searched}
                title={(row) => row.text}
                under={underLine}
                chosen={chosen?.id ?? null}
                onChoose={(row) => choose(row.id)}
                filter={
                  <Select
                    label="どれを見るか"
                    labelUnseen
                    value={shown}
                    onChange={setShown}
                    choices={(['open', 'waiting', 'all'] as const).map((value) => ({
                      value,
                      label: shownNames[value],
                    }))}
                  />
                }
              />
              {doing !== 'looking' ? (
                <NeedForm
                  key={doing === 'adding' ? 'new' : chosen?.id}
                  need={doing === 'adding' ? null : chosen}
                  onBusy={setBusy}
                  onDone={(needId) => choose(needId, true)}
                />
              ) : chosen === null ? (
                <section className={styles.pane} aria-label="選んだ地域課題">
                  <Empty next="議事録では、発言を選んで Ctrl+0 を押すと、その発言からそのまま課題になります。">
                    まだ地域課題がありません。訪問や電話で聞いたことを「課題を書きとめる」で残してください。
                  </Empty>
                </section>
              ) : (
                <NeedPane
                  key={chosen.id}
                  needId={chosen.id}
                  others={all}
                  takesFocus={returned}
                  onEdit={() => setDoing('editing')}
                  onChoose={choose}
                />
              )}
            </div>
          )
        }
      </Loaded>
    </>
  )
}
