import { type ImportPlan, skipReasonNames } from '#shared/domain/import-plan.ts'
import styles from './roster-import.module.css'

/** Rows that hold nobody, each with the reason: nothing disappears without being told. */
export function SkippedRows({ plan }: { readonly plan: ImportPlan }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="人でない行">
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">わけ</th>
            <th scope="col">書いてあること</th>
          </tr>
        </thead>
        <tbody>
          {plan.skipped.map((skipped) => (
            <tr key={skipped.row}>
              <td className="num">{skipped.row}</td>
              <td className="nowrap">{skipReasonNames[skipped.reason]}</td>
              <td className={styles.why}>{skipped.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
