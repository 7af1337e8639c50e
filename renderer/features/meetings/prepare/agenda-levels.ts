/** How deep an item of the agenda stands: １, (1), ア. */
export type Level = 1 | 2 | 3

export function deeper(level: Level, deepest: number): Level {
  if (level >= deepest) return level
  return level === 1 ? 2 : 3
}

export function shallower(level: Level): Level {
  return level === 3 ? 2 : 1
}
