import { readArguments, refuseArguments } from './arguments.ts'
import { ask, withCore } from './ask-core.ts'

/** Everything that holds a text; the time is what the core took to answer, without opening the data. */
export function searchCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'text', 'limit'] })
  const text = args.required('text')
  const limit = Number(args.optional('limit') ?? '50')
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw refuseArguments('--limit')
  return withCore(args.required('data'), async (core) => {
    const from = performance.now()
    const results = await ask(core, 'search.find', { text, limit })
    const milliseconds = Math.round((performance.now() - from) * 1000) / 1000
    return { milliseconds, results }
  })
}
