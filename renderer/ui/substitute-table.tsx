import { ComboBox } from './combo-box.tsx'
import styles from './substitute-table.module.css'

export interface LackingCharacter {
  readonly character: string
  readonly count: number
  readonly places: readonly { readonly column: string; readonly text: string }[]
  readonly candidates: readonly string[]
}

export interface SubstituteTableProps {
  readonly missing: readonly LackingCharacter[]
  /** By character; what is empty has not been chosen. */
  readonly chosen: ReadonlyMap<string, string>
  readonly onChange: (chosen: ReadonlyMap<string, string>) => void
}

/** What is written for characters that another system does not have: each seen, none replaced in silence. */
export function SubstituteTable({ missing, chosen, onChange }: SubstituteTableProps) {
  return (
    <table className={styles.table} aria-label="書けない字">
      <thead>
        <tr>
          <th scope="col">字</th>
          <th scope="col">どこに</th>
          <th scope="col">代わりに書く字</th>
        </tr>
      </thead>
      <tbody>
        {missing.map(({ character, count, places, candidates }) => (
          <tr key={character}>
            <th scope="row" className={styles.character}>
              {character}
            </th>
            <td>
              {places.map(({ column, text }) => (
                <p key={`${column} ${text}`}>
                  <span className="sub">{column}</span> {text}
                </p>
              ))}
              {count > places.length ? <p className="sub">など{count}か所</p> : null}
            </td>
            <td>
              <ComboBox
                label={`「${character}」の代わり`}
                width="short"
                value={chosen.get(character) ?? ''}
                suggestions={candidates.map((text) => ({ key: text, text }))}
                onChange={(text) => onChange(new Map([...chosen, [character, text]]))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
