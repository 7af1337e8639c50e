import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import type { FormCheck, FormProblem } from '#shared/contract/report-operations.ts'
import styles from './report.module.css'

const markOf: Readonly<Record<FormProblem['kind'], MarkKind>> = {
  'unknown-field': 'late',
  'too-long': 'late',
  'rows-overflow': 'late',
  empty: 'lacking',
  'gives-away': 'lacking',
}

/** What will stand in each cell, field by field; what will not come out right stands first, with what can be done. */
export function CheckTable({ check }: { readonly check: FormCheck }) {
  return (
    <>
      {check.problems.length === 0 ? null : (
        <ul className={styles.problems} aria-label="見てほしいところ">
          {check.problems.map((problem) => (
            <li key={`${problem.sheet}!${problem.cell}${problem.field}${problem.kind}`}>
              <Chip mark={markOf[problem.kind]}>{problem.field}</Chip>
              <span className="sub">
                {problem.sheet}　{problem.cell}
              </span>
              <span>{problem.message}</span>
            </li>
          ))}
        </ul>
      )}
      <table className={styles.values} aria-label="書きこむ内容">
        <thead>
          <tr>
            <th scope="col">欄</th>
            <th scope="col">セル</th>
            <th scope="col">書きこむ内容</th>
          </tr>
        </thead>
        <tbody>
          {check.values.map((value) => (
            <tr key={`${value.cell}${value.field}`}>
              <td>{value.field}</td>
              <td className="sub">{value.cell}</td>
              <td className={styles.value}>
                {value.text === '' ? <span className="sub">（空）</span> : value.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
