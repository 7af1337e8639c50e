import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { FormSubject, MappingDesk, OfferedField } from '#shared/contract/mapping-operations.ts'
import { formatAddress, parseAddress } from '#shared/domain/cell-address.ts'
import type { PictureRange, SheetPicture } from '#shared/domain/sheet-picture.ts'
import type { CellState } from '../sheet/cell-box.tsx'
import { type CellPosition, layOut, rangeAt, rangeBetween } from '../sheet/sheet-layout.ts'
import { rangeName, type SheetChoice, SheetView } from '../sheet/sheet-view.tsx'
import { CellPanel } from './cell-panel.tsx'
import { labelOf } from './cell-ways.ts'
import { FieldList } from './field-list.tsx'
import { filledPicture, positionKey } from './filled-picture.ts'
import {
  accept,
  addBlock,
  blockAt,
  linkField,
  linksAt,
  openSuggestions,
  pathsOf,
  unlink,
} from './mapping-edits.ts'
import { markedCells, placesOfFields, statesOf } from './marked-cells.ts'
import styles from './map.module.css'
import { RangePanel } from './range-panel.tsx'
import { addMonths, addPicture, monthBoxes } from './range-ways.ts'
import { SuggestionList } from './suggestion-list.tsx'
import type { MappingInWork } from './use-mapping.ts'

const zooms = [0.5, 0.67, 0.83, 1, 1.25, 1.5, 2] as const

export interface MapStepProps {
  readonly desk: MappingDesk
  readonly work: MappingInWork
  readonly subject: FormSubject | null
}

/** 欄をつなぐ: fields at the left, the sheet in the middle with a real meeting in it, the chosen cell at the right. */
export function MapStep(props: MapStepProps) {
  const { desk } = props
  const [sheet, setSheet] = useState(
    () => desk.sheets.find(({ hidden }) => !hidden)?.name ?? desk.sheets[0]?.name ?? '',
  )
  const picture = useRead('mappings.sheet', { formId: desk.form.id, sheet })
  return (
    <Loaded read={picture}>
      {(base) => <MapSheet key={sheet} {...props} sheet={sheet} base={base} onSheet={setSheet} />}
    </Loaded>
  )
}

interface MapSheetProps extends MapStepProps {
  readonly sheet: string
  readonly base: SheetPicture
  readonly onSheet: (sheet: string) => void
}

const isOne = ({ from, to }: SheetChoice): boolean => from.row === to.row && from.column === to.column

