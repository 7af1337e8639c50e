import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { topicFor, topicNamed, topics } from '#renderer/features/manual/topics.ts'

const renderer = join(import.meta.dirname, '../../../../renderer')

/** Everything that the window may write on the screen, but for the manual itself. */
function screenWords(): string {
  const files = globSync('**/*.{ts,tsx}', { cwd: renderer }).filter(
    (file) => !file.startsWith(join('features', 'manual')),
  )
  const domain = join(renderer, '../shared/domain')
  return [
    ...files.map((file) => readFileSync(join(renderer, file), 'utf8')),
    ...globSync('**/*.ts', { cwd: domain }).map((file) => readFileSync(join(domain, file), 'utf8')),
  ].join('\n')
}

function addresses(): readonly string[] {
  const router = readFileSync(join(renderer, 'app/router.tsx'), 'utf8')
  return [...router.matchAll(/path: '([^']+)'/g)].map((found) => found[1] ?? '')
}

describe('the manual', () => {
  const words = screenWords()

  it.each(topics.map((topic) => [topic.name, topic] as const))(
    '%s names only what stands on a screen',
    (_, { steps, troubles, line }) => {
      const said = [...steps, line, ...troubles.flatMap(({ what, then }) => [what, then])].join('\n')
      // Dates are examples of what she may write.
      const quoted = [...said.matchAll(/「([^」]+)」/g)]
        .map((found) => found[1] ?? '')
        .filter((text) => !/^[R\d]/.test(text))
      expect(quoted.filter((text) => !words.includes(text))).toEqual([])
    },
  )

  it('leads only to screens that there are', () => {
    const known = new Set(addresses())
    const opened = topics.flatMap(({ open }) => (open === null ? [] : [open]))
    expect(opened.filter((path) => !known.has(path))).toEqual([])
    const patterns = addresses().map((path) => path.replaceAll(/\$\w+/g, '*'))
    const begun = (place: string): boolean =>
      patterns.some((path) => {
        const parts = path.split('/')
        return place.split('/').every((part, index) => [part, '*'].includes(parts[index] ?? ''))
      })
    expect(topics.flatMap(({ at }) => at).filter((place) => !begun(place))).toEqual([])
  })

  it.each([
    ['/', 'first-day'],
    ['/meetings', 'prepare'],
    ['/meetings/01J/minutes', 'minutes'],
    ['/meetings/01J/day', 'day'],
    ['/meetings/01J/prepare', 'prepare'],
    ['/meetings/tasks', 'next'],
    ['/roster/terms', 'april'],
    ['/roster/groups', 'roster'],
    ['/reports/payments/rules', 'payments'],
    ['/reports/papers/agenda/01J', 'papers'],
    ['/coordinators/selections', 'selection'],
    ['/coordinators/people', 'diary'],
    ['/nowhere', 'first-day'],
  ])('%s is explained by %s', (path, id) => {
    expect(topicFor(path).id).toBe(id)
  })

  it('finds a page by its name', () => {
    expect(topicNamed('no-such')).toBeUndefined()
    expect(topicNamed('minutes')?.id).toBe('minutes')
  })

  it('has a name of its own for each page', () => {
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
  })
})
