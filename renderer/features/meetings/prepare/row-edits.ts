/**
 * What has been typed into one row and is not seen in the data yet. Saves of a row go one after another, each
 * with nothing but the fields that changed since the one before: on a slow machine several are on their way at
 * once, and one that was built from the row as it used to be would undo what was typed since.
 */
export class RowEdits<Fields extends object> {
  private typed: Partial<Fields> = {}
  /** What the row stands at once everything that was sent has arrived: on top of what the data say. */
  private sent: Partial<Fields> = {}
  private chain: Promise<void> = Promise.resolve()
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The same object until something is typed or kept. */
  readonly snapshot = (): Partial<Fields> => this.typed

  type(part: Partial<Fields>): void {
    this.set({ ...this.typed, ...part })
  }

  /**
   * Sends what was typed and not sent yet. `stored` is the row as the data have it; `save` resolves with whether
   * it is on disk and seen in the data. What could not be kept stays typed, and goes along with the next save.
   */
  keep(stored: Fields, save: (patch: Partial<Fields>) => Promise<boolean>): void {
    const standing: Fields = { ...stored, ...this.sent }
    const patch = differing(this.typed, standing)
    this.sent = { ...this.sent, ...patch }
    // What says again what the data say already is no edit.
    if (Object.keys(this.typed).some((key) => !Object.hasOwn(this.sent, key)))
      this.set(only(this.typed, (key) => Object.hasOwn(this.sent, key)))
    if (Object.keys(patch).length === 0) return
    this.chain = this.chain.then(async () => {
      const saved = await save(patch)
      // A field that was changed once more meanwhile belongs to the save that follows.
      this.sent = differing(this.sent, patch)
      if (saved) this.set(differing(this.typed, patch))
    })
  }

  private set(typed: Partial<Fields>): void {
    this.typed = typed
    for (const listener of this.listeners) listener()
  }
}

/** The fields of `part` whose values `other` does not have. */
function differing<Fields extends object>(part: Partial<Fields>, other: Partial<Fields>): Partial<Fields> {
  const values = new Map<string, unknown>(Object.entries(other))
  return only(part, (key, value) => !values.has(key) || values.get(key) !== value)
}

function only<Fields extends object>(
  part: Partial<Fields>,
  holds: (key: string, value: unknown) => boolean,
): Partial<Fields> {
  // Some of the entries of `part` itself.
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => holds(key, value)),
  ) as Partial<Fields>
}
