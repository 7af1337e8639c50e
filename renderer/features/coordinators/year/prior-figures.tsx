import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { PriorFigure } from '#shared/contract/prior-figure-operations.ts'
import { fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '../coordinators.module.css'

/** 活動件数[訪問].合計 → 活動件数　訪問　合計. */
const fieldName = (field: string): string =>
  field
    .replace(/\[([^\]]*)\]/, '　$1')
    .split('.')
    .join('　')

/** Of which month, council or coordinator, where it is not the office's of the whole year. */
const ofWhat = ({ month, councilName, coordinatorName }: PriorFigure): string =>
  [month === null ? '' : `${String(month)}月分`, councilName, coordinatorName]
    .filter((part) => part !== '')
    .join('　')

/** 前からの数: the figures that were read back of a 年度, each with its file; nothing where there are none. */
export function PriorFigures({ fiscalYear }: { readonly fiscalYear: number }) {
  const figures = useRead('priorFigures.list', { fiscalYear })
  const remove = useWrite('priorFigures.remove')
  const restore = useWrite('priorFigures.restore')
  const tell = useTell()
  const list = figures.data ?? []
  const error = figures.error ?? remove.error ?? restore.error
  if (list.length === 0) return <ErrorNotice error={error} />
  const act = async ({ id: figureId, field }: PriorFigure): Promise<void> => {
    if (await remove.did({ figureId }))
      tell({
        text: `前からの数「${fieldName(field)}」を消しました。`,
        undo: () => restore.run({ figureId }),
      })
  }
  const title = `${fiscalYearName(fiscalYear)}の、前からの数`
  return (
    <Block title={title} note={`${String(list.length)}件　出した様式から読みもどしたもの`}>
      <ErrorNotice error={error} />
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col" className={styles.number}>
              数
            </th>
            <th scope="col">読んだファイル</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {list.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                {fieldName(figure.field)} <span className="sub">{ofWhat(figure)}</span>
              </th>
              <td className={styles.number}>{figure.text}</td>
              <td>
                {figure.fileName}{' '}
                <span className="sub">{formatWareki(figure.submittedOn, 'short')}に提出</span>
              </td>
              <td>
                <Button
                  look="quiet"
                  label={`${fieldName(figure.field)}の前からの数を消す`}
                  busy={remove.busy}
                  onPress={() => void act(figure)}
                >
                  消す
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  )
}
