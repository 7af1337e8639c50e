import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import overlay from '#renderer/ui/overlay.module.css'
import styles from './manual.module.css'
import type { Topic } from './topic.ts'
import { parts, topicNamed } from './topics.ts'

export interface ManualDialogProps {
  /** The page to open at. */
  readonly topicId: string
  readonly onClose: () => void
}

/**
 * 使い方: the manual inside the program, laid over the screen so that what is half written there stays. Its pictures
 * are made by the journeys, so they show the screens as they are.
 */
export function ManualDialog({ topicId, onClose }: ManualDialogProps) {
  const [id, setId] = useState(topicId)
  const topic = topicNamed(id)
  return (
    <ModalOverlay
      className={overlay.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              使い方
            </Heading>
            <p className={styles.about}>どの画面でも F1 を押すと、その画面の使い方がひらきます。</p>
            <Button look="main" onPress={onClose}>
              閉じる　Esc
            </Button>
          </div>
          <div className={styles.manual}>
            <Contents topic={topic} onChoose={setId} />
            {topic === undefined ? null : <TopicPage key={topic.id} topic={topic} onLeave={onClose} />}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Contents({
  topic,
  onChoose,
}: {
  readonly topic: Topic | undefined
  readonly onChoose: (id: string) => void
}) {
  return (
    <nav aria-label="使い方の目次" className={styles.contents}>
      {parts.map((part) => (
        <section key={part.name}>
          <h3>{part.name}</h3>
          <ul>
            {part.topics.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className={styles.entry}
                  aria-current={each === topic ? 'page' : undefined}
                  onClick={() => onChoose(each.id)}
                >
                  {each.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function TopicPage({ topic, onLeave }: { readonly topic: Topic; readonly onLeave: () => void }) {
  const { picture, keys, troubles, open } = topic
  const navigate = useNavigate()
  return (
    // A region that scrolls must be reached by the keyboard; a window of its own begins with what was asked for.
    <article className={styles.topic} aria-label={topic.name} tabIndex={0}>
      <h3 className={styles.name}>{topic.name}</h3>
      <p className={styles.line}>{topic.line}</p>
      <Block title="進め方" minor>
        <ol className={styles.steps}>
          {topic.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Block>
      {keys.length === 0 ? null : (
        <Block title="キー" minor>
          <div className={styles.keys}>
            <KeyLine keys={keys} />
          </div>
        </Block>
      )}
      {troubles.length === 0 ? null : (
        <Block title="こんなとき" minor>
          <dl className={styles.troubles}>
            {troubles.map(({ what, then }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{then}</dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {picture === null ? null : (
        <figure className={styles.figure}>
          <img src={picture.src} alt={`「${picture.shows}」の画面`} />
          <figcaption>{picture.shows}</figcaption>
        </figure>
      )}
      {open === null ? null : (
        <Button
          onPress={() => {
            onLeave()
            void navigate({ to: open })
          }}
        >
          この画面をひらく
        </Button>
      )}
    </article>
  )
}
