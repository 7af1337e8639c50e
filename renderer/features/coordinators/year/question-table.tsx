import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { FigureBefore, YearOption, YearQuestion } from '#shared/contract/year-summary-operations.ts'
import type { YearOptionId } from '#shared/domain/ids.ts'
import styles from '../coordinators.module.css'
import { OptionForm } from './option-form.tsx'
import { QuestionForm } from './question-form.tsx'

export interface QuestionTableProps {
  readonly question: YearQuestion
  /** The year is frozen. */
  readonly locked: boolean
  readonly chosen: YearOptionId | null
  readonly onShow: (option: YearOption) => void
}

const fromWords: Readonly<Record<FigureBefore['from'], string>> = {
  frozen: '固めた数',
  records: 'つどいの記録',
  form: '読みもどした数',
}

/** What is known of the year before, each figure with where it comes from. */
function Before({ before }: { readonly before: readonly FigureBefore[] }) {
  return before.map(({ from, count, fileName }, position) => (
    <div key={from}>
      {position === 0 ? '前年度　' : null}
      {count}{' '}
      <span className="sub">{fileName === '' ? fromWords[from] : `${fromWords[from]}（${fileName}）`}</span>
    </div>
  ))
}

/** A question with its options; each count opens what it counted. What changes it stands there only while it is put right. */
export function QuestionTable({ question, locked, chosen, onShow }: QuestionTableProps) {
  const [editing, setEditing] = useState(false)
  return (
    <>
      <table className={styles.table} aria-label={question.text}>
        <tbody>
          <tr className={styles.section}>
            <th scope="rowgroup" colSpan={2}>
              {question.text}
            </th>
            <td className={styles.number}>
              {locked ? null : (
                <Button
                  look="quiet"
                  label={editing ? `${question.text}を直し終わる` : `${question.text}を直す`}
                  onPress={() => setEditing(!editing)}
                >
                  {editing ? '直し終わる' : '直す'}
                </Button>
              )}
            </td>
          </tr>
          {question.options.map((option) => (
            <tr key={option.id}>
              <th scope="row">{option.label}</th>
              <td className={styles.before}>
                <Before before={option.before} />
              </td>
              <td className={styles.number}>
                {option.count === null ? (
                  option.typed
                ) : (
                  <Button
                    look="quiet"
                    label={`${option.label}　${String(option.count)}。何を数えたかを見る`}
                    onPress={() => onShow(option)}
                  >
                    {option.id === chosen ? `▸ ${String(option.count)}` : String(option.count)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing && !locked ? <Editing question={question} /> : null}
    </>
  )
}

/** The question and its options, to be put right one by one. */
function Editing({ question }: { readonly question: YearQuestion }) {
  const [writing, setWriting] = useState<YearOptionId | 'new' | 'question' | null>(null)
  const moveQuestion = useWrite('yearSummary.moveQuestion')
  const moveOption = useWrite('yearSummary.moveOption')
  const removeOption = useWrite('yearSummary.removeOption')
  const removeQuestion = useWrite('yearSummary.removeQuestion')
  const done = (): void => setWriting(null)
  return (
    <div>
      <ErrorNotice
        error={moveQuestion.error ?? moveOption.error ?? removeOption.error ?? removeQuestion.error}
      />
      <div className={styles.filters}>
        <Button small label={`${question.text}に欄を加える`} onPress={() => setWriting('new')}>
          欄を加える
        </Button>
        <Button small label={`「${question.text}」のことばを直す`} onPress={() => setWriting('question')}>
          問いのことばを直す
        </Button>
        <Button
          small
          label={`${question.text}を一つ上へ`}
          onPress={() => void moveQuestion.run({ questionId: question.id, by: -1 })}
        >
          上へ
        </Button>
        <Button
          small
          label={`${question.text}を一つ下へ`}
          onPress={() => void moveQuestion.run({ questionId: question.id, by: 1 })}
        >
          下へ
        </Button>
        <Button
          small
          label={`${question.text}を消す`}
          onPress={() => void removeQuestion.run({ questionId: question.id })}
        >
          この問いを消す
        </Button>
      </div>
      {writing === 'question' ? <QuestionForm question={question} onDone={done} /> : null}
      {writing === null || writing === 'question' ? null : (
        <OptionForm
          key={writing}
          questionId={question.id}
          option={question.options.find((option) => option.id === writing) ?? null}
          onDone={done}
        />
      )}
      <ul className={styles.lines} aria-label={`${question.text}の欄`}>
        {question.options.map((option, position) => (
          <li key={option.id}>
            <span className={styles.grow}>{option.label}</span>
            <Button
              look="quiet"
              label={`${question.text}の${option.label}を一つ上へ`}
              disabled={position === 0}
              onPress={() => void moveOption.run({ optionId: option.id, by: -1 })}
            >
              上へ
            </Button>
            <Button
              look="quiet"
              label={`${question.text}の${option.label}を一つ下へ`}
              disabled={position === question.options.length - 1}
              onPress={() => void moveOption.run({ optionId: option.id, by: 1 })}
            >
              下へ
            </Button>
            <Button
              look="quiet"
              label={`${question.text}の${option.label}を直す`}
              onPress={() => setWriting(option.id)}
            >
              直す
            </Button>
            <Button
              look="quiet"
              label={`${question.text}の${option.label}を消す`}
              onPress={() => void removeOption.run({ optionId: option.id })}
            >
              消す
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