function MapSheet({ desk, work, subject, sheet, base, onSheet }: MapSheetProps) {
  const { mapping, change } = work
  const [choice, setChoice] = useState<SheetChoice>({
    from: { row: 1, column: 1 },
    to: { row: 1, column: 1 },
  })
  const [zoom, setZoom] = useState(0.83)
  const [asked, setAsked] = useState<OfferedField | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const middle = useRef<HTMLDivElement>(null)
  const preview = useRead(
    'mappings.preview',
    { formId: desk.form.id, mapping, subject, sheet },
    { keepLast: true },
  )
  const suggested = useRead('mappings.suggest', { formId: desk.form.id })
  const layout = useMemo(() => layOut(base), [base])
  const open = useMemo(
    () => openSuggestions(mapping, suggested.data ?? { entries: [], blocks: [] }),
    [mapping, suggested.data],
  )
  const marked = useMemo(() => markedCells(mapping, open, { sheet, layout }), [mapping, open, sheet, layout])
  const picture = useMemo(() => filledPicture(base, preview.data, marked.all), [base, preview.data, marked])
  const troubles = useMemo(() => preview.data?.troubles ?? [], [preview.data])
  const states = useMemo(
    () =>
      statesOf(
        marked,
        troubles.filter((each) => each.sheet === sheet),
        layout,
      ),
    [marked, troubles, sheet, layout],
  )
  const at = choice.to
  const place = { sheet, layout }
  const links = linksAt(mapping, place, at)
  const range = isOne(choice) ? rangeAt(layout, at) : rangeBetween(layout, choice.from, choice.to)
  const anchor = { row: range.top, column: range.left }
  const cellNow = picture.cells.find((cell) => cell.row === anchor.row && cell.column === anchor.column)
  const isFormula = base.cells.some(
    (cell) => cell.row === anchor.row && cell.column === anchor.column && cell.hasFormula,
  )
  const here = troubles.filter((each) => each.sheet === sheet && each.cell === formatAddress(anchor))
  const target = { ...place, at: anchor, picture: base }
  const months = isOne(choice) ? undefined : monthBoxes(layout, base, range)
  /** What was chosen has become something: its first cell is the chosen one. */
  const settle = (next: typeof mapping, first: CellPosition = anchor): void => {
    change(next)
    setChoice({ from: first, to: first })
    backToSheet()
  }
  const backToSheet = (): void => middle.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  const put = (field: OfferedField): void => {
    change(linkField(mapping, target, field))
    backToSheet()
  }
  const choose = (field: OfferedField): void => {
    if (isFormula && links.length === 0) setAsked(field)
    else put(field)
  }
  const show = (onSheetNamed: string, cell: string): void => {
    const address = parseAddress(cell)
    if (onSheetNamed !== sheet) onSheet(onSheetNamed)
    else if (address !== undefined) setChoice({ from: address, to: address })
  }
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && isOne(choice)) search.current?.select()
    if (event.key === 'Enter') (isOne(choice) ? search.current : listButton())?.focus()
    else if (event.key === 'Delete' || event.key === 'Backspace') change(unlink(mapping, place, anchor))
    else if ((event.ctrlKey || event.metaKey) && event.key === 'z') work.undo()
    else return
    event.preventDefault()
  }
  const listButton = (): HTMLElement | null =>
    document.querySelector<HTMLElement>(`.${styles.side ?? ''} button`)
  const describe = (chosen: PictureRange): string => {
    const words = links.flatMap((link) => pathsOf(link, mapping)).join('、')
    return [
      rangeName(chosen),
      words,
      cellNow?.text ?? '',
      here.some(({ waysOut }) => waysOut) ? '入りきらない' : '',
    ]
      .filter((each) => each !== '')
      .join('　')
  }
  return (
    <div className={styles.desk}>
      <FieldList
        fields={desk.fields}
        places={placesOfFields(mapping)}
        chosen={new Set(links.flatMap((link) => pathsOf(link, mapping)))}
        searchRef={search}
        onChoose={choose}
        onLeave={backToSheet}
      />
      <div className={styles.middle} ref={middle}>
        <ErrorNotice error={work.error ?? preview.error} onClose={work.forget} />
        <SheetBar desk={desk} sheet={sheet} zoom={zoom} onZoom={setZoom} onSheet={onSheet} work={work} />
        <SheetView
          label={`${sheet}のシート`}
          picture={picture}
          zoom={zoom}
          choice={choice}
          onChoose={setChoice}
          onKey={press}
          stateOf={(cell: CellPosition): CellState | undefined => states.get(positionKey(cell))}
          states={states}
          describe={describe}
        />
        <KeyLine
          keys={[
            { key: ['↑', '↓', '←', '→'], does: '欄を選ぶ' },
            { key: 'Enter', does: '項目を選ぶ' },
            { key: 'Shift+矢印', does: '表の範囲' },
            { key: 'Delete', does: '外す' },
            { key: 'Ctrl+Z', does: '取り消す' },
          ]}
        />
      </div>
      <div className={styles.side}>
        {isOne(choice) ? (
          <CellPanel
            name={rangeName(range)}
            label={labelOf(base, anchor)}
            text={cellNow?.text ?? ''}
            isFormula={isFormula}
            target={target}
            mapping={mapping}
            links={links}
            block={blockAt(mapping, sheet, anchor)}
            counts={preview.data?.counts ?? {}}
            fields={desk.fields}
            troubles={here}
            onChange={change}
            onUnlink={() => change(unlink(mapping, place, anchor))}
            onSearch={() => search.current?.focus()}
          />
        ) : (
          <RangePanel
            name={rangeName(range)}
            rows={range.bottom - range.top + 1}
            isTwelve={months !== undefined}
            fields={desk.fields}
            onTable={(each) => settle(addBlock(mapping, target, range, each, desk.fields))}
            onMonths={(field) =>
              settle(addMonths(mapping, target, range, months ?? [], field), parseAddress(months?.[0] ?? ''))
            }
            onPicture={(field) => settle(addPicture(mapping, target, range, field))}
          />
        )}
        <SuggestionList
          mapping={mapping}
          open={open}
          desk={desk}
          onAccept={(part) => change(accept(mapping, part))}
          onShow={show}
        />
      </div>
      <AskDialog
        open={asked !== null}
        title="計算式に上書きしますか"
        yes="上書きする"
        onYes={() => {
          if (asked !== null) put(asked)
          setAsked(null)
        }}
        onClose={() => setAsked(null)}
      >
        <p>
          {rangeName(range)}
          には市の計算式が入っています。書きこむと、できあがったファイルではこの計算がなくなります。
        </p>
      </AskDialog>
    </div>
  )
}

interface SheetBarProps {
  readonly desk: MappingDesk
  readonly sheet: string
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
  readonly onSheet: (sheet: string) => void
  readonly work: MappingInWork
}

function SheetBar({ desk, sheet, zoom, onZoom, onSheet, work }: SheetBarProps) {
  const step = (by: number): void => {
    const now = zooms.findIndex((each) => each >= zoom)
    onZoom(zooms[Math.min(zooms.length - 1, Math.max(0, now + by))] ?? zoom)
  }
  return (
    <div className={styles.bar}>
      {desk.sheets.length === 1 ? (
        <b>{sheet}</b>
      ) : (
        <Select
          label="シート"
          labelUnseen
          width="medium"
          value={sheet}
          onChange={onSheet}
          choices={desk.sheets.map(({ name, hidden }) => ({
            value: name,
            label: name,
            ...(hidden ? { note: '見えないシート' } : {}),
          }))}
        />
      )}
      <ul className={styles.legend} aria-label="色の見方">
        <li>
          <i className={styles.keyLinked} />
          つないだ
        </li>
        <li>
          <i className={styles.keyOpen} />
          見当
        </li>
        <li>
          <i className={styles.keyUnfit} />
          入らない
        </li>
        <li>
          <i className={styles.keyFormula} />
          計算式
        </li>
      </ul>
      <Button small look="quiet" disabled={!work.canUndo} onPress={work.undo}>
        取り消す
      </Button>
      <span className={styles.zoom}>
        <Button small look="quiet" label="小さく見る" onPress={() => step(-1)}>
          －
        </Button>
        <span>{Math.round(zoom * 100)}％</span>
        <Button small look="quiet" label="大きく見る" onPress={() => step(1)}>
          ＋
        </Button>
      </span>
    </div>
  )
}
