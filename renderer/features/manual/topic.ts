/** One page of the manual: what a part is for, the way through it, its keys, and what to do when it does not go. */
export interface Topic {
  /** Stands in the address; never shown. */
  readonly id: string
  readonly name: string
  /** One sentence: what it is for. */
  readonly line: string
  /** The screens it explains, as beginnings of their addresses; F1 there opens this page. */
  readonly at: readonly string[]
  /** The screen to go to from here, where one address leads to it. */
  readonly open: string | null
  readonly picture: { readonly src: string; readonly shows: string } | null
  /** In order. Words in 「」 are written on the screen just so (tests/renderer/features/manual). */
  readonly steps: readonly string[]
  readonly keys: readonly { readonly key: string | readonly string[]; readonly does: string }[]
  readonly troubles: readonly { readonly what: string; readonly then: string }[]
}

export interface Part {
  readonly name: string
  readonly topics: readonly Topic[]
}
