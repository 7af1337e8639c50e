import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { PersonId } from '#shared/domain/ids.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useSought } from '#renderer/api/use-sought.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { PeopleList } from './people-list.tsx'
import { firstByKana } from './people-rows.ts'
import { PersonPane } from './person-pane.tsx'
import { formEnd, PersonForm, personFormId } from './person-form.tsx'
import styles from './roster.module.css'
import { RosterTabs } from './roster-tabs.tsx'
import { SeatsPane } from './seats-pane.tsx'

type Doing = 'looking' | 'adding' | 'editing'

/** 名簿: everybody by 五十音, one person beside the list, and the council's seats. */
export function RosterPage() {
  const people = useRead('roster.listPeople', {})
  const { councilId } = usePlace()
  const [picked, setPicked] = useState<PersonId | null>(null)
  // Whom a search leads to is picked when she is asked for, also where another was picked before.
  const sought = useSought()
  const [followed, setFollowed] = useState<string | null>(null)
  if (sought !== followed && people.data !== undefined) {
    setFollowed(sought)
    const found = people.data.find((person) => person.id === sought)
    if (found) setPicked(found.id)
  }
  const [doing, setDoing] = useState<Doing>('looking')
  const [busy, setBusy] = useState(false)
  // Coming back from a form, the focus goes to the person, not to nowhere.
  const [returned, setReturned] = useState(false)
  const leaveForm = (): void => {
    setReturned(true)
    setDoing('looking')
  }
  // Whoever stands first is shown until somebody is picked: the page never opens on an empty place.
  const first = useMemo(() => firstByKana(people.data ?? []), [people.data])
  const known = people.data?.some((person) => person.id === picked) === true
  const chosen = known ? picked : (first?.id ?? null)
  const choose = (personId: PersonId | null): void => {
    setPicked(personId)
    setReturned(false)
    setDoing('looking')
  }
  return (
    <>
      <PageHead
        title="名簿"
        beside={<RosterTabs />}
        line={
          <>
            人と所属、協議体の席。異動があっても、前の書類はそのまま残ります。
            <Link to="/roster/duplicates">同じ人かもを見くらべる</Link>
          </>
        }
        actions={
          doing === 'looking' ? (
            <>
              <ButtonLink to="/roster/import">Excelから取り込む</ButtonLink>
              <Button key="add" look="main" onPress={() => setDoing('adding')}>
                人を加える
              </Button>
            </>
          ) : (
            <>
              <Button key="stop" onPress={leaveForm}>
                やめる
              </Button>
              <Button key="send" look="main" submits form={personFormId} id={formEnd} busy={busy}>
                {doing === 'adding' ? 'この人を加える' : 'この内容に直す'}
              </Button>
            </>
          )
        }
      />
      <Loaded read={people}>
        {(rows) => (
          <div className={styles.roster}>
            {rows.length === 0 ? (
              <Empty>まだだれもいません。Excelの名簿をそのまま取り込むか、一人ずつ加えてください。</Empty>
            ) : (
              <PeopleList people={rows} chosen={chosen} onChoose={choose} />
            )}
            {doing === 'looking' ? (
              <>
                <PersonPane
                  personId={chosen}
                  takesFocus={returned}
                  onEdit={() => setDoing('editing')}
                  onGone={() => choose(null)}
                />
                <SeatsPane councilId={councilId} chosen={chosen} onChoose={choose} />
              </>
            ) : (
              <PersonForm
                key={doing === 'adding' ? 'new' : chosen}
                personId={doing === 'adding' ? null : chosen}
                people={rows}
                onBusy={setBusy}
                onDone={(personId) => {
                  setPicked(personId)
                  leaveForm()
                }}
              />
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}
