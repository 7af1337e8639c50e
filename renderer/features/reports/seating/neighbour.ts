interface At {
  readonly column: number
  readonly row: number
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The desk that an arrow key leads to: the nearest on that side, sideways counted double. Null for other keys and at the wall. */
export function neighbourOf<Desk extends At>(desks: readonly Desk[], from: At, key: string): Desk | null {
  const step = steps[key]
  if (step === undefined) return null
  const [across, down] = step
  const ahead = desks
    .map((desk) => {
      const along = (desk.column - from.column) * across + (desk.row - from.row) * down
      const aside = Math.abs((desk.column - from.column) * down) + Math.abs((desk.row - from.row) * across)
      return { desk, along, far: along + aside * 2 }
    })
    .filter(({ along }) => along > 0)
    .toSorted((first, second) => first.far - second.far)
  return ahead[0]?.desk ?? null
}
