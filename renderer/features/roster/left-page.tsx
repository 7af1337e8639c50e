import { useState } from 'react'
import type {
  ErasureOutcome,
  ErasureRecord,
  LeftPerson,
  NamesFound,
} from '#shared/contract/retention-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { KeptOnPaper, RetentionRule } from '#shared/domain/retention.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { EraseChoices, type EraseWish, lacksReason, nothingMore, proposedWish } from './erase-choices.tsx'
import styles from './left.module.css'
import { RosterTabs } from './roster-tabs.tsx'

/** 退いた人: who left, how long they are kept by the office's rule, and taking away what identifies them. */
export function LeftPage() {
  const read = useRead('retention.get', {})
  const erase = useWrite('retention.erase')
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set())
  const [sure, setSure] = useState(false)
  const look = useWrite('retention.look')
  const [found, setFound] = useState<NamesFound | null>(null)
  const [wish, setWish] = useState<EraseWish>(nothingMore)
  const [asked, setAsked] = useState(false)
  const [outcome, setOutcome] = useState<ErasureOutcome | null>(null)
  const lookFirst = async (): Promise<void> => {
    setOutcome(null)
    const done = await look.attempt({ personIds: [...chosen] })
    if (!done.ok) return
    setFound(done.value)
    setWish(proposedWish(done.value))
    setAsked(false)
    setSure(true)
  }
  const send = async (): Promise<void> => {
    setAsked(true)
    if (lacksReason(wish)) return
    const { places, replaceBy, locked, lockedBecause, attachmentIds } = wish
    const done = await erase.run({
      personIds: [...chosen],
      places: [...places],
      replaceBy,
      lockedBecause: locked ? lockedBecause : '',
      attachmentIds: [...attachmentIds],
    })
    if (done === null) return
    setSure(false)
    setOutcome(done)
    setChosen(new Set())
  }
  return (
    <>
      <PageHead
        title="退いた人"
        beside={<RosterTabs />}
        line="決めた年数を過ぎた方の、氏名や連絡先を消します。消したものは、もとに戻せません。"
        actions={
          sure ? (
            <>
              <Button key="stop" onPress={() => setSure(false)}>
                やめる
              </Button>
              <Button key="erase" look="main" busy={erase.busy} onPress={() => void send()}>
                {`${chosen.size}名を消去する（戻せません）`}
              </Button>
            </>
          ) : (
            <Button
              key="ask"
              look="main"
              disabled={chosen.size === 0}
              busy={look.busy}
              onPress={() => void lookFirst()}
            >
              選んだ方を消去する
            </Button>
          )
        }
      />
      <div className={styles.scrolls}>
        <ErrorNotice error={look.error ?? erase.error} />
        {outcome === null ? null : <Outcome outcome={outcome} />}
        {sure ? <Warning people={read.data?.left ?? []} chosen={chosen} rule={read.data?.rule} /> : null}
        {sure && found !== null ? (
          <EraseChoices found={found} wish={wish} asked={asked} onChange={setWish} />
        ) : null}
        <Loaded read={read}>
          {({ rule, left, erasures }) => (
            <>
              <Rule key={JSON.stringify(rule)} first={rule} />
              <People
                left={left}
                chosen={chosen}
                onChoose={(next) => {
                  setSure(false)
                  setChosen(next)
                }}
              />
              <Erasures erasures={erasures} />
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function Rule({ first }: { readonly first: RetentionRule }) {
  const [years, setYears] = useState(first.years)
  const [papers, setPapers] = useState<KeptOnPaper>(first.papers)
  const save = useWrite('retention.saveRule')
  return (
    <Block title="保存の期限" note="事務局の規程に合わせて決めてください。決めるまで、だれも消えません">
      <div className={styles.rule}>
        <NumberField
          label="残す年数（退いた年度の翌年度から）"
          unit="年"
          width="medium"
          least={1}
          most={99}
          value={years}
          onChange={setYears}
          placeholder="定めなし"
        />
        <RadioGroup<KeptOnPaper>
          label="出席簿と確定した議事録には"
          value={papers}
          onChange={setPapers}
          choices={[
            { value: 'name', label: '氏名を残す' },
            { value: 'role', label: '役割だけを残す', note: '発言の中の名前は、消去のときに選びます' },
          ]}
        />
        <Button busy={save.busy} onPress={() => void save.run({ years, papers })}>
          この決まりにする
        </Button>
        <ErrorNotice error={save.error} />
      </div>
    </Block>
  )
}

interface PeopleProps {
  readonly left: readonly LeftPerson[]
  readonly chosen: ReadonlySet<PersonId>
  readonly onChoose: (chosen: ReadonlySet<PersonId>) => void
}

function People({ left, chosen, onChoose }: PeopleProps) {
  const due = left.filter((person) => person.due)
  const toggle = (person: LeftPerson): void => {
    const next = new Set(chosen)
    if (!next.delete(person.personId)) next.add(person.personId)
    onChoose(next)
  }
  if (left.length === 0) return <Empty>席を終えた方や、名簿から外した方は、まだいません。</Empty>
  return (
    <Block
      title="退いた方"
      note={`${left.length}名。期限を過ぎた方は${due.length}名`}
      more={
        due.length === 0 ? null : (
          <Button small onPress={() => onChoose(new Set(due.map((person) => person.personId)))}>
            期限を過ぎた方をすべて選ぶ
          </Button>
        )
      }
    >
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className="nowrap">
              選ぶ
            </th>
            <th scope="col">氏名</th>
            <th scope="col">退いた日</th>
            <th scope="col">残す期限</th>
            <th scope="col">消えるもの</th>
            <th scope="col">残るもの</th>
          </tr>
        </thead>
        <tbody>
          {left.map((person) => (
            <tr key={person.personId}>
              <td>
                {person.due ? (
                  <Checkbox checked={chosen.has(person.personId)} onChange={() => toggle(person)}>
                    <span className="unseen">{person.name}さんを選ぶ</span>
                  </Checkbox>
                ) : null}
              </td>
              <td>
                <b>
                  <Name>{person.name}</Name>
                </b>
                {person.removed ? <div className="sub">名簿から外した方</div> : null}
                {person.belongs ? <div className="sub">いまも団体に入っています</div> : null}
                {person.openTasks === 0 ? null : (
                  <div>
                    <Chip mark="lacking">終わっていない宿題 {person.openTasks}</Chip>
                  </div>
                )}
              </td>
              <td className="nowrap">{formatWareki(person.lastDay)}</td>
              <td className="nowrap">
                {person.keptUntil === null ? (
                  <span className="sub">定めなし</span>
                ) : (
                  <>
                    {formatWareki(person.keptUntil)}まで
                    {person.due ? (
                      <div>
                        <Chip mark="late">期限を過ぎました</Chip>
                      </div>
                    ) : null}
                  </>
                )}
              </td>
              <td>
                氏名、ふりがな、連絡先、備考、分野
                {person.posts === 0 ? '' : `、所属${person.posts}件`}
                {person.outreach === 0 ? '' : `、呼びかけの中の名前${person.outreach}件`}、変更の記録の中の値
              </td>
              <td>
                {person.rolls === 0
                  ? '席の期間と区分だけ'
                  : `出席簿${person.rolls}回${person.confirmed === 0 ? '' : `、確定した議事録${person.confirmed}版`}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}

/** That something was erased, and why confirmed minutes were touched; never whose it was. */
function Erasures({ erasures }: { readonly erasures: readonly ErasureRecord[] }) {
  if (erasures.length === 0) return null
  return (
    <Block title="消去の記録" note="だれを消したかは残りません">
      <ul className={styles.files}>
        {erasures.map((each, position) => (
          // Nothing in it tells one from another of the same day, and none is worked on here.
          <li key={position}>
            <span>{formatWareki(each.erasedOn)}</span>
            <span>
              {each.people}名{each.replaced === 0 ? '' : `、氏名を置きかえた記録${each.replaced}件`}
              {each.files === 0 ? '' : `、消した添付${each.files}件`}
            </span>
            {each.lockedBecause === '' ? null : (
              <span className="sub">確定した議事録からも消したわけ：{each.lockedBecause}</span>
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

interface WarningProps {
  readonly people: readonly LeftPerson[]
  readonly chosen: ReadonlySet<PersonId>
  readonly rule: RetentionRule | undefined
}

function Warning({ people, chosen, rule }: WarningProps) {
  const names = people.filter((person) => chosen.has(person.personId)).map((person) => person.name)
  return (
    <Notice mark="lacking">
      <p>
        <b>{names.join('、')}さんの記録から、本人と分かるものを消します。もとに戻せません。</b>
      </p>
      <p>
        消えるもの：名簿、さがす索引、変更の記録、振込口座と謝金の希望、候補になったときのことば、配慮と備考。これからの控えにも入りません。
        {rule?.papers === 'role' ? '出席簿と確定した議事録の氏名は、役割に置きかわります。' : ''}
      </p>
      <p>
        残るもの：
        {rule?.papers === 'role' ? '' : '決まりのとおり、出席簿と確定した議事録の氏名。'}
        市へ出したファイル、締めた謝金の支払い（会計の書類）、これまでの控え。ほかの方の書いたことばと添付ファイルは、下で選びます。
      </p>
    </Notice>
  )
}

function Outcome({ outcome }: { readonly outcome: ErasureOutcome }) {
  const { olderBackups, erased, replaced, files, submissions, stillNamed } = outcome
  return (
    <Notice mark="done">
      <p>
        <b>{erased}名の、本人と分かるものを消しました。</b>
        {replaced === 0 ? '' : `ほかの方の書いた記録${replaced}件の氏名を置きかえました。`}
        {files === 0 ? '' : `添付ファイル${files}件を消しました。`}
      </p>
      <p>
        {olderBackups.length === 0
          ? 'これより前の控えはありません。'
          : `これより前の控え${olderBackups.length}個には、まだ残っています（いちばん古いものは ${olderBackups.at(-1)?.file ?? ''}）。控えは日がたつと自動で間引かれます。すぐに消すときは、設定の「控え」でフォルダーの場所を見て、古いものを消してください。`}
        {submissions === 0 ? '' : `市へ出したファイル${submissions}件は、出したときのまま残しています。`}
      </p>
      <p>
        {stillNamed.length === 0
          ? '決まりで残すもののほかには、記録の中に氏名は残っていません。'
          : `氏名と同じことばは、まだここにあります：${stillNamed.map(({ what, records }) => `${what} ${records}件`).join('、')}。同じ氏名の別の方のことかもしれません。「さがす」（Ctrl+K）で見て、要らなければ直してください。`}
      </p>
    </Notice>
  )
}
