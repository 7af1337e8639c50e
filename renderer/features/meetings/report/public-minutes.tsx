import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { HiddenPlace, PublicPreview } from '#shared/contract/public-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { MeetingPaperView } from '../meeting-paper-view.tsx'
import styles from './public-minutes.module.css'

/** 髙橋さん 3, 佐藤　花子 1: each thing once, with how often it stands there. */
function counted(
  places: readonly HiddenPlace[],
): readonly { readonly text: string; readonly times: number }[] {
  const groups = Map.groupBy(places, (place) => place.text)
  return [...groups].map(([text, each]) => ({ text, times: each.length }))
}

function Hidden({ preview }: { readonly preview: PublicPreview }) {
  const names = counted(preview.hidden.filter((place) => place.what === 'name'))
  const doubtful = counted(preview.doubtful)
  return (
    <>
      <section>
        <h3>役割に替えた名前</h3>
        {names.length === 0 ? (
          <p className="sub">本文に出席者の名前はありません。発言者と出席者は役割で書きます。</p>
        ) : (
          <ul className={styles.words}>
            {names.map(({ text, times }) => (
              <li key={text}>
                {text}
                {times > 1 ? <span className="sub"> {times}か所</span> : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      {doubtful.length === 0 ? null : (
        <section>
          <h3>
            <Chip mark="lacking">確かめてください</Chip>
          </h3>
          <p className="sub">
            出席者の名字と同じことばが残っています。地名などであればそのままで、人のことなら議事録で直します。
          </p>
          <ul className={styles.words}>
            {doubtful.map(({ text, times }) => (
              <li key={text}>
                {text} <span className="sub">{times}か所</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** 公開用の議事録: which items are withheld, what is hidden, and the paper as it will go out. */
export function PublicMinutes({ meetingId }: { readonly meetingId: MeetingId }) {
  const preview = useRead('publication.preview', { meetingId }, { keepLast: true })
  const set = useWrite('publication.setClosed')
  return (
    <Loaded read={preview}>
      {(data) => (
        <div className={styles.both}>
          <aside className={styles.side} aria-label="公開用でかくすもの">
            <ErrorNotice error={set.error} onClose={set.forget} />
            <section>
              <h3>公開しない議題</h3>
              <ul className={styles.items}>
                {data.items.map((item) => (
                  <li key={item.id}>
                    <Checkbox
                      checked={item.closed}
                      onChange={(closed) => void set.run({ agendaItemId: item.id, closed })}
                    >
                      {`${item.citation}　${item.title}`.trim()}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </section>
            <Hidden preview={data} />
          </aside>
          <div className={styles.paper}>
            {/* Made anew when something else is withheld. */}
            <MeetingPaperView
              key={data.items.map((item) => (item.closed ? 1 : 0)).join('')}
              meetingId={meetingId}
              paper="minutes-public"
            />
          </div>
        </div>
      )}
    </Loaded>
  )
}
