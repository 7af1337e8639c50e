import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { UnlockForm } from '#renderer/features/protection/unlock-form.tsx'
import styles from './lock-cover.module.css'

/** In the place of everything, an open question too: what was there is kept, and out of the document. */
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
