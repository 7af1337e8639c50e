import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { UnlockForm } from '#renderer/features/protection/unlock-form.tsx'
import styles from './lock-cover.module.css'

/** Over everything, an open question too. What is beneath stays as it was left, and out of sight. */
export function LockCover({ onUnlocked }: { readonly onUnlocked: () => void }) {
  return (
    <ModalOverlay className={styles.cover ?? ''} isOpen isDismissable={false} isKeyboardDismissDisabled>
      <Modal className={styles.whole ?? ''}>
        <Dialog className={styles.whole ?? ''} aria-label="画面に鍵がかかっています">
          <UnlockForm when="locked" onUnlocked={onUnlocked} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
