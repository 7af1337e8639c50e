import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { LinkedMeetings } from '#renderer/ui/linked-meetings.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Development } from '#shared/contract/development-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { developmentStateNames, isOpenDevelopment } from '#shared/domain/development.ts'
import { LinkedActivities } from '../linked-activities.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { GrowForm, StopForm } from './development-end.tsx'
import { DevelopmentSteps } from './development-steps.tsx'

function factsOf(development: Development, kindName: string) {
  const written: readonly (readonly [string, string])[] = [
    ['ねらい', development.aim],
    ['分類', kindName],
    ['圏域', development.areaName],
    ['いっしょに', development.partners],
    ['担い手', development.helpers],
    ['とりやめたわけ', development.endedBecause],
    ['終わった日', development.endedOn === null ? '' : formatWareki(development.endedOn)],
  ]
  return [
    { name: '進みぐあい', value: developmentStateNames[development.state] },
    ...written.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
    ...(development.resource === null
      ? []
      : [
          {
            name: 'できた資源',
            value: (
              <Link to="/area/resources" search={{ at: development.resource.id }}>
                {development.resource.name}
              </Link>
            ),
          },
        ]),
    {
      name: 'もとの課題',
      value:
        development.needs.length === 0
          ? 'まだ結びつけていません'
          : development.needs.map((need) => (
              <p key={need.id}>
                <Link to="/area" search={{ at: need.id }}>
                  {need.text}
                </Link>
              </p>
            )),
    },
  ]
}

export interface DevelopmentPaneProps {
  readonly development: Development
  readonly onEdit: () => void
}

/** One development: its needs, its steps, the meetings that spoke of it, and how it ends. */
export function DevelopmentPane({ development, onEdit }: DevelopmentPaneProps) {
  const [ending, setEnding] = useState<'growing' | 'stopping' | null>(null)
  const meetings = useRead('meetings.list', { councilId: null, fiscalYear: null })
  const link = useWrite('developments.linkMeeting')
  const goOn = useWrite('developments.setState')
  const remove = useWrite('developments.remove')
  const restore = useWrite('developments.restore')
  const tell = useTell()
  const { id: developmentId } = development
  const { nameOf } = useHelpKinds()
  const takeAway = async (): Promise<void> => {
    if (await remove.did({ developmentId })) {
      tell({ text: `「${development.title}」を消しました。`, undo: () => restore.run({ developmentId }) })
    }
  }
  const open = isOpenDevelopment(development.state)
  return (
    <Block
      title={development.title}
      more={
        <span className={styles.actions}>
          {open ? (
            <>
              <Button small onPress={() => setEnding('growing')}>
                資源になった
              </Button>
              <Button small onPress={() => setEnding('stopping')}>
                とりやめる
              </Button>
            </>
          ) : (
            <Button small onPress={() => void goOn.run({ developmentId, state: 'trial' })}>
              もう一度進める
            </Button>
          )}
          <Button look="quiet" label={`${development.title}を直す`} onPress={onEdit}>
            直す
          </Button>
          <Button look="quiet" label={`${development.title}を消す`} onPress={() => void takeAway()}>
            消す
          </Button>
        </span>
      }
    >
      <ErrorNotice error={link.error ?? goOn.error ?? remove.error} />
      {ending === 'growing' && open ? (
        <GrowForm development={development} onDone={() => setEnding(null)} />
      ) : null}
      {ending === 'stopping' && open ? (
        <StopForm development={development} onDone={() => setEnding(null)} />
      ) : null}
      <Facts facts={factsOf(development, nameOf(development.kind))} />
      <Block title="段取り" minor className={styles.block}>
        <DevelopmentSteps development={development} />
      </Block>
      <Block title="話し合った会議" minor className={styles.block}>
        <LinkedMeetings
          meetings={development.meetings}
          all={meetings.data ?? []}
          onLink={(meetingId, linked) => link.run({ developmentId, meetingId, linked })}
        />
      </Block>
      <LinkedActivities of="development" id={developmentId} />
    </Block>
  )
}
