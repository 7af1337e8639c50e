import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { KeyLine } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { Development } from '#shared/contract/development-operations.ts'
import {
  developmentStateNames,
  developmentStates,
  isOpenDevelopment,
  openDevelopmentStates,
} from '#shared/domain/development.ts'
import type { DevelopmentId } from '#shared/domain/ids.ts'
import styles from './board.module.css'

export interface DevelopmentBoardProps {
  readonly developments: readonly Development[]
  readonly chosen: DevelopmentId | null
  readonly onChoose: (developmentId: DevelopmentId) => void
}

/** States as columns. With the keys: arrows go from card to card, Alt and an arrow moves one on or back. */
export function DevelopmentBoard({ developments, chosen, onChoose }: DevelopmentBoardProps) {
  const board = useRef<HTMLDivElement>(null)
  // A card that was moved is drawn anew in another column: the focus goes after it once it is there.
  const moved = useRef<DevelopmentId | null>(null)
  useEffect(() => {
    if (moved.current === null) return
    board.current?.querySelector<HTMLElement>(`[data-card="${moved.current}"]`)?.focus()
  }, [developments])
  const move = useWrite('developments.setState')
  const columns = developmentStates.map((state) => ({
    state,
    cards: developments.filter((each) => each.state === state),
  }))
  const focusCard = (id: DevelopmentId | undefined): void => {
    if (id !== undefined) board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus()
  }
  const step = (development: Development, across: number, down: number): void => {
    const column = columns.findIndex((each) => each.state === development.state)
    const row = columns[column]?.cards.indexOf(development) ?? 0
    if (down !== 0) {
      focusCard(columns[column]?.cards[row + down]?.id)
      return
    }
    for (let next = column + across; next >= 0 && next < columns.length; next += across) {
      const { cards } = columns[next] ?? { cards: [] }
      if (cards.length > 0) {
        focusCard(cards[Math.min(row, cards.length - 1)]?.id)
        return
      }
    }
  }
  const shift = async (development: Development, by: -1 | 1): Promise<void> => {
    if (!isOpenDevelopment(development.state)) return
    const state = openDevelopmentStates[openDevelopmentStates.indexOf(development.state) + by]
    if (state === undefined) return
    moved.current = development.id
    await move.did({ developmentId: development.id, state })
  }
  const handleKey = (event: KeyboardEvent, development: Development): void => {
    const ways: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    }
    const way = ways[event.key]
    if (way === undefined || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    moved.current = null
    if (event.altKey) {
      if (way[0] === 1 || way[0] === -1) void shift(development, way[0])
    } else step(development, way[0], way[1])
  }
  return (
    <>
      <ErrorNotice error={move.error} onClose={move.forget} />
      <div ref={board} className={styles.board}>
        {columns.map(({ state, cards }) => (
          <section key={state} className={styles.column} aria-label={developmentStateNames[state]}>
            <h2 className={styles.columnHead}>
              {developmentStateNames[state]}
              <span>{cards.length}</span>
            </h2>
            {cards.map((each) => (
              <button
                key={each.id}
                type="button"
                data-card={each.id}
                aria-pressed={each.id === chosen}
                className={classNames(styles.card, each.id === chosen && styles.chosen)}
                onClick={() => onChoose(each.id)}
                onKeyDown={(event) => handleKey(event, each)}
              >
                <b>{each.title}</b>
                <span className="sub">
                  {each.areaName}　課題{each.needs.length}件
                </span>
              </button>
            ))}
          </section>
        ))}
      </div>
      <div className={styles.keys}>
        <KeyLine
          keys={[
            { key: ['←', '→', '↑', '↓'], does: '札をたどる' },
            { key: 'Enter', does: 'くわしく見る' },
            { key: ['Alt+←', 'Alt+→'], does: '進みぐあいを変える' },
          ]}
        />
      </div>
    </>
  )
}
