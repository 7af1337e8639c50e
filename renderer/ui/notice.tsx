import type { ReactNode } from 'react'
import { errorText } from '#shared/contract/error-texts.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Mark, type MarkKind } from './mark.tsx'
import styles from './notice.module.css'

export interface ErrorNoticeProps {
  readonly error: TsudoiError | null
  /** もう一度ためす, where trying again may help. */
  readonly onAgain?: (() => void) | undefined
  readonly onClose?: (() => void) | undefined
}

/** What happened, what is safe, what to do. Nothing is drawn while there is no error. */
export function ErrorNotice({ error, onAgain, onClose }: ErrorNoticeProps) {
  if (error === null) return null
  const text = errorText(error)
  return (
    <div role="alert" className={classNames(styles.notice, styles.error)}>
      <Mark kind="late" className={styles.mark} />
      <div className={styles.words}>
        <p className={styles.happened}>{text.happened}</p>
        <p>{text.safe}</p>
        <p>{text.todo}</p>
      </div>
      {onAgain === undefined ? null : (
        <Button small onPress={onAgain}>
          もう一度ためす
        </Button>
      )}
      {onClose === undefined ? null : (
        <Button look="quiet" onPress={onClose}>
          閉じる
        </Button>
      )}
    </div>
  )
}

export interface NoticeProps {
  readonly mark: MarkKind
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** Something to know on this page, with its mark: done, something lacking. */
export function Notice({ mark, children, actions }: NoticeProps) {
  return (
    <div role="status" className={classNames(styles.notice, styles[mark])}>
      <Mark kind={mark} className={styles.mark} />
      <div className={styles.words}>{children}</div>
      {actions}
    </div>
  )
}
