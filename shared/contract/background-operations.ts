/**
 * Tasks that only read and make, and may take long: they are carried out on a thread of their own, with a
 * connection of its own that cannot write, so that nobody waits behind them. A task that writes, or that needs
 * the core's own doings (`context.system`), is not for this list; the check of the data alone finds its part of them there.
 */
export const backgroundOperations = [
  'imports.plan',
  'imports.rows',
  'organizations.planImport',
  'papers.make',
  'papers.makeSet',
  'lists.look',
  'retention.look',
  'lists.make',
  'letters.make',
  'localPapers.make',
  'officePapers.make',
  'tables.make',
  'reports.make',
  'history.export',
  'workbooks.open',
  'workbooks.close',
  'handIns.fill',
  'handIns.fillMany',
  'safekeeping.check',
] as const

/**
 * Tasks whose one transaction is so large that the window would stand still: carried out on the same thread, with a
 * connection that writes, while other writes wait their turn. They cannot be ended on the way.
 */
export const writingBackgroundOperations = ['imports.apply', 'importRuns.undo'] as const

export type BackgroundOperation =
  (typeof backgroundOperations)[number] | (typeof writingBackgroundOperations)[number]
export type WritingBackgroundOperation = (typeof writingBackgroundOperations)[number]

export function isBackgroundOperation(name: string): name is BackgroundOperation {
  const names: readonly string[] = backgroundOperations
  return names.includes(name) || isWritingBackgroundOperation(name)
}

export function isWritingBackgroundOperation(name: string): name is WritingBackgroundOperation {
  const names: readonly string[] = writingBackgroundOperations
  return names.includes(name)
}
