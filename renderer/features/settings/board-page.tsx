import { useState } from 'react'
import type { BoardArea } from '#shared/contract/council-board-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { councilLayerNames, councilStageNames, councilStages } from '#shared/domain/council.ts'
import type { AreaId } from '#shared/domain/ids.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './stages.module.css'

const top = 'top'

/** 圏域ごとの段階: every area of the tree, and how far its council has come. */
export function BoardPage() {
  const board = useRead('councilBoard.get', {}, { keepLast: true })
  return (
    <>
      <PageHead
        title="圏域ごとの段階"
        line="どの圏域が、情報交換の場から設置まで、どこまで来たか。"
        actions={<ButtonLink to="/settings">設定に戻る</ButtonLink>}
      />
      <Loaded read={board}>
        {(areas) => (
          <div className={styles.scrolls}>
            <table className={styles.grid}>
              <thead>
                <tr>
                  <th scope="col">圏域</th>
                  <th scope="col">協議体</th>
                  {councilStages.map((stage) => (
                    <th key={stage} scope="col">
                      {councilStageNames[stage]}
                    </th>
                  ))}
                  <th scope="col">どの圏域のなかか</th>
                </tr>
              </thead>
              <tbody>
                {areas.map((area) => (
                  <AreaRow key={area.id} area={area} areas={areas} />
                ))}
              </tbody>
            </table>
            <AddArea areas={areas} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function AreaRow({ area, areas }: { readonly area: BoardArea; readonly areas: readonly BoardArea[] }) {
  const move = useWrite('areas.move')
  const set = (parentId: AreaId | null): void => void move.run({ areaId: area.id, parentId })
  return (
    <tr>
      <th scope="row">{`${'　'.repeat(area.depth)}${area.name}`}</th>
      <td>
        {area.councils.length === 0 ? (
          <span className="sub">まだありません</span>
        ) : (
          area.councils.map((council) => (
            <div key={council.id}>
              {council.name} <span className="sub">{councilLayerNames[council.layer]}</span>
              {council.hasMembers ? null : <span className="sub">　意見を聴く方だけ</span>}
              {council.origin === '' ? null : <div className="sub">もと：{council.origin}</div>}
            </div>
          ))
        )}
      </td>
      {councilStages.map((stage) => (
        <td key={stage}>
          {area.councils.map((council) => {
            const step = council.steps.find((each) => each.stage === stage)
            return step === undefined ? (
              <div key={council.id} className="sub">
                ・
              </div>
            ) : (
              <div key={council.id}>
                <Chip mark="done">
                  {step.startedOn === null ? '日は未記入' : formatWareki(step.startedOn, 'short')}
                </Chip>
                {step.document === '' ? null : <div className="sub">{step.document}</div>}
              </div>
            )
          })}
        </td>
      ))}
      <td className={styles.parent}>
        <Select
          label={`${area.name}はどの圏域のなかか`}
          labelUnseen
          width="full"
          value={area.parentId ?? top}
          onChange={(value) => set(areas.find((each) => each.id === value)?.id ?? null)}
          choices={[
            { value: top, label: 'いちばん上' },
            ...areas
              .filter((each) => each.id !== area.id)
              .map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
        <ErrorNotice error={move.error} onClose={move.forget} />
      </td>
    </tr>
  )
}

function AddArea({ areas }: { readonly areas: readonly BoardArea[] }) {
  const [name, setName] = useState('')
  const [parent, setParent] = useState<string>(top)
  const add = useWrite('areas.add')
  const tell = useTell()
  const send = async (): Promise<void> => {
    if (name.trim() === '') return
    const done = await add.attempt({
      name,
      parentId: areas.find((each) => each.id === parent)?.id ?? null,
    })
    if (!done.ok) return
    tell({ text: `圏域「${name}」を加えました。` })
    setName('')
  }
  return (
    <div className={styles.add}>
      <TextField
        label="加える圏域"
        width="medium"
        value={name}
        onChange={setName}
        onEnter={() => void send()}
      />
      <Select
        label="そのうえの圏域"
        value={parent}
        onChange={setParent}
        choices={[
          { value: top, label: 'いちばん上' },
          ...areas.map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      <Button busy={add.busy} onPress={() => void send()}>
        この圏域を加える
      </Button>
      <ErrorNotice error={add.error} onClose={add.forget} />
    </div>
  )
}
