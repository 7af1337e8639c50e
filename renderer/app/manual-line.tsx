import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ManualDialog } from '#renderer/features/manual/manual-dialog.tsx'
import { topicFor } from '#renderer/features/manual/topics.ts'
import { Button } from '#renderer/ui/button.tsx'

/** 使い方 at the foot of every screen, and on F1 as in the office's other programs: opened at the page of this screen. */
export function ManualLine({ className }: { readonly className?: string | undefined }) {
  const path = useLocation({ select: (location) => location.pathname })
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return
      event.preventDefault()
      // A question that is open is answered first.
      if (document.querySelector('[role="alertdialog"], [role="dialog"]') === null) setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button look="quiet" className={className} onPress={() => setOpen(true)}>
        使い方　F1
      </Button>
      {open ? <ManualDialog topicId={topicFor(path).id} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
