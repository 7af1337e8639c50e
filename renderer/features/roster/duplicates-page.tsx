import { type ReactNode, useState } from 'react'
import type { DoneMerge, PersonCard, PossiblePair } from '#shared/contract/duplicate-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { sectorShortNames } from '#shared/domain/sectors.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { RowList } from '#renderer/ui/row-list.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './duplicates.module.css'

const keyOf = (pair: PossiblePair): string => `${pair.first.id} ${pair.second.id}`

/** 同じ人かも: pairs judged side by side; made one, or remembered as two. */
export function DuplicatesPage() {
  const found = useRead('duplicates.list', {}, { keepLast: true })
  const [picked, setPicked] = useState<string | null>(null)
  return (
    <>
      <PageHead
        title="同じ人かも"
        line="見くらべて、一人にまとめるか、別の人だと決めます。まとめても、あとで元に戻せます。"
        actions={<ButtonLink to="/roster">名簿に戻る</ButtonLink>}
      />
      <Loaded read={found}>
        {({ pairs, merges }) => {
          const pair = pairs.find((each) => keyOf(each) === picked) ?? pairs[0]
          return (
            <div className={styles.page}>
              <div className={styles.side}>
                <Block title="見くらべる組" more={`${pairs.length}組`}>
                  {pairs.length === 0 ? (
                    <Empty>同じ人らしい組はありません。</Empty>
                  ) : (
                    <div className={styles.list}>
                      <RowList<PossiblePair>
                        label="同じ人らしい組"
                        rows={pairs}
                        rowKey={keyOf}
                        rowHeight={() => 2.75}
                        selectedKey={pair === undefined ? null : keyOf(pair)}
                        onSelect={(row) => setPicked(keyOf(row))}
                      >
                        {(row) => (
                          <span className={styles.line}>
                            <b>
                              <Name>{row.first.name}</Name>
                            </b>
                            <span>
                              <Name>{row.second.name}</Name>
                            </span>
                            {row.likely ? (
                              <Chip mark="double">同じ人らしい</Chip>
                            ) : (
                              <span className="sub">名前が近い</span>
                            )}
                          </span>
                        )}
                      </RowList>
                    </div>
                  )}
                </Block>
                <Merges merges={merges} />
              </div>
              {pair === undefined ? <div /> : <Pair key={keyOf(pair)} pair={pair} />}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

const facts: readonly { readonly name: string; readonly of: (card: PersonCard) => string }[] = [
  { name: '氏名', of: (card) => card.name },
  { name: 'ふりがな', of: (card) => card.kana },
  { name: '団体', of: (card) => card.organizationName },
  { name: '役職', of: (card) => card.post },
  { name: '電話', of: (card) => card.phone },
  { name: '住所', of: (card) => card.address },
  { name: 'メール', of: (card) => card.email },
  { name: '分野', of: (card) => card.sectors.map((sector) => sectorShortNames[sector]).join('・') },
  { name: '備考', of: (card) => card.note },
  { name: '席', of: (card) => `${card.seats}` },
  { name: '出席簿', of: (card) => `${card.meetings}回` },
]

function Pair({ pair }: { readonly pair: PossiblePair }) {
  const { first, second } = pair
  const merge = useWrite('duplicates.merge')
  const undo = useWrite('duplicates.undoMerge')
  const differ = useWrite('duplicates.setDifferent')
  const tell = useTell()
  const keep = async (kept: PersonCard, merged: PersonCard): Promise<void> => {
    const done = await merge.attempt({ keptId: kept.id, mergedId: merged.id })
    if (!done.ok) return
    tell({
      text: `${merged.name}さんを、${kept.name}さんにまとめました。席や出席簿はすべて引きつぎました。`,
      undo: () => undo.run({ mergeId: done.value.mergeId }),
    })
  }
  const setDifferent = (different: boolean, ids: readonly [PersonId, PersonId]) =>
    differ.attempt({ firstId: ids[0], secondId: ids[1], different })
  const separate = async (): Promise<void> => {
    const done = await setDifferent(true, [first.id, second.id])
    if (!done.ok) return
    tell({
      text: `${first.name}さんと${second.name}さんは、別の人だと覚えました。`,
      undo: () => setDifferent(false, [first.id, second.id]),
    })
  }
  const busy = merge.busy || differ.busy
  return (
    <section className={styles.pair} aria-label="見くらべる二人">
      <p className={styles.why}>
        {pair.why.join('、')}
        {pair.likely
          ? '。同じ人らしい組です。'
          : '。名前のほかに同じところがないので、別の人かもしれません。'}
      </p>
      <ErrorNotice error={merge.error ?? differ.error ?? undo.error} />
      <table className={styles.cards}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">項目</span>
            </th>
            <th scope="col">先に書かれた人</th>
            <th scope="col">あとから書かれた人</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, of }) => (
            <FactRow key={name} name={name} first={of(first)} second={of(second)} />
          ))}
          <tr>
            <td />
            <td>
              <Button
                small
                busy={busy}
                label="この人にまとめる（先に書かれた人）"
                onPress={() => void keep(first, second)}
              >
                この人にまとめる
              </Button>
            </td>
            <td>
              <Button
                small
                busy={busy}
                label="この人にまとめる（あとから書かれた人）"
                onPress={() => void keep(second, first)}
              >
                この人にまとめる
              </Button>
            </td>
          </tr>
        </tbody>
      </table>
      <p className={styles.other}>
        <Button busy={busy} onPress={() => void separate()}>
          別の人です
        </Button>
        <span className="sub">覚えておいて、もうたずねません。</span>
      </p>
    </section>
  )
}

/** Widths, blanks and hyphens are no difference to look at; another character is. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\-‐‑–—―−ー]/g, '')
}

function FactRow({
  name,
  first,
  second,
}: {
  readonly name: string
  readonly first: string
  readonly second: string
}) {
  const show = (text: string): ReactNode =>
    text === '' ? <span className="sub">―</span> : <Name>{text}</Name>
  const differs = first !== '' && second !== '' && plain(first) !== plain(second)
  return (
    <tr className={classNames(differs && styles.differs)}>
      <th scope="row">{name}</th>
      <td>{show(first)}</td>
      <td>{show(second)}</td>
    </tr>
  )
}

function Merges({ merges }: { readonly merges: readonly DoneMerge[] }) {
  const undo = useWrite('duplicates.undoMerge')
  const tell = useTell()
  if (merges.length === 0) return null
  const separate = async (merge: DoneMerge): Promise<void> => {
    if (await undo.did({ mergeId: merge.id })) {
      tell({ text: `${merge.keptName}さんと${merge.mergedName}さんを、もとの二人に戻しました。` })
    }
  }
  return (
    <Block minor title="まとめた人" more={`${merges.length}組`}>
      <ErrorNotice error={undo.error} onClose={undo.forget} />
      <ul className={styles.merges}>
        {merges.map((merge) => (
          <li key={merge.id}>
            <span>
              <Name>{`${merge.mergedName} → ${merge.keptName}`}</Name>
              <span className="sub">　{formatWareki(merge.mergedOn, 'short')}</span>
            </span>
            <Button look="quiet" label={`${merge.keptName}を二人に戻す`} onPress={() => void separate(merge)}>
              二人に戻す
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  )
}
