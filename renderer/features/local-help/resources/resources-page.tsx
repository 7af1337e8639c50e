import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { type HelpKinds, useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useOrigin, useSought } from '#renderer/api/use-sought.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { FilteredList } from '#renderer/ui/filtered-list.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { Resource } from '#shared/contract/resource-operations.ts'
import type { OrganizationId, ResourceId } from '#shared/domain/ids.ts'
import { needsCheck } from '#shared/domain/resource.ts'
import { AreaParts } from '../area-parts.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { LocalPaperView } from '../local-paper-view.tsx'
import { ResourceForm, resourceFormEnd, resourceFormId } from './resource-form.tsx'
import { CheckedChip, ResourcePane } from './resource-pane.tsx'

type Doing = 'looking' | 'adding' | 'editing' | 'leaflet' | 'wall' | 'table'
const everywhere = '-'

function searchedWith(nameOf: HelpKinds['nameOf']): (resource: Resource) => string {
  return ({ name, kana, areaName, operator, content, place, audience, kind }) =>
    [name, kana, areaName, operator, content, place, audience, nameOf(kind)].join(' ')
}

/** What is known of a new resource where the page was opened from a group or from an entry of the diary. */
function useSuggested() {
  const navigate = useNavigate()
  const from = useOrigin()
  const read = useRead('resources.suggest', from ?? { of: 'organization', id: '' as OrganizationId }, {
    when: from !== null,
  })
  return {
    origin: from === null || read.data === undefined ? null : { from, fields: read.data },
    isComing: from !== null && read.data === undefined && read.error === null,
    /** The next new resource begins empty again. */
    leave: () => {
      if (from !== null) void navigate({ to: '/area/resources', search: {}, replace: true })
    },
  }
}

/** 地域資源: what groups offer, when it was last checked, and the lists made of it. */
export function ResourcesPage() {
  const { today } = usePlace()
  const resources = useRead('resources.list', {}, { keepLast: true })
  const at = useSought()
  const [picked, setPicked] = useState<ResourceId | null>(at as ResourceId | null)
  const { nameOf } = useHelpKinds()
  const searched = useMemo(() => searchedWith(nameOf), [nameOf])
  const [area, setArea] = useState(everywhere)
  const { origin, isComing, leave } = useSuggested()
  const [doing, setDoing] = useState<Doing>(origin === null && !isComing ? 'looking' : 'adding')
  const [busy, setBusy] = useState(false)
  const [returned, setReturned] = useState(false)
  const all = useMemo(() => resources.data ?? [], [resources.data])
  const areas = useMemo(
    () => [...new Set(all.map((each) => each.areaName))].filter((each) => each !== ''),
    [all],
  )
  const rows = useMemo(
    () => all.filter((each) => area === everywhere || each.areaName === area || each.areaName === ''),
    [all, area],
  )
  const chosen = all.find((each) => each.id === picked) ?? rows[0] ?? null
  const late = all.filter((each) => needsCheck(each.checkedOn, today)).length
  const choose = (resourceId: ResourceId | null, focus = false): void => {
    setPicked(resourceId)
    setReturned(focus)
    setDoing('looking')
    leave()
  }
  const areaName = area === everywhere ? null : area
  const writing = doing === 'adding' || doing === 'editing'
  return (
    <>
      <PageHead
        title="地域資源"
        beside={<AreaParts />}
        line={`団体や店がしている助け合い。${String(rows.length)}件。${late === 0 ? '' : `${String(late)}件は1年以上、確認していません。`}`}
        actions={
          writing ? (
            <>
              <Button key="stop" onPress={() => choose(chosen?.id ?? null, true)}>
                やめる
              </Button>
              <Button key="send" look="main" submits form={resourceFormId} id={resourceFormEnd} busy={busy}>
                {doing === 'adding' ? 'この資源を残す' : 'この内容に直す'}
              </Button>
            </>
          ) : (
            <>
              <Button key="leaflet" disabled={all.length === 0} onPress={() => setDoing('leaflet')}>
                住民向けの一覧
              </Button>
              <Button key="wall" disabled={all.length === 0} onPress={() => setDoing('wall')}>
                貼り出し用（A3）
              </Button>
              <Button key="table" disabled={all.length === 0} onPress={() => setDoing('table')}>
                職員用の一覧
              </Button>
              <ButtonLink key="import" to="/area/import">
                Excelから取り込む
              </ButtonLink>
              <Button key="add" look="main" onPress={() => setDoing('adding')}>
                資源を加える
              </Button>
            </>
          )
        }
      />
      <Loaded read={resources}>
        {() =>
          doing === 'leaflet' || doing === 'wall' || doing === 'table' ? (
            <LocalPaperView
              key={doing}
              title={doing === 'table' ? '地域資源一覧' : '困ったときの一覧'}
              wanted={
                doing === 'table'
                  ? { name: 'resource-list', areaName }
                  : { name: 'help-leaflet', areaName, size: doing === 'wall' ? 'A3' : 'A4' }
              }
              onClose={() => setDoing('looking')}
            />
          ) : (
            <div className={styles.split}>
              <FilteredList
                label="地域資源"
                rows={rows}
                rowKey={(row) => row.id}
                searched={searched}
                title={(row) => row.name}
                under={(row) => (
                  <>
                    {needsCheck(row.checkedOn, today) ? <CheckedChip resource={row} today={today} /> : null}
                    <span>{row.areaName}</span>
                    <span>{nameOf(row.kind)}</span>
                  </>
                )}
                chosen={chosen?.id ?? null}
                onChoose={(row) => choose(row.id)}
                filter={
                  <Select
                    label="圏域でしぼる"
                    labelUnseen
                    value={area}
                    onChange={setArea}
                    choices={[
                      { value: everywhere, label: 'どの圏域も' },
                      ...areas.map((value) => ({ value, label: value })),
                    ]}
                  />
                }
              />
              {writing && isComing ? null : writing ? (
                <ResourceForm
                  key={doing === 'adding' ? 'new' : chosen?.id}
                  resource={doing === 'adding' ? null : chosen}
                  others={all}
                  origin={origin}
                  onBusy={setBusy}
                  onDone={(resourceId) => choose(resourceId, true)}
                />
              ) : chosen === null ? (
                <section className={styles.pane} aria-label="選んだ地域資源">
                  <Empty next="「資源を加える」で、サロンや見守り、配食などを一つずつ残してください。">
                    まだ地域資源がありません。
                  </Empty>
                </section>
              ) : (
                <ResourcePane
                  key={chosen.id}
                  resource={chosen}
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
