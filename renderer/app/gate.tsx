import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useRead } from '#renderer/api/use-read.ts'
import { PlaceProvider } from '#renderer/api/use-place.tsx'
import { FirstStart } from '#renderer/features/first-start/first-start.tsx'
import { TakeSeat } from '#renderer/features/protection/take-seat.tsx'
import { UnlockForm } from '#renderer/features/protection/unlock-form.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { Frame } from './frame.tsx'
import { KeptScreen } from './kept-screen.tsx'
import { LockCover } from './lock-cover.tsx'
import { useLockWatch } from './lock-watch.tsx'

const checkingMilliseconds = 1000

/** Decides what opens: the data are locked or cannot be opened, nothing has been set up yet, or the frame with its pages. */
export function Gate() {
  const client = useQueryClient()
  const status = useRead('system.getStatus', {})
  const ready = status.data?.setUp === true
  const councils = useRead('councils.list', {}, { when: ready })

  // The check of the whole file goes on beside the first screens: what it finds must be seen though nobody asks.
  const checking = status.data?.checking === true
  const { again } = status
  useEffect(() => {
    if (!checking) return undefined
    const asking = setInterval(again, checkingMilliseconds)
    return () => clearInterval(asking)
  }, [checking, again])
  useLockWatch(status.data?.protection, again)

  const error = status.error ?? councils.error
  const locked = error?.code === 'locked'
  // What had been refused meanwhile is asked anew.
  const onUnlocked = (): void => void client.invalidateQueries()
  if (locked && councils.data === undefined) return <UnlockForm when="opening" onUnlocked={onUnlocked} />
  if (error !== null && !locked) {
    return (
      <ErrorScreen
        error={error}
        onAgain={() => {
          status.again()
          if (ready) councils.again()
        }}
      />
    )
  }
  if (status.data === undefined) return null
  if (!status.data.setUp) return <FirstStart status={status.data} />
  if (status.data.seat.asks)
    return <TakeSeat seat={status.data.seat} hasPassword={status.data.protection.hasPassword} />
  if (councils.data === undefined) return null
  return (
    <PlaceProvider councils={councils.data} today={status.data.today}>
      <KeptScreen away={locked}>
        <Frame status={status.data}>
          <Outlet />
        </Frame>
      </KeptScreen>
      {locked ? <LockCover onUnlocked={onUnlocked} /> : null}
    </PlaceProvider>
  )
}
