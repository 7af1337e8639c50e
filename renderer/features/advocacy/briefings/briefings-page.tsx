import { useMemo, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { FilteredList } from '#renderer/ui/filtered-list.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { Briefing } from '#shared/contract/proposal-operations.ts'
import { fiscalYearName, fiscalYearOf, formatWareki } from '#shared/domain/calendar-date.ts'
import type { BriefingId } from '#shared/domain/ids.ts'
import { briefingAudienceNames } from '#shared/domain/proposal.ts'
import { AdvocacyParts } from '../advocacy-parts.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { OfficePaperView } from '../office-paper-view.tsx'
import { BriefingForm, briefingFormEnd, briefingFormId } from './briefing-form.tsx'
import { BriefingPane, peopleOf } from './briefing-pane.tsx'

type Doing = 'looking' | 'adding' | 'editing' | 'list'

function searched(briefing: Briefing): string {
  const { title, place, content, reactions, audience } = briefing
  return [title, place, content, reactions, briefingAudienceNames[audience]].join(' ')
}

/** 説明会・理念の共有: to residents and to the city's staff. */
export function BriefingsPage() {
  const { councilId, councils, today } = usePlace()
  const briefings = useRead('briefings.list', { councilId }, { keepLast: true })
  const [picked, setPicked] = useState<BriefingId | null>(null)
  const [doing, setDoing] = useState<Doing>('looking')
  const [busy, setBusy] = useState(false)
  const [returned, setReturned] = useState(false)
  const rows = useMemo(() => briefings.data ?? [], [briefings.data])
  const chosen = rows.find((each) => each.id === picked) ?? rows[0] ?? null
  const year = fiscalYearOf(today)
  const ofYear = rows.filter((each) => fiscalYearOf(each.heldOn) === year)
  const people = ofYear.reduce((sum, each) => sum + peopleOf(each), 0)
  const home = councilId ?? councils[0]?.id
  const choose = (briefingId: BriefingId | null, focus = false): void => {
    setPicked(briefingId)
    setReturned(focus)
    setDoing('looking')
  }
  if (home === undefined) return null
  const writing = doing === 'adding' || doing === 'editing'
  return (
    <>
      <PageHead
        title="説明会"
        beside={<AdvocacyParts />}
        line={`住民や市の職員に、助け合いのねらいを伝えた記録。${fiscalYearName(year)}は${String(ofYear.length)}回、のべ${String(people)}名。`}
        actions={
          writing ? (
            <>
              <Button key="stop" onPress={() => choose(chosen?.id ?? null, true)}>
                やめる
              </Button>
              <Button key="send" look="main" submits form={briefingFormId} id={briefingFormEnd} busy={busy}>
                {doing === 'adding' ? 'この説明会を残す' : 'この内容に直す'}
              </Button>
            </>
          ) : (
            <>
              <Button key="list" disabled={rows.length === 0} onPress={() => setDoing('list')}>
                一覧を印刷する
              </Button>
              <Button key="add" look="main" onPress={() => setDoing('adding')}>
                説明会を加える
              </Button>
            </>
          )
        }
      />
      <Loaded read={briefings}>
        {() =>
          doing === 'list' ? (
            <OfficePaperView
              title="説明会一覧"
              wanted={{ name: 'briefing-list', councilId }}
              onClose={() => setDoing('looking')}
            />
          ) : (
            <div className={styles.split}>
              <FilteredList
                label="説明会"
                rows={rows}
                rowKey={(row) => row.id}
                searched={searched}
                title={(row) => row.title}
                under={(row) => (
                  <>
                    <span>{formatWareki(row.heldOn)}</span>
                    <span>{briefingAudienceNames[row.audience]}</span>
                    <span>{peopleOf(row)}名</span>
                  </>
                )}
                chosen={chosen?.id ?? null}
                onChoose={(row) => choose(row.id)}
              />
              {writing ? (
                <BriefingForm
                  key={doing === 'adding' ? 'new' : chosen?.id}
                  briefing={doing === 'adding' ? null : chosen}
                  councilId={home}
                  onBusy={setBusy}
                  onDone={(briefingId) => choose(briefingId, true)}
                />
              ) : chosen === null ? (
                <section className={styles.pane} aria-label="選んだ説明会">
                  <Empty>
                    まだ説明会がありません。「説明会を加える」から、開いた日と来た人の数を残してください。
                  </Empty>
                </section>
              ) : (
                <BriefingPane
                  key={chosen.id}
                  briefing={chosen}
                  takesFocus={returned}
                  onEdit={() => setDoing('editing')}
                  onGone={() => choose(null)}
                />
              )}
            </div>
          )
        }
      </Loaded>
    </>
  )
}
