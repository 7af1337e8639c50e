import { useState } from 'react'
import type { CouncilId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { CouncilAddForm } from './council-add-form.tsx'
import { CouncilRulesForm } from './council-rules-form.tsx'
import { BackUpButton, DataTab } from './data-tab.tsx'
import { MakeUpForm } from './make-up-form.tsx'
import { SeatRulesForm } from './seat-rules-form.tsx'
import { SecretariatForm } from './secretariat-form.tsx'
import { rulesFormEnd, rulesFormId, secretariatFormEnd, secretariatFormId } from './form-ids.ts'
import { StageSteps } from './stage-steps.tsx'
import styles from './settings.module.css'

type TabKey = 'secretariat' | 'council' | 'data'

/** 設定: the office, the councils' rules, and the data's safety. */
export function SettingsPage() {
  const [tab, setTab] = useState<TabKey>('secretariat')
  const { councilId } = usePlace()
  return (
    <>
      <PageHead
        title="設定"
        line="事務局のこと、協議体のきまり、データの守りかた。"
        actions={<MainButton tab={tab} councilChosen={councilId !== null} />}
      />
      <div className={styles.settings}>
        <Tabs<TabKey>
          label="設定の種類"
          chosen={tab}
          onChoose={setTab}
          tabs={[
            { key: 'secretariat', name: '事務局', content: <SecretariatTab /> },
            { key: 'council', name: '協議体のきまり', content: <CouncilTab councilId={councilId} /> },
            { key: 'data', name: '控えと練習', content: <DataTab /> },
          ]}
        />
      </div>
    </>
  )
}

/** The main button belongs to what is being looked at, and stands where it stands on every page. */
function MainButton({ tab, councilChosen }: { readonly tab: TabKey; readonly councilChosen: boolean }) {
  if (tab === 'data') return <BackUpButton />
  if (tab === 'council' && !councilChosen) return null
  const [form, id] = tab === 'council' ? [rulesFormId, rulesFormEnd] : [secretariatFormId, secretariatFormEnd]
  return (
    <Button key={form} look="main" submits form={form} id={id}>
      この内容に直す
    </Button>
  )
}

function SecretariatTab() {
  const secretariat = useRead('secretariat.get', {})
  return <Loaded read={secretariat}>{(data) => <SecretariatForm first={data} />}</Loaded>
}

function CouncilTab({ councilId }: { readonly councilId: CouncilId | null }) {
  return (
    <>
      {councilId === null ? (
        <Empty>上の「すべての協議体」から一つ選ぶと、その運営のきまりを直せます。</Empty>
      ) : (
        <ChosenCouncil key={councilId} councilId={councilId} />
      )}
      <CouncilAddForm />
    </>
  )
}

function ChosenCouncil({ councilId }: { readonly councilId: CouncilId }) {
  const council = useRead('councils.get', { councilId })
  return (
    <>
      <Loaded read={council}>{(data) => <CouncilRulesForm council={data} />}</Loaded>
      <SeatRulesForm councilId={councilId} />
      <MakeUpForm councilId={councilId} />
      <StageSteps councilId={councilId} />
    </>
  )
}
