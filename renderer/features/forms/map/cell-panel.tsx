import { Button } from '#renderer/ui/button.tsx'
import { Facts } from '#renderer/ui/block.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import type { FormMapping, MappingBlock } from '#shared/contract/form-mapping.ts'
import type { CellTrouble, OfferedField } from '#shared/contract/mapping-operations.ts'
import type { LinkTarget } from './cell-ways.ts'
import { LinkFacts, WayField } from './link-facts.tsx'
import { changeBlock, changeLink, type Link } from './mapping-edits.ts'
import styles from './map.module.css'
import { WaysOutPanel } from './ways-out.tsx'

export interface CellPanelProps {
  /** I28 – Q28. */
  readonly name: string
  readonly label: string
  /** What the cell shows now. */
  readonly text: string
  readonly isFormula: boolean
  readonly target: LinkTarget
  readonly mapping: FormMapping
  readonly links: readonly Link[]
  readonly block: number
  readonly counts: Readonly<Record<string, number>>
  readonly fields: readonly OfferedField[]
  readonly troubles: readonly CellTrouble[]
  readonly onChange: (next: FormMapping) => void
  readonly onUnlink: () => void
  readonly onSearch: () => void
}

const tooMany: readonly { readonly value: MappingBlock['whenTooMany']; readonly label: string }[] = [
  { value: 'insert', label: '行を足す' },
  { value: 'continue', label: '写したシートに続ける' },
  { value: 'stop', label: 'あとは別紙を付ける' },
]

function BlockFacts({ mapping, block, counts, onChange }: CellPanelProps) {
  const own = mapping.blocks[block]
  if (own === undefined) return null
  const rows = Math.floor((own.lastRow - own.firstRow + 1) / (own.rowsPerRecord ?? 1))
  const count = counts[own.each] ?? 0
  return (
    <section className={styles.block} aria-label="この表">
      <p className={styles.blockHead}>
        <b>この表　{own.each}</b>
        <span>
          {rows}行に{count}件
        </span>
      </p>
      {Object.keys(own.columns).length === 0 ? (
        <p className="sub">列のセルを選び、左の「{own.each}」から項目を選んでください。</p>
      ) : null}
      <RadioGroup
        label="行が足りないとき"
        value={own.whenTooMany}
        choices={tooMany}
        onChange={(whenTooMany) => onChange(changeBlock(mapping, block, { whenTooMany }))}
      />
    </section>
  )
}

/** The chosen cell: what goes into it, how it is written, what is wrong with it. */
export function CellPanel(props: CellPanelProps) {
  const { name, label, text, isFormula, mapping, links, troubles, onChange, onUnlink, onSearch } = props
  const [link] = links
  const unfit = troubles.find(({ waysOut }) => waysOut !== null)
  return (
    <section className={styles.panel} aria-label="選んだ欄">
      <p className="sub">選んだ欄{label === '' ? '' : `　${label}`}</p>
      <p className={styles.cellName}>{name}</p>
      {isFormula ? <Chip mark="none">計算式の欄</Chip> : null}
      {links.length === 0 ? (
        <>
          {text === '' ? null : <p className={styles.own}>{text}</p>}
          <p className="sub">まだ何もつないでいません。</p>
          <Button onPress={onSearch}>項目を選ぶ</Button>
        </>
      ) : (
        <>
          {link === undefined ? null : <WayField {...props} link={link} />}
          {links.map((each) => (
            <LinkFacts
              key={each.kind === 'entry' ? `e${String(each.index)}` : each.name}
              {...props}
              link={each}
            />
          ))}
          <Facts facts={[{ name: 'いまの値', value: text === '' ? '（空）' : text }]} />
        </>
      )}
      {unfit !== undefined && link !== undefined ? (
        <WaysOutPanel
          key={`${name}${unfit.waysOut?.text ?? ''}`}
          trouble={unfit}
          onLook={(look) => onChange(changeLink(mapping, link, { look }))}
          onWords={(long, short) => onChange(changeLink(mapping, link, { instead: [long, short] }))}
        />
      ) : null}
      {troubles
        .filter(({ waysOut }) => waysOut === null)
        .map((trouble) => (
          <div key={trouble.kind + trouble.message} className={styles.troubleBox}>
            <Chip mark={trouble.kind === 'empty' ? 'lacking' : 'late'}>
              {trouble.kind === 'empty' ? 'まだ記録がない' : '書きこめない'}
            </Chip>
            <p>{trouble.message}</p>
          </div>
        ))}
      {links.length === 0 ? null : (
        <div className={styles.panelActions}>
          <Button small onPress={onSearch}>
            項目をかえる
          </Button>
          <Button small onPress={onUnlink}>
            つないだものを外す
          </Button>
        </div>
      )}
      <BlockFacts {...props} />
    </section>
  )
}
