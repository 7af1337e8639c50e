import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { GivenTo } from '#shared/contract/contract.ts'
import type { HandInCheck } from '#shared/contract/mapping-operations.ts'
import { parseAddress } from '#shared/domain/cell-address.ts'
import styles from '../forms.module.css'
import { type SheetChoice, SheetView } from '../sheet/sheet-view.tsx'
import type { HandInWork } from './use-hand-in.ts'

/** 提出前チェック: what to look at, each with its one click, and beside it the sheet as it will go out. */
export function CheckStep({ hand }: { readonly hand: HandInWork }) {
  if (hand.given === null) {
    return <Empty next="会議を準備すると、ここで確かめられます。">書きこむ会議が、まだありません。</Empty>
  }
  return <CheckOf hand={hand} given={hand.given} />
}

function CheckOf({ hand, given }: { readonly hand: HandInWork; readonly given: GivenTo<'handIns.check'> }) {
  const check = useRead('handIns.check', given, { keepLast: true })
  const [place, setPlace] = useState<{ readonly sheet: string; readonly cell: string } | null>(null)
  return (
    <Loaded read={check}>
      {(data) => (
        <div className={styles.checkDesk}>
          <div className={styles.checkList}>
            <Problems hand={hand} check={data} onShow={(sheet, cell) => setPlace({ sheet, cell })} />
            <Changes check={data} />
          </div>
          <FilledSheet given={given} check={data} place={place} />
        </div>
      )}
    </Loaded>
  )
}

interface ProblemsProps {
  readonly hand: HandInWork
  readonly check: HandInCheck
  readonly onShow: (sheet: string, cell: string) => void
}

function Problems({ hand, check, onShow }: ProblemsProps) {
  return (
    <Block title="見てほしいところ" note={`${String(check.problems.length)}件`}>
      <Checkbox checked={hand.isPublic} onChange={hand.setPublic}>
        公開する書類として確かめる（住所や電話の列も見る）
      </Checkbox>
      {check.problems.length === 0 ? (
        <Notice mark="done">{check.values.length}の欄に書きこみます。気になるところはありません。</Notice>
      ) : (
        <AllTraces hand={hand} problems={check.problems} />
      )}
      {check.problems.length === 0 ? null : (
        <ul className={styles.problems} aria-label="見てほしいところ">
          {check.problems.map((problem) => (
            <li key={`${problem.kind}${problem.sheet}!${problem.cell}${problem.field}`}>
              <Chip mark={problem.kind === 'empty' || problem.kind === 'gives-away' ? 'lacking' : 'late'}>
                {problem.field}
              </Chip>
              <span>{problem.message}</span>
              <span className={styles.problemActions}>
                {problem.remedy === null ? null : (
                  <Button
                    small
                    label={`${problem.field}：${problem.remedy.does}`}
                    onPress={() => hand.setRemedies([problem.remedy?.key ?? ''], true)}
                  >
                    {problem.remedy.does}
                  </Button>
                )}
                {problem.cell === '' ? null : (
                  <Button small look="quiet" onPress={() => onShow(problem.sheet, problem.cell)}>
                    {problem.cell}を見る
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {check.remedied.length === 0 ? null : (
        <ul className={styles.problems} aria-label="直すところ">
          {check.remedied.map(({ key, field, does }) => (
            <li key={key}>
              <Chip mark="done">{field}</Chip>
              <span>出すファイルで「{does}」ようにしました。もとの様式はそのままです。</span>
              <span className={styles.problemActions}>
                <Button
                  small
                  look="quiet"
                  label={`${field}：取り消す`}
                  onPress={() => hand.setRemedies([key], false)}
                >
                  取り消す
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}

/** Names and places that are of the file and not of the paper may go together, without a look at each. */
function AllTraces({ hand, problems }: { readonly hand: HandInWork } & Pick<HandInCheck, 'problems'>) {
  const traces = problems.flatMap(({ remedy }) => (remedy?.isTrace === true ? [remedy.key] : []))
  if (traces.length < 2) return null
  return (
    <div className={styles.problemActions}>
      <Button small onPress={() => hand.setRemedies(traces, true)}>
        ファイルに残る名前や場所を、まとめて消す（{traces.length}件）
      </Button>
    </div>
  )
}

function Changes({ check }: { readonly check: HandInCheck }) {
  const { changes } = check
  if (changes === null) return null
  return (
    <Block title="前の提出からかわったところ" note={`${String(changes.length)}か所`}>
      {changes.length === 0 ? (
        <p>前の提出と同じ内容です。</p>
      ) : (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={`${change.field}${change.before}${change.after}`}>
              {change.field}　<del>{change.before === '' ? '（空）' : change.before}</del> →{' '}
              <ins>{change.after === '' ? '（空）' : change.after}</ins>
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}

interface FilledSheetProps {
  readonly given: GivenTo<'handIns.check'>
  readonly check: HandInCheck
  readonly place: { readonly sheet: string; readonly cell: string } | null
}

const corner: SheetChoice = { from: { row: 1, column: 1 }, to: { row: 1, column: 1 } }

/** The sheet as it will be handed in, rows put in and remedies carried out. */
function FilledSheet({ given, check, place }: FilledSheetProps) {
  const seen = check.sheets.filter(({ hidden }) => !hidden)
  const [chosen, setSheet] = useState<string | null>(null)
  const [choice, setChoice] = useState(corner)
  const [shown, setShown] = useState(place)
  if (place !== shown) {
    const address = place === null ? undefined : parseAddress(place.cell)
    setShown(place)
    if (place !== null) setSheet(place.sheet)
    if (address !== undefined) setChoice({ from: address, to: address })
  }
  const sheet = check.sheets.find(({ name }) => name === chosen)?.name ?? seen[0]?.name ?? ''
  const picture = useRead('handIns.picture', { ...given, sheet }, { keepLast: true })
  return (
    <section className={styles.filled} aria-label="できあがり">
      <div className={styles.filledHead}>
        <b>{check.fileName}</b>
        {check.sheets.length < 2 ? null : (
          <Select
            label="シート"
            labelUnseen
            value={sheet}
            onChange={setSheet}
            choices={check.sheets.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
      </div>
      <Loaded read={picture}>
        {(data) => (
          <SheetView
            label={`できあがりの${sheet}`}
            picture={data}
            zoom={0.67}
            choice={choice}
            onChoose={setChoice}
          />
        )}
      </Loaded>
    </section>
  )
}
