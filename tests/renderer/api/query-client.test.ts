import { notifyManager, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { createQueryClient, refreshReads } from '#renderer/api/query-client.ts'

it('resolves only when the screen has been told what is fresh', async () => {
  const client = createQueryClient()
  let stored = 'before'
  const observer = new QueryObserver(client, {
    queryKey: ['meetings.get', {}],
    queryFn: () => Promise.resolve(stored),
  })
  const screen: (string | undefined)[] = []
  // As the library's own hook listens: in a turn after the fetch's promise.
  const leave = observer.subscribe(notifyManager.batchCalls(({ data }) => screen.push(data)))
  await client.fetchQuery({ queryKey: ['meetings.get', {}], queryFn: () => Promise.resolve(stored) })

  stored = 'after'
  await refreshReads(client, ['meetings'])
  expect(screen.at(-1)).toBe('after')
  leave()
  client.clear()
})
