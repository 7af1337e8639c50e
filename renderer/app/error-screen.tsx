import { errorText } from '#shared/contract/error-texts.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { RestoreAtOpening } from '#renderer/features/safekeeping/restore-at-opening.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import styles from './error-screen.module.css'

const titles: Readonly<Partial<Record<TsudoiError['code'], string>>> = {
  'in-use': 'ほかで開いています',
  damaged: 'データを確かめる必要があります',
  'too-new': '新しい版のデータです',
  'no-access': 'データの場所を使えません',
  'not-set-up': 'はじめの用意がまだです',
}

export interface ErrorScreenProps {
  readonly error: TsudoiError
  readonly onAgain: () => void
}

/** When the data cannot be opened at all. Recovery never deletes: the screen tells, tries again, and offers the backups of damaged data. */
export function ErrorScreen({ error, onAgain }: ErrorScreenProps) {
  const text = errorText(error)
  return (
    <div className={styles.desk}>
      <main className={styles.sheet}>
        <PageHead
          title={titles[error.code] ?? 'データを開けませんでした'}
          actions={
            <Button look="main" onPress={onAgain} autoFocus>
              もう一度ひらく
            </Button>
          }
        />
        <div role="alert">
          <dl className={styles.words}>
            <div>
              <dt>
                <Mark kind="late" className={styles.stop} />
                起きたこと
              </dt>
              <dd>{text.happened}</dd>
            </div>
            <div>
              <dt>
                <Mark kind="done" className={styles.ok} />
                無事なもの
              </dt>
              <dd>{text.safe}</dd>
            </div>
            <div>
              <dt>
                <Mark kind="waiting" />
                次にすること
              </dt>
              <dd>{text.todo}</dd>
            </div>
          </dl>
        </div>
        {error.code === 'damaged' ? <RestoreAtOpening onRestored={onAgain} /> : null}
      </main>
    </div>
  )
}
