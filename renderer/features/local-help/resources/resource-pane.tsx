import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useHelpKinds } from '#renderer/api/use-help-kinds.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip, Tag } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Resource } from '#shared/contract/resource-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import { needsCheck, resourceVisibilityNames } from '#shared/domain/resource.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { LinkedActivities } from '../linked-activities.tsx'
import styles from '#renderer/ui/record-page.module.css'

/** 最終確認: when somebody last asked whether it is still so. */
export function CheckedChip({
  resource,
  today,
}: {
  readonly resource: Resource
  readonly today: CalendarDate
}) {
  if (resource.checkedOn === null) return <Chip mark="lacking">まだ確認していません</Chip>
  if (needsCheck(resource.checkedOn, today)) return <Chip mark="lacking">1年以上、確認していません</Chip>
  return <Chip mark="done">確認済み</Chip>
}

function factsOf(resource: Resource, kindName: string) {
  const written: readonly (readonly [string, string])[] = [
    ['内容', resource.content],
    ['窓口', resource.contact],
    ['場所', resource.place],
    ['開催日', resource.schedule],
    ['対象', resource.audience],
    ['費用', resource.fee],
    ['定員', resource.capacity],
    ['担い手', resource.helpers],
    ['移動手段', resource.transport],
    ['申込み', resource.application],
    ['情報源', resource.source],
  ]
  return [
    {
      name: '分類・分野',
      value: (
        <>
          {kindName === '' ? 'まだ決めていません' : <Tag>{kindName}</Tag>}{' '}
          {resource.sectors.map((sector) => (
            <Tag key={sector}>{sectorNames[sector]}</Tag>
          ))}
        </>
      ),
    },
    { name: '圏域', value: resource.areaName === '' ? 'どこでも' : resource.areaName },
    ...(resource.organizationId === null
      ? resource.operator === ''
        ? []
        : [{ name: '運営', value: resource.operator }]
      : [
          {
            name: '運営',
            value: (
              <Link to="/roster/groups" search={{ at: resource.organizationId }}>
                {resource.organizationName}
              </Link>
            ),
          },
        ]),
    ...written.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
    { name: '公開', value: resourceVisibilityNames[resource.visibility] },
    {
      name: '最終確認',
      value:
        resource.checkedOn === null
          ? 'まだありません'
          : `${formatWareki(resource.checkedOn)}　${resource.checkedBy}`,
    },
  ]
}

export interface ResourcePaneProps {
  readonly resource: Resource
  readonly takesFocus: boolean
  readonly onEdit: () => void
  readonly onGone: () => void
}

/** One resource: what it is, and whether it is still so. */
export function ResourcePane({ resource, takesFocus, onEdit, onGone }: ResourcePaneProps) {
  const { today } = usePlace()
  const secretariat = useRead('secretariat.get', {})
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const { nameOf } = useHelpKinds()
  const check = useWrite('resources.check')
  const remove = useWrite('resources.remove')
  const restore = useWrite('resources.restore')
  const tell = useTell()
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ resourceId: resource.id }))) return
    tell({
      text: `「${resource.name}」を一覧から外しました。`,
      undo: () => restore.run({ resourceId: resource.id }),
    })
    onGone()
  }
  return (
    <section className={styles.pane} aria-label="選んだ地域資源">
      <p className="sub">{resource.kana}</p>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {resource.name}
        </h2>
        <span className={styles.actions}>
          <CheckedChip resource={resource} today={today} />
          <Button
            small
            busy={check.busy}
            onPress={() =>
              void check.run({
                resourceId: resource.id,
                checkedOn: today,
                checkedBy: secretariat.data?.staffName ?? '',
              })
            }
          >
            きょう確認した
          </Button>
          <Button look="quiet" label={`${resource.name}を直す`} onPress={onEdit}>
            直す
          </Button>
          <Button look="quiet" label={`${resource.name}を外す`} onPress={() => void takeAway()}>
            外す
          </Button>
        </span>
      </div>
      <ErrorNotice error={check.error ?? remove.error} />
      <Facts facts={factsOf(resource, nameOf(resource.kind))} />
      <LinkedActivities of="resource" id={resource.id} />
    </section>
  )
}
