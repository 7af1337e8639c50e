import type { Part, Topic } from './topic.ts'
import { area } from './topics/area.ts'
import { firstDay, firstDays } from './topics/first-days.ts'
import { keeping } from './topics/keeping.ts'
import { meetings } from './topics/meetings.ts'

/** The manual in the order of the work. */
export const parts: readonly Part[] = [firstDays, meetings, area, keeping]

export const topics: readonly Topic[] = parts.flatMap((part) => part.topics)

/** Undefined for a name that no page has. */
export function topicNamed(id: string): Topic | undefined {
  return topics.find((topic) => topic.id === id)
}

/** Whether an address begins as a place of the manual does; `*` stands for one part, such as a record's id. */
function begins(path: string, place: string): boolean {
  const parts = path.split('/')
  return place.split('/').every((part, index) => part === '*' || part === parts[index])
}

/**
 * The page that explains a screen: the one whose place is the longest beginning of its address; the first of all
 * for a screen that has none of its own.
 */
export function topicFor(path: string): Topic {
  let best: { readonly topic: Topic; readonly length: number } | null = null
  for (const topic of topics) {
    for (const place of topic.at) {
      const { length } = place.split('/')
      if (begins(path, place) && length > (best?.length ?? 0)) best = { topic, length }
    }
  }
  return best?.topic ?? firstDay
}
