import { formatMonthDay, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useForgetTold, useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './settings.module.css'

function timeWords(at: string): string {
  const day = at.slice(0, 10)
  return isCalendarDate(day) ? `${formatMonthDay(day)} ${at.slice(11, 16)}` : at
}

export function BackUpButton() {
  const backUp = useWrite('system.backUpNow')
  const tell = useTell()
  return (
    <>
      <ErrorNotice error={backUp.error} onClose={backUp.forget} />
      <Button
        look="main"
        busy={backUp.busy}
        onPress={() => {
          void backUp.attempt({}).then((done) => {
            if (done.ok) tell({ text: '控えをとり、開いて確かめました。' })
          })
        }}
      >
        いま控えをとる
      </Button>
    </>
  )
}

/** Backups, and the practice data. */
export function DataTab() {
  const status = useRead('system.getStatus', {})
  const practice = useWrite('system.startPractice')
  const forgetTold = useForgetTold()
  return (
    <Loaded read={status}>
      {(data) => (
        <div className={styles.twoColumns}>
          <Block title="控え" note="始めたときと終えるときに、つどいがとります">
            <Facts
              facts={[
                {
                  name: '最後の控え',
                  value: data.lastBackup === null ? 'まだありません' : timeWords(data.lastBackup.at),
                },
                {
                  name: 'たしかめ',
                  value:
                    data.lastBackup === null ? (
                      '—'
                    ) : data.lastBackup.verified ? (
                      <Chip mark="done">開いて確かめました</Chip>
                    ) : (
                      <Chip mark="lacking">まだ確かめていません</Chip>
                    ),
                },
                { name: '置き場所', value: 'データと同じフォルダーの「backups」の中' },
              ]}
            />
            <p className={styles.more}>
              <ButtonLink to="/settings/safekeeping">控えの中身を見る・戻す</ButtonLink>{' '}
              <ButtonLink to="/history">変更の記録</ButtonLink>{' '}
              <ButtonLink to="/settings/sharing">共有フォルダー</ButtonLink>{' '}
              <ButtonLink to="/settings/protection">パスワードと鍵</ButtonLink>
            </p>
          </Block>
          <Block title="練習">
            {data.practice ? (
              <p className={styles.words}>
                いま開いているのは練習のデータです。画面の下の「練習をやめて消す」で、もとに戻ります。
              </p>
            ) : (
              <>
                <p className={styles.words}>
                  架空のまちのデータで、自由に試せます。いまのデータはそのまま残り、混ざりません。
                </p>
                <ErrorNotice error={practice.error} />
                <Button
                  busy={practice.busy}
                  onPress={() => {
                    forgetTold()
                    void practice.run({})
                  }}
                >
                  練習用の協議体でためす
                </Button>
              </>
            )}
          </Block>
          <p className={styles.version}>
            つどい　第{data.version}版　<ButtonLink to="/settings/support">ログと問い合わせ</ButtonLink>{' '}
            <ButtonLink to="/settings/licences">使っている部品とライセンス</ButtonLink>
          </p>
        </div>
      )}
    </Loaded>
  )
}
