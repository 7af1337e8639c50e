import { useEffect } from 'react'
import { Outlet } from '@tanstack/react-router'
import { useRead } from '#renderer/api/use-read.ts'
import { PlaceProvider } from '#renderer/api/use-place.tsx'
import { FirstStart } from '#renderer/features/first-start/first-start.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { Frame } from './frame.tsx'

const checkingMilliseconds = 1000

/** Decides what opens: the data cannot be opened, nothing has been set up yet, or the frame with its pages. */
export function Gate() {
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

  const error = status.error ?? councils.error
  if (error !== null) {
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
  if (councils.data === undefined) return null
  return (
    <PlaceProvider councils={councils.data} today={status.data.today}>
      <Frame status={status.data}>
        <Outlet />
      </Frame>
    </PlaceProvider>
  )
}
