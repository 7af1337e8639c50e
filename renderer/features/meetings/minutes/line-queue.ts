import type { TsudoiError } from '#shared/contract/errors.ts'

export type LineState = 'saving' | 'saved' | 'failed'

/** A line that has left the box and is not seen in the data yet. */
export interface QueuedLine<Given, Kept> {
  readonly key: number
  readonly given: Given
  readonly state: LineState
  /** What is on disk of it already: a line of several writes goes on where it failed. */
  readonly kept: Kept | null
  readonly error: TsudoiError | null
}

export interface LineQueuePorts<Given, Kept> {
  /** Puts a line on disk; `note` tells what of it is there already, before the whole is. */
  readonly save: (given: Given, kept: Kept | null, note: (kept: Kept) => void) => Promise<Kept>
  /** Resolves when the saved line is seen in what the screen shows. */
  readonly shown: () => Promise<void>
  readonly toError: (thrown: unknown) => TsudoiError
}

/**
 * Lines on their way to the disk, in the order in which they were typed. A line that cannot be saved stays here
 * with its words, and those behind it wait: nothing typed is lost, and nothing changes places.
 */
export class LineQueue<Given, Kept> {
  private lines: readonly QueuedLine<Given, Kept>[] = []
  private lastKey = 0
  private running = false
  private readonly listeners = new Set<() => void>()
  private readonly ports: LineQueuePorts<Given, Kept>

  constructor(ports: LineQueuePorts<Given, Kept>) {
    this.ports = ports
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): readonly QueuedLine<Given, Kept>[] => this.lines

  /** Takes a line; resolves with what was kept once it is on disk, which may be after a second try. */
  add(given: Given, onKept?: (kept: Kept) => void): void {
    this.lastKey += 1
    const key = this.lastKey
    this.set([...this.lines, { key, given, state: 'saving', kept: null, error: null }])
    if (onKept !== undefined) this.onKept.set(key, onKept)
    void this.run()
  }

  /** Tries the lines that could not be saved once more. */
  again(): void {
    this.set(
      this.lines.map((line) => (line.state === 'failed' ? { ...line, state: 'saving', error: null } : line)),
    )
    void this.run()
  }

  /** Takes a failed line out of the queue, to give its words back to the box. */
  takeOut(key: number): Given | null {
    const line = this.lines.find((each) => each.key === key && each.state === 'failed')
    if (line === undefined) return null
    this.set(this.lines.filter((each) => each.key !== key))
    this.again()
    return line.given
  }

  private readonly onKept = new Map<number, (kept: Kept) => void>()

  private set(lines: readonly QueuedLine<Given, Kept>[]): void {
    this.lines = lines
    for (const listener of this.listeners) listener()
  }

  private change(key: number, change: Partial<QueuedLine<Given, Kept>>): void {
    this.set(this.lines.map((line) => (line.key === key ? { ...line, ...change } : line)))
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    for (;;) {
      const next = this.lines.find((line) => line.state !== 'saved')
      if (next === undefined || next.state === 'failed') break
      try {
        const kept = await this.ports.save(next.given, next.kept, (part) =>
          this.change(next.key, { kept: part }),
        )
        this.change(next.key, { state: 'saved', kept })
        this.onKept.get(next.key)?.(kept)
        this.onKept.delete(next.key)
        void this.forgetWhenShown(next.key)
      } catch (thrown) {
        this.change(next.key, { state: 'failed', error: this.ports.toError(thrown) })
      }
    }
    this.running = false
  }

  private async forgetWhenShown(key: number): Promise<void> {
    await this.ports.shown()
    this.set(this.lines.filter((line) => line.key !== key))
  }
}
