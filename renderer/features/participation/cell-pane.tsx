import { Link } from '@tanstack/react-router'
import type { Candidate, Participation } from '#shared/contract/participation-operations.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { columnName, type GroupColumn, isNeeded, membersIn } from '#shared/domain/participation.ts'
import { type Sector, sectorNames, sectorShortNames } from '#shared/domain/sectors.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useKinds } from '#renderer/api/use-kinds.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { ChosenCell, OutreachStart } from './chosen-cell.ts'
import styles from './participation.module.css'

export interface CellPaneProps {
  readonly councilId: CouncilId
  readonly data: Participation
  readonly cell: ChosenCell
  readonly onChoose: (cell: ChosenCell) => void
  readonly onAsk: (start: OutreachStart) => void
}

/** One cell of the table: who sits there, or whom to ask; and the other gaps. */
export function CellPane({ councilId, data, cell, onChoose, onAsk }: CellPaneProps) {
  const kinds = useKinds()
  const { row, column } = cell
  const members = membersIn(data.members, row, column)
  const lacks = data.gaps.some((gap) => gap.sector === row && gap.column === column)
  const others = data.gaps.filter((gap) => gap.sector !== row || gap.column !== column)
  const title = `${row === 'none' ? '分野の入っていない人' : sectorNames[row]} × ${columnName(column, kinds)}`
  return (
    <aside className={styles.pane} aria-label="選んだ欄">
      <h2 className={styles.paneTitle}>
        {title} {lacks ? <Chip mark="late">足りない</Chip> : <span className="sub">{members.length}名</span>}
      </h2>
      {members.length === 0 ? null : (
        <ul className={styles.names}>
          {members.map((member) => (
            <li key={member.personId}>
              <b>
                <Name>{member.name}</Name>
              </b>
              <span className="sub">{member.organizationName}</span>
            </li>
          ))}
        </ul>
      )}
      {row === 'none' ? (
        <p className={styles.why}>名簿で分野を入れると、上の行に移ります。</p>
      ) : (
        <>
          {data.openNeeds[row] === 0 ? null : (
            <p className={styles.why}>
              {sectorNames[row]}の地域課題が{data.openNeeds[row]}件、まだ片づいていません。
              <Link to="/area">地域課題を見る</Link>
            </p>
          )}
          <Suggestions councilId={councilId} sector={row} column={column} lacks={lacks} onAsk={onAsk} />
          {column === 'unknown' ? null : (
            <NeedSwitch councilId={councilId} data={data} sector={row} column={column} title={title} />
          )}
        </>
      )}
      <Block minor title="ほかに足りない欄" more={`${others.length}`}>
        <ul className={styles.others}>
          {others.map((gap) => (
            <li key={`${gap.sector} ${gap.column}`}>
              <Button look="quiet" onPress={() => onChoose({ row: gap.sector, column: gap.column })}>
                {sectorShortNames[gap.sector]} × {columnName(gap.column, kinds)}
              </Button>
              <span className="sub">
                候補 {gap.candidates}
                {data.openNeeds[gap.sector] === 0 ? '' : `　課題 ${data.openNeeds[gap.sector]}`}
              </span>
            </li>
          ))}
        </ul>
      </Block>
    </aside>
  )
}

interface SuggestionsProps {
  readonly councilId: CouncilId
  readonly sector: Sector
  readonly column: GroupColumn
  readonly lacks: boolean
  readonly onAsk: (start: OutreachStart) => void
}

/** So many are looked at before anybody is asked. */
const shownSuggestions = 5

function reasons(group: Candidate): string {
  return [
    group.inArea === 'yes' ? `${group.areaName}の団体。` : '圏域はまだ入っていません。',
    `分野は${group.sectors.map((sector) => sectorShortNames[sector]).join('と')}。`,
    group.people.length === 0 ? '' : `名簿に${group.people[0] ?? ''}さんがいます。`,
    group.otherCouncils.length === 0 ? '' : `${group.otherCouncils[0] ?? ''}の委員です。`,
  ].join('')
}

function Suggestions({ councilId, sector, column, lacks, onAsk }: SuggestionsProps) {
  const { today } = usePlace()
  const groups = useRead('participation.suggest', { councilId, sector, column, on: today })
  return (
    <Loaded read={groups}>
      {(found) => (
        <>
          <p className={styles.why}>
            {found.length === 0
              ? '名簿の団体に、この欄に当たるものがありません。団体の分野と種別、圏域を名簿で入れると、ここに出ます。'
              : lacks
                ? `卓にいません。当たる団体が${found.length}あります。`
                : `ほかに声をかけられる団体が${found.length}あります。`}
          </p>
          <ul className={styles.suggestions}>
            {found.slice(0, shownSuggestions).map((group) => (
              <li key={group.organizationId}>
                <span className={styles.who}>
                  <b>
                    <Name>{group.name}</Name>
                  </b>
                  {group.contact === '' ? null : (
                    <>
                      <br />
                      <Name>{group.contact}</Name>
                    </>
                  )}
                </span>
                {group.asked === 'going-on' ? (
                  <Chip mark="waiting">呼びかけ中</Chip>
                ) : (
                  <Button
                    small
                    label={`${group.name}に呼びかける`}
                    onPress={() =>
                      onAsk({
                        organizationId: group.organizationId,
                        contactName: group.contact,
                        sector,
                        column,
                        needId: null,
                      })
                    }
                  >
                    呼びかける
                  </Button>
                )}
                <p className="sub">
                  {reasons(group)}
                  {group.asked === 'declined' ? '前に断られています。' : ''}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}

interface NeedSwitchProps {
  readonly councilId: CouncilId
  readonly data: Participation
  readonly sector: Sector
  readonly column: GroupColumn
  readonly title: string
}

/** Which cells matter is each council's own word. */
function NeedSwitch({ councilId, data, sector, column, title }: NeedSwitchProps) {
  const save = useWrite('participation.setNeed')
  const tell = useTell()
  const needed = isNeeded(data.needs, sector, column)
  const turn = async (): Promise<void> => {
    const done = await save.attempt({ councilId, sector, column, needed: !needed })
    if (!done.ok) return
    tell({
      text: needed
        ? `「${title}」は、いなくてもよい欄にしました。`
        : `「${title}」を、いてほしい欄にしました。`,
      undo: () => save.run({ councilId, sector, column, needed }),
    })
  }
  return (
    <p className={styles.need}>
      <ErrorNotice error={save.error} onClose={save.forget} />
      <Button look="quiet" onPress={() => void turn()}>
        {needed ? 'この欄は足りなくてよいことにする' : 'この欄にもいてほしいことにする'}
      </Button>
    </p>
  )
}
