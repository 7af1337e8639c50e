import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { FollowUp } from '#shared/contract/activity-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import styles from '../coordinators.module.css'

/** 次の対応: what an entry left to be done, the longest due first. */
export function FollowUpList() {
  const { today } = usePlace()
  const followUps = useRead('activities.followUps', {})
  const set = useWrite('activities.setFollowedUp')
  const tell = useTell()
  const done = async ({ activityId, nextStep }: FollowUp): Promise<void> => {
    if (await set.did({ activityId, doneOn: today })) {
      tell({ text: `「${nextStep}」を済みにしました。`, undo: () => set.run({ activityId, doneOn: null }) })
    }
  }
  const list = followUps.data ?? []
  return (
    <Block title="次の対応" note={`${String(list.length)}件`}>
      <ErrorNotice error={followUps.error ?? set.error} />
      {list.length === 0 ? <p className="sub">残っている対応はありません。</p> : null}
      <ul className={styles.lines}>
        {list.map((each) => (
          <li key={each.activityId}>
            <span className={styles.grow}>{each.nextStep}</span>
            {each.nextOn === null ? (
              <span className="sub">期限なし</span>
            ) : (
              <Chip mark={each.nextOn < today ? 'late' : 'soon'}>
                {formatMonthDay(each.nextOn)}
                {each.nextOn < today ? '　期限を過ぎました' : 'まで'}
              </Chip>
            )}
            <span className="sub">{each.who}</span>
            <Button small label={`「${each.nextStep}」を済みにする`} onPress={() => void done(each)}>
              済みにする
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  )
}
