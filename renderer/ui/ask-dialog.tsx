import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import styles from './ask-dialog.module.css'
import overlay from './overlay.module.css'

export interface AskDialogProps {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  /** The word for going on, as a verb: 消す, 確定する. */
  readonly yes: string
  /** The word for leaving things as they are; やめる unless the question itself is about stopping. */
  readonly no?: string
  readonly onYes: () => void
  readonly onClose: () => void
  readonly busy?: boolean
}

/** A question that must be answered before anything else: only for what cannot be undone. */
export function AskDialog({
  open,
  title,
  children,
  yes,
  no = 'やめる',
  onYes,
  onClose,
  busy = false,
}: AskDialogProps) {
  return (
    <ModalOverlay
      className={overlay.overlay ?? ''}
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      isDismissable={false}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog role="alertdialog" className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>
            <Button onPress={onClose} autoFocus>
              {no}
            </Button>
            <Button look="main" onPress={onYes} busy={busy}>
              {yes}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
