import type { KanaRow } from '#shared/domain/japanese-text.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import type { ListRow } from './people-rows.ts'
import styles from './people-list.module.css'

const index: readonly KanaRow[] = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ', '他']

export interface KanaIndexProps {
  readonly present: readonly ListRow[]
  readonly here: KanaRow | null
  readonly onChoose: (kana: KanaRow, position: number) => void
}

/** The index at the side of the list: a row of the 五十音 to go to. Rows that hold nobody are words, not buttons. */
export function KanaIndex({ present, here, onChoose }: KanaIndexProps) {
  return (
    <nav className={styles.index} aria-label="五十音のさくいん">
      {index.map((kana) => {
        const position = present.findIndex((row) => row.kind === 'heading' && row.kana === kana)
        if (position < 0) {
          return kana === '他' ? null : (
            <span key={kana} className={styles.absent}>
              {kana}
            </span>
          )
        }
        return (
          <button
            key={kana}
            type="button"
            aria-current={kana === here ? 'true' : undefined}
            className={classNames(styles.letter, kana === here && styles.here)}
            onClick={() => onChoose(kana, position)}
          >
            {kana}
          </button>
        )
      })}
    </nav>
  )
}
