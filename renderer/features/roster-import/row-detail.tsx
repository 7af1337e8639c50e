import { formatWareki } from '#shared/domain/calendar-date.ts'
import {
  type ImportField,
  type ImportPlan,
  type PlannedRow,
  importFieldNames,
} from '#shared/domain/import-plan.ts'
import { councilRoleNames } from '#shared/domain/roles.ts'
import { sectorNames } from '#shared/domain/sectors.ts'
import { Block } from '#renderer/ui/block.tsx'
import { type Choice, Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { FindingList } from './finding-list.tsx'
import { goesIn, knownMatches, type RowChoice } from './row-choices.ts'
import styles from './roster-import.module.css'
import { stateMarks, stateWords } from './state-filter.tsx'

interface Shown {
  readonly name: string
  readonly text: string
  readonly where: string
}

/** The fields that were read, with the cells they came from; empty ones are left out. */
function fieldsOf(row: PlannedRow): readonly Shown[] {
  const { fields, where } = row
  const day = (date: PlannedRow['fields']['termTo']): string => (date === null ? '' : formatWareki(date))
  const at = (...keys: readonly ImportField[]): string =>
    keys.map((key) => where[key]).find((cell) => cell !== undefined) ?? ''
  const shown: readonly (readonly [string, string, string])[] = [
    [importFieldNames.kana, fields.kana, at('kana')],
    [importFieldNames.organizationName, fields.organizationName, at('organizationName')],
    [importFieldNames.post, fields.post, at('post', 'nameAndPost')],
    [importFieldNames.category, fields.category, at('category')],
    [
      importFieldNames.role,
      fields.role === 'member' ? '' : councilRoleNames[fields.role],
      at('role', 'note'),
    ],
    [
      '任期',
      term(day(fields.termFrom), day(fields.termTo), fields.termNote),
      at('term', 'termFrom', 'termTo'),
    ],
    [importFieldNames.appointedOn, day(fields.appointedOn), at('appointedOn')],
    [importFieldNames.sectors, fields.sectors.map((sector) => sectorNames[sector]).join('・'), at('sectors')],
    [
      importFieldNames.phone,
      [fields.phone, fields.phoneNote].filter((text) => text !== '').join('　'),
      at('phone', 'mobile'),
    ],
    [importFieldNames.fax, fields.fax, at('fax')],
    [importFieldNames.email, fields.email, at('email')],
    [
      '住所',
      [fields.postalCode, fields.address].filter((text) => text !== '').join('　'),
      at('address', 'postalCode'),
    ],
    [importFieldNames.note, fields.note, at('note')],
  ]
  return shown.filter(([, text]) => text !== '').map(([name, text, cell]) => ({ name, text, where: cell }))
}

function term(from: string, to: string, note: string): string {
  return [from === '' && to === '' ? '' : `${from}〜${to}`, note].filter((text) => text !== '').join('　')
}

export interface RowDetailProps {
  readonly plan: ImportPlan
  readonly row: PlannedRow
  readonly choice: RowChoice
  readonly canSit: boolean
  readonly onChange: (change: Partial<RowChoice>) => void
}

/** One row beside the table: what will happen, why, and from which cells. */
export function RowDetail({ plan, row, choice, canSit, onChange }: RowDetailProps) {
  return (
    <section className={styles.detail} aria-label={`${row.row}行目`}>
      <p className="sub">
        {plan.sheet}　{row.row}行目
      </p>
      <div className={styles.nameLine}>
        <h2 className={styles.bigName}>
          {row.fields.name === '' ? '（氏名なし）' : <Name>{row.fields.name}</Name>}
        </h2>
        <Chip mark={stateMarks[row.state]}>{stateWords[row.state]}</Chip>
      </div>
      <p className={styles.reason}>{row.reason}</p>
      {row.state === 'wrong' ? null : (
        <WhatToDo row={row} choice={choice} canSit={canSit} onChange={onChange} />
      )}
      {row.changes.length === 0 ? null : (
        <Block minor title="変わるところ">
          <ul className={styles.changes}>
            {row.changes.map((change) => (
              <li key={change.field}>
                <span className="sub">{change.label}</span>
                <span>
                  <del>{change.from === '' ? '（なし）' : change.from}</del> → <b>{change.to}</b>
                </span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <FindingList title="気づいたこと" findings={row.findings} />
      <Block minor title="読みとったもの" more="セル">
        <ul className={styles.read}>
          {fieldsOf(row).map((field) => (
            <li key={field.name}>
              <span className="sub">{field.name}</span>
              <span>{field.text}</span>
              <span className={styles.cell}>{field.where}</span>
            </li>
          ))}
        </ul>
      </Block>
    </section>
  )
}

type WhatToDoProps = Omit<RowDetailProps, 'plan'>

function WhatToDo({ row, choice, canSit, onChange }: WhatToDoProps) {
  const matches = knownMatches(row)
  const ways: readonly Choice<string>[] = [
    ...matches.map((match, position) => ({
      value: match.personId,
      label: `${position + 1}　名簿の ${match.name}（${match.organizationName}）にする`,
      note: match.why.join('、'),
    })),
    {
      value: 'take',
      label: row.state === 'new' || row.state === 'doubtful' ? '新しい人として加える' : 'このとおり取り込む',
    },
    { value: 'leave', label: '取り込まない' },
  ]
  // For a row that is recorded already the plan has found its person: `take` is that very match.
  const offered =
    row.state === 'changed' || row.state === 'same'
      ? ways.filter((way) => way.value === 'take' || way.value === 'leave')
      : ways
  const value =
    choice.action === 'undecided' ? null : choice.action === 'join' ? choice.personId : choice.action
  const inSheet = row.matches.filter((match) => match.personId === null)
  return (
    <div className={styles.whatToDo}>
      {inSheet.map((match) => (
        <p key={match.row}>
          同じ表の{match.row}行目の「<Name>{match.name}</Name>」と{match.why.join('、')}。
        </p>
      ))}
      <RadioGroup
        label="どうするか"
        value={value}
        choices={offered}
        onChange={(given) => {
          const match = matches.find((each) => each.personId === given)
          if (match !== undefined) onChange({ action: 'join', personId: match.personId })
          else onChange({ action: given === 'leave' ? 'leave' : 'take', personId: null })
        }}
      />
      <Checkbox
        checked={choice.asMember}
        disabled={!canSit || !goesIn(choice)}
        onChange={(asMember) => onChange({ asMember })}
      >
        委員にする
      </Checkbox>
    </div>
  )
}
