/** What the test asks of the program's process, and what it is told, over Node's own channel between processes. */
export interface DialogAnswers {
  readonly open?: readonly string[]
  readonly save?: string
}

export interface SeenByStandIn {
  /** Windows that are open, with the options they were made with. */
  readonly windows: readonly {
    readonly title: string
    readonly visible: boolean
    readonly focused: number
    readonly webPreferences: Readonly<Record<string, unknown>>
  }[]
  readonly dialogs: readonly { readonly kind: string; readonly options: Readonly<Record<string, unknown>> }[]
  readonly menu: readonly string[]
  readonly switches: readonly (readonly [string, string])[]
  readonly sandboxEnabled: boolean
  readonly schemes: unknown
  readonly openedPaths: readonly string[]
  readonly printerDialogs: number
  /** What the session would grant if a page asked. */
  readonly grantsPermission: boolean
  readonly listeners: readonly string[]
}

export type Question =
  | { readonly id: number; readonly ask: 'look' }
  | { readonly id: number; readonly ask: 'answer-dialog'; readonly answers: DialogAnswers }
  | { readonly id: number; readonly ask: 'quit' }
  | {
      readonly id: number
      readonly ask: 'send'
      readonly channel: string
      readonly from: string
      readonly given: readonly unknown[]
    }

export interface Reply {
  readonly id: number
  readonly value?: unknown
  readonly fault?: string
}
