import { useCallback, useRef, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { FormId } from '#shared/domain/ids.ts'

export interface MappingInWork {
  readonly mapping: FormMapping
  /** Takes effect at once, and is on disk when the line below says so. */
  readonly change: (next: FormMapping) => void
  readonly undo: () => void
  readonly canUndo: boolean
  readonly error: TsudoiError | null
  readonly forget: () => void
}

/** How many steps can be taken back. */
const MOST_STEPS = 100

/** The mapping as it is being made: each change is kept at once, one after the other, and can be taken back. */
export function useMapping(formId: FormId, opened: FormMapping): MappingInWork {
  const [steps, setSteps] = useState<readonly FormMapping[]>([opened])
  const save = useWrite('mappings.save')
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const mapping = steps.at(-1) ?? opened
  const keep = useCallback(
    (next: FormMapping): void => {
      line.current = line.current.then(() => save.run({ formId, mapping: next }))
    },
    [formId, save],
  )
  return {
    mapping,
    change: (next) => {
      if (next === mapping) return
      setSteps([...steps.slice(-MOST_STEPS), next])
      keep(next)
    },
    undo: () => {
      const before = steps.at(-2)
      if (before === undefined) return
      setSteps(steps.slice(0, -1))
      keep(before)
    },
    canUndo: steps.length > 1,
    error: save.error,
    forget: save.forget,
  }
}
