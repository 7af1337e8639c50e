import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Tag } from '#renderer/ui/mark.tsx'
import { LinkedMeetings } from '#renderer/ui/linked-meetings.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { NeedDetail, NeedRow } from '#shared/contract/need-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { NeedId } from '#shared/domain/ids.ts'
import { needSourceNames } from '#shared/domain/need.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { IdentifyingWarning } from '../identifying-warning.tsx'
import { LinkedActivities } from '../linked-activities.tsx'
import styles from '#renderer/ui/record-page.module.css'
import { NeedOutreach } from './need-outreach.tsx'
import { NeedPasses } from './need-passes.tsx'
import { NeedStatusChip, NeedStatusForm } from './need-state.tsx'

export interface NeedPaneProps {
  readonly needId: NeedId
  readonly others: readonly NeedRow[]
  readonly takesFocus: boolean
  readonly onEdit: () => void
  readonly onChoose: (needId: NeedId | null) => void
}

/** One need with all that hangs on it. */
export function NeedPane(props: NeedPaneProps) {
  const need = useRead('needs.get', { needId: props.needId })
  return (
    <section className={styles.pane} aria-label="選んだ地域課題">
      <Loaded read={need}>{(data) => <Detail {...props} need={data} />}</Loaded>
    </section>
  )
}

function factsOf(need: NeedDetail, kindName: string) {
  return [
    { name: '圏域', value: need.areaName === '' ? 'どこでも' : need.areaName },
    {
      name: '分類・分野',
      value: (
        <>
          {kindName === '' ? 'まだ決めていません' : <Tag>{kindName}</Tag>}{' '}
          {need.sectors.map((sector) => (
            <Tag key={sector}>{sectorNames[sector]}</Tag>
          ))}
        </>
      ),
    },
    {
      name: '聞いた所',
      value: (
        <>
          {formatWareki(need.notedOn)}　{needSourceNames[need.source]}（{need.councilName}）
          {need.statement === null ? null : (
            <>
              　
              <Link
                to="/meetings/$meetingId/$step"
                params={{ meetingId: need.statement.meetingId, step: 'minutes' }}
                search={{ at: need.statement.id }}
              >
                もとの発言をひらく
              </Link>
            </>
          )}
        </>
      ),
    },
    ...[
      ['いまある助け', need.existingHelp],
      ['対応', need.response],
      ['主に進める', need.owner],
      ['いつまでに', need.dueOn === null ? '' : formatWareki(need.dueOn)],
      ['どうなったか', need.closedBecause],
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [{ name, value }])),
  ]
}

function Detail({
  need,
  others,
  takesFocus,
  onEdit,
  onChoose,
}: NeedPaneProps & { readonly need: NeedDetail }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const [changing, setChanging] = useState(false)
  const { nameOf } = useHelpKinds()
  const remove = useWrite('needs.remove')
  const restore = useWrite('needs.restore')
  const meetings = useRead('meetings.list', { councilId: null, fiscalYear: null })
  const link = useWrite('needs.linkMeeting')
  const tell = useTell()
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ needId: need.id }))) return
    tell({ text: '地域課題を1件消しました。', undo: () => restore.run({ needId: need.id }) })
    onChoose(null)
  }
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {need.text}
        </h2>
        <span className={styles.actions}>
          <NeedStatusChip need={need} />
          <Button look="quiet" onPress={() => setChanging(true)}>
            状況をかえる
          </Button>
          <Button look="quiet" label="この地域課題を直す" onPress={onEdit}>
            直す
          </Button>
          <Button look="quiet" label="この地域課題を消す" onPress={() => void takeAway()}>
            消す
          </Button>
        </span>
      </div>
      <ErrorNotice error={remove.error ?? link.error} />
      <IdentifyingWarning text={need.text} />
      {changing ? <NeedStatusForm need={need} onDone={() => setChanging(false)} /> : null}
      <Facts facts={factsOf(need, nameOf(need.kind))} />
      <NeedPasses need={need} />
      <Block title="話し合った会議" minor className={styles.block}>
        <LinkedMeetings
          meetings={need.meetings}
          all={meetings.data ?? []}
          onLink={(meetingId, linked) => link.run({ needId: need.id, meetingId, linked })}
        />
      </Block>
      <NeedOutreach need={need} />
      <LinkedActivities of="need" id={need.id} />
      <SameNeeds need={need} others={others} onChoose={onChoose} />
    </>
  )
}

interface SameNeedsProps {
  readonly need: NeedDetail
  readonly others: readonly NeedRow[]
  readonly onChoose: (needId: NeedId) => void
}

function shortWords(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

/** 同じ課題: heard more than once, counted once. */
function SameNeeds({ need, others, onChoose }: SameNeedsProps) {
  const group = useWrite('needs.group')
  const [with_, setWith] = useState<NeedId | null>(null)
  const head = others.find((each) => each.id === need.sameAsId)
  const free = others.filter((each) => each.id !== need.id && each.sameAsId === null)
  return (
    <Block title="同じ課題" minor className={styles.block}>
      <ErrorNotice error={group.error} onClose={group.forget} />
      {head === undefined ? null : (
        <p>
          これは「
          <Button look="quiet" onPress={() => onChoose(head.id)}>
            {shortWords(head.text)}
          </Button>
          」と同じ課題としてまとめています。
          <Button small onPress={() => void group.run({ needId: need.id, sameAsId: null })}>
            別の課題に戻す
          </Button>
        </p>
      )}
      <ul className={styles.lines}>
        {need.sameNeeds.map((each) => (
          <li key={each.id}>
            <Button look="quiet" onPress={() => onChoose(each.id)}>
              {shortWords(each.text)}
            </Button>
          </li>
        ))}
      </ul>
      {head !== undefined || free.length === 0 ? null : (
        <div className={styles.inlineForm}>
          <Select
            label="同じことを言っている課題"
            width="long"
            value={with_}
            onChange={setWith}
            choices={free.map((each) => ({ value: each.id, label: shortWords(each.text) }))}
          />
          <Button
            disabled={with_ === null}
            busy={group.busy}
            onPress={() => {
              if (with_ !== null)
                void group.run({ needId: need.id, sameAsId: with_ }).then(() => setWith(null))
            }}
          >
            その課題にまとめる
          </Button>
        </div>
      )}
    </Block>
  )
}
