import type { NamedFile, NamesFound } from '#shared/contract/retention-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { AttachmentId } from '#shared/domain/ids.ts'
import type { RecordTable } from '#shared/domain/record-words.ts'
import { erasedWords, type NameReplacedBy } from '#shared/domain/written-name.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './left.module.css'

/** What is taken out beside the roster; everything else stays as others wrote it. */
export interface EraseWish {
  readonly places: readonly RecordTable[]
  readonly replaceBy: NameReplacedBy
  /** Confirmed minutes too. */
  readonly locked: boolean
  readonly lockedBecause: string
  readonly attachmentIds: readonly AttachmentId[]
}

export const nothingMore: EraseWish = {
  places: [],
  replaceBy: 'erased',
  locked: false,
  lockedBecause: '',
  attachmentIds: [],
}

/** What is proposed: every open record and every file with the name in it, unless somebody else has the same name. */
export function proposedWish({ places, files, namesakes }: NamesFound): EraseWish {
  if (namesakes.length > 0) return nothingMore
  return {
    ...nothingMore,
    places: places.filter(({ open }) => open > 0).map(({ table }) => table),
    attachmentIds: files
      .filter(({ locked, why }) => !locked && why !== 'unreadable')
      .map(({ attachmentId }) => attachmentId),
  }
}

/** Whether a reason is still wanted: confirmed minutes, or a file of theirs, are to be touched. */
export function lacksReason(wish: EraseWish): boolean {
  return wish.locked && wish.lockedBecause.trim() === ''
}

export interface EraseChoicesProps {
  readonly found: NamesFound
  readonly wish: EraseWish
  readonly asked: boolean
  readonly onChange: (wish: EraseWish) => void
}

function toggled<Each>(list: readonly Each[], each: Each): readonly Each[] {
  return list.includes(each) ? list.filter((other) => other !== each) : [...list, each]
}

/** Where others wrote the name, place by place, before anything is taken away. */
export function EraseChoices({ found, wish, asked, onChange }: EraseChoicesProps) {
  const { places, files, namesakes, families } = found
  const locked = places.reduce((sum, place) => sum + place.locked, 0)
  const isLockedAsked = locked > 0 || files.some((file) => file.locked)
  if (places.length === 0 && files.length === 0)
    return <p className="sub">ほかの方の書いたことばにも、添付ファイルにも、氏名は見つかりませんでした。</p>
  return (
    <>
      {namesakes.length === 0 ? null : (
        <Notice mark="lacking">
          {namesakes.join('、')}
          という氏名の方が、名簿にほかにもいます。下の氏名がどちらの方のことかは、見分けられません。一つずつ確かめてから選んでください。
        </Notice>
      )}
      {families.length === 0 ? null : (
        <p className="sub">
          名字の{families.join('、')}は、ほかの方にもあるので、「{families[0]}
          さん」のような書きかたはさがしていません。
        </p>
      )}
      {places.length === 0 ? null : (
        <Block
          title="氏名が書かれているところ"
          note="選んだところは、氏名を下のことばに置きかえます。選ばないところは残ります"
        >
          <table className={styles.grid}>
            <thead>
              <tr>
                <th scope="col">ところ</th>
                <th scope="col">置きかえる</th>
                <th scope="col">確定した議事録の分</th>
                <th scope="col">たとえば</th>
              </tr>
            </thead>
            <tbody>
              {places.map(({ table, what, open, locked: frozen, example }) => (
                <tr key={table}>
                  <td>{what}</td>
                  <td className="nowrap">
                    {open === 0 ? null : (
                      <Checkbox
                        checked={wish.places.includes(table)}
                        onChange={() => onChange({ ...wish, places: toggled(wish.places, table) })}
                      >
                        <span className="unseen">{what}の</span>
                        {open}件
                      </Checkbox>
                    )}
                  </td>
                  <td className="nowrap">{frozen === 0 ? '' : `${frozen}件`}</td>
                  <td className="sub">{example}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <RadioGroup<NameReplacedBy>
            label="氏名のかわりに"
            value={wish.replaceBy}
            onChange={(replaceBy) => onChange({ ...wish, replaceBy })}
            choices={[
              { value: 'erased', label: erasedWords },
              { value: 'role', label: '役割（委員、会長など）' },
            ]}
          />
        </Block>
      )}
      {files.length === 0 ? null : <Files files={files} wish={wish} onChange={onChange} />}
      {isLockedAsked ? (
        <Block title="確定した議事録" note="公の記録なので、選ばなければ、確定したときのまま残ります">
          <Checkbox
            checked={wish.locked}
            onChange={(isLocked) =>
              onChange({
                ...wish,
                locked: isLocked,
                attachmentIds: isLocked
                  ? wish.attachmentIds
                  : wish.attachmentIds.filter((id) => !isOfLocked(files, id)),
              })
            }
          >
            確定した議事録（{locked}件）からも氏名を消し、その会議の添付も選べるようにする
          </Checkbox>
          {wish.locked ? (
            <TextField
              label="確定した記録から消すわけ"
              required
              value={wish.lockedBecause}
              onChange={(lockedBecause) => onChange({ ...wish, lockedBecause })}
              placeholder="本人からの求め、規程第何条 など"
              error={asked && lacksReason(wish) ? 'わけを書いてください。消去の記録に残ります。' : null}
            />
          ) : null}
        </Block>
      ) : null}
    </>
  )
}

function isOfLocked(files: readonly NamedFile[], id: AttachmentId): boolean {
  return files.some((file) => file.attachmentId === id && file.locked)
}

const whys: Readonly<Record<NamedFile['why'], string>> = {
  'file-name': 'ファイルの名前に氏名',
  words: '中に氏名',
  unreadable: '中は読めません。ひらいて確かめてください',
}

function Files({
  files,
  wish,
  onChange,
}: Omit<EraseChoicesProps, 'found' | 'asked'> & Pick<NamesFound, 'files'>) {
  return (
    <Block
      title="会議に添付したファイル"
      note="選んだファイルは、丸ごと消します。写真とPDFの中はさがせないので、この方の出た会議のものを並べています"
    >
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.attachmentId}>
            <Checkbox
              checked={wish.attachmentIds.includes(file.attachmentId)}
              disabled={file.locked && !wish.locked}
              onChange={() =>
                onChange({ ...wish, attachmentIds: toggled(wish.attachmentIds, file.attachmentId) })
              }
            >
              {file.name}
            </Checkbox>
            <span className="sub">
              {file.meeting}　{formatWareki(file.heldOn)}　{whys[file.why]}
              {file.locked ? '　確定した議事録の会議' : ''}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  )
}
