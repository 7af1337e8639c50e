import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createQueryClient } from '#renderer/api/query-client.ts'
import { UndoProvider } from '#renderer/ui/undo-strip.tsx'
import { router } from './router.tsx'

/** What stands above every screen: Japanese for the widgets, the reads, the pages. */
export function AppRoot() {
  const [client] = useState(createQueryClient)
  return (
    <I18nProvider locale="ja-JP">
      <QueryClientProvider client={client}>
        <UndoProvider>
          <RouterProvider router={router} />
        </UndoProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
