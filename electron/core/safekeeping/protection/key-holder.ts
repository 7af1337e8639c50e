import { createSpacedTries, type SpacedTries } from './spaced-tries.ts'
import { type DataKey, isSameKey, type Keyring } from '../../store/connect.ts'

/** The keyring of one data folder, as it changes while the program runs. In memory alone. */
export interface KeyHolder extends Keyring {
  /** From now on the data themselves are under this key; null: they lie open. */
  setCurrent(key: DataKey | null): void
  /** A key that may open older copies. */
  learn(key: DataKey): void
  /** Through which every password and recovery key is tried. */
  readonly tries: SpacedTries
}

export function createKeyHolder(): KeyHolder {
  let current: DataKey | null = null
  const known: DataKey[] = []
  const learn = (key: DataKey): void => {
    if (!known.some((each) => isSameKey(each, key))) known.push(key)
  }
  return {
    get current() {
      return current
    },
    known,
    learn,
    tries: createSpacedTries(),
    setCurrent: (key) => {
      current = key
      if (key !== null) learn(key)
    },
  }
}
