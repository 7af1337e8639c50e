import { useState } from 'react'
import type { OrganizationId } from '#shared/domain/ids.ts'
import { useSought } from '#renderer/api/use-sought.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { GroupForm, groupFormEnd, groupFormId } from './group-form.tsx'
import { GroupPane } from './group-pane.tsx'
import styles from './groups.module.css'
import { GroupsList } from './groups-list.tsx'
import { RosterTabs } from './roster-tabs.tsx'

type Doing = 'looking' | 'adding' | 'editing'

/** 名簿の団体: every group, one of them beside the list with the people who belong to it. */
export function GroupsPage() {
  const groups = useRead('organizations.list', {})
  const [picked, setPicked] = useState<OrganizationId | null>(null)
  const sought = useSought()
  const [followed, setFollowed] = useState<string | null>(null)
  if (sought !== followed && groups.data !== undefined) {
    setFollowed(sought)
    const found = groups.data.find((group) => group.id === sought)
    if (found) setPicked(found.id)
  }
  const [doing, setDoing] = useState<Doing>('looking')
  const known = groups.data?.some((group) => group.id === picked) === true
  const chosen = known ? picked : (groups.data?.[0]?.id ?? null)
  return (
    <>
      <PageHead
        title="名簿"
        beside={<RosterTabs />}
        line="団体の種別と分野、圏域、連絡先。だれがその団体の人かも、ここで分かります。"
        actions={
          doing === 'looking' ? (
            <>
              <ButtonLink to="/roster/import">ファイルから取り込む</ButtonLink>
              <Button key="add" look="main" onPress={() => setDoing('adding')}>
                団体を加える
              </Button>
            </>
          ) : (
            <>
              <Button key="stop" onPress={() => setDoing('looking')}>
                やめる
              </Button>
              <Button key="send" look="main" submits form={groupFormId} id={groupFormEnd}>
                {doing === 'adding' ? 'この団体を加える' : 'この内容に直す'}
              </Button>
            </>
          )
        }
      />
      <Loaded read={groups}>
        {(rows) => (
          <div className={styles.groups}>
            {rows.length === 0 ? (
              <Empty>まだ団体がありません。人を加えるときに書いた団体も、ここに並びます。</Empty>
            ) : (
              <GroupsList
                groups={rows}
                chosen={chosen}
                onChoose={(organizationId) => {
                  setPicked(organizationId)
                  setDoing('looking')
                }}
              />
            )}
            {doing !== 'looking' ? (
              <GroupForm
                key={doing === 'adding' ? 'new' : chosen}
                organizationId={doing === 'adding' ? null : chosen}
                onDone={(organizationId) => {
                  setPicked(organizationId)
                  setDoing('looking')
                }}
              />
            ) : chosen === null ? null : (
              <GroupPane key={chosen} organizationId={chosen} onEdit={() => setDoing('editing')} />
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}
