import { Link } from '@tanstack/react-router'
import type { OrganizationDetail } from '#shared/contract/organization-operations.ts'
import { formatMonthDay, formatWareki } from '#shared/domain/calendar-date.ts'
import { describeKind, familyOf, type Kind, kindFamilyNames } from '#shared/domain/constituent-kinds.ts'
import type { OrganizationId } from '#shared/domain/ids.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip, Tag } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './groups.module.css'

export interface GroupPaneProps {
  readonly organizationId: OrganizationId
  readonly onEdit: () => void
}

/** One group beside the list. */
export function GroupPane({ organizationId, onEdit }: GroupPaneProps) {
  const group = useRead('organizations.get', { organizationId })
  return (
    <section className={styles.pane} aria-label="選んだ団体">
      <Loaded read={group}>{(data) => <Detail group={data} onEdit={onEdit} />}</Loaded>
    </section>
  )
}

/** What the group offers in the area, and the way to note it once more. */
function Offers({ organizationId }: { readonly organizationId: OrganizationId }) {
  const resources = useRead('resources.ofGroup', { organizationId })
  return (
    <Block
      minor
      title="この団体の地域資源"
      more={
        <Link to="/area/resources" search={{ from: 'organization', of: organizationId }}>
          地域資源に残す
        </Link>
      }
    >
      <ul className={styles.members}>
        {(resources.data ?? []).map((each) => (
          <li key={each.id}>
            <Link to="/area/resources" search={{ at: each.id }}>
              {each.name}
            </Link>
            <span className="sub">{each.schedule}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

const untold = <span className="sub">まだありません</span>

function kindWords(group: OrganizationDetail, kinds: readonly Kind[]): string {
  const family = familyOf(group, kinds)
  return [
    group.kind === null ? '' : describeKind(group.kind, kinds).name,
    family === null ? '' : `（${kindFamilyNames[family]}）`,
  ].join('')
}

function Detail({ group, onEdit }: { readonly group: OrganizationDetail; readonly onEdit: () => void }) {
  const { today } = usePlace()
  const kinds = useKinds()
  const remove = useWrite('organizations.remove')
  const restore = useWrite('organizations.restore')
  const tell = useTell()
  const takeOff = async (): Promise<void> => {
    const done = await remove.attempt({ organizationId: group.id })
    if (!done.ok) return
    tell({
      text: `「${group.name}」を名簿から外しました。`,
      undo: () => restore.run({ organizationId: group.id }),
    })
  }
  const contact = [group.contactPost, group.contactName].filter((text) => text !== '').join('　')
  const reach = [
    group.phone === '' ? '' : `電話 ${group.phone}`,
    group.fax === '' ? '' : `ＦＡＸ ${group.fax}`,
    group.email,
  ].filter((text) => text !== '')
  return (
    <>
      <p className="sub">{[group.code, group.kana].filter((text) => text !== '').join('　')}</p>
      <div className={styles.nameLine}>
        <h2 className={styles.name}>
          <Name>{group.name}</Name>
        </h2>
        <span className={styles.actions}>
          <Button look="quiet" onPress={onEdit} label={`${group.name}を直す`}>
            直す
          </Button>
          <Button look="quiet" onPress={() => void takeOff()} label={`${group.name}を名簿から外す`}>
            外す
          </Button>
        </span>
      </div>
      <ErrorNotice error={remove.error} onClose={remove.forget} />
      <Facts
        facts={[
          { name: '種別', value: kindWords(group, kinds) || untold },
          {
            name: '分野',
            value:
              group.sectors.length === 0 ? (
                untold
              ) : (
                <span className={styles.tags}>
                  {group.sectors.map((sector) => (
                    <Tag key={sector}>{sectorNames[sector]}</Tag>
                  ))}
                </span>
              ),
          },
          { name: '圏域', value: group.areaName || untold },
          { name: '連絡先の人', value: contact === '' ? untold : <Name>{contact}</Name> },
          { name: '連絡', value: reach.length === 0 ? untold : reach.join('　') },
          {
            name: '所在地',
            value: group.address === '' ? untold : <span className={styles.long}>{group.address}</span>,
          },
          {
            name: '活動',
            value: group.activities === '' ? untold : <span className={styles.long}>{group.activities}</span>,
          },
          ...(group.note === ''
            ? []
            : [{ name: '備考', value: <span className={styles.long}>{group.note}</span> }]),
          {
            name: '最終確認',
            value: group.checkedOn === null ? untold : formatWareki(group.checkedOn),
          },
        ]}
      />
      <Offers organizationId={group.id} />
      {group.openTasks.length === 0 ? null : (
        <Block minor title="この団体の宿題" more={`${group.openTasks.length}件`}>
          <ul className={styles.members}>
            {group.openTasks.map((task) => (
              <li key={task.text}>
                <span>{task.text}</span>
                {task.dueOn === null ? null : (
                  <Chip mark={task.dueOn < today ? 'late' : 'soon'}>{formatMonthDay(task.dueOn)}まで</Chip>
                )}
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block minor title="この団体の人" more={`${group.members.length}人`}>
        {group.members.length === 0 ? (
          <p className="sub">名簿の人の所属にこの団体を書くと、ここに並びます。</p>
        ) : (
          <ul className={styles.members}>
            {group.members.map((member) => (
              <li key={member.personId}>
                <b>
                  <Name>{member.name}</Name>
                </b>
                <span>{member.post}</span>
                <span className="sub">{member.councils.map((council) => council.name).join('、')}</span>
              </li>
            ))}
          </ul>
        )}
      </Block>
    </>
  )
}
