declare module 'historykana' {
  /** The kana in which a name was typed, guessed from the texts that stood in the field one after another. */
  function historykana(inputHistory: readonly string[]): string
  export = historykana
}
