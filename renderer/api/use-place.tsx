import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import { type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'

/** Where the clerk works: which council (null: すべて) and which 年度. Kept in memory, so that a new day starts anew. */
export interface Place {
  readonly councils: readonly CouncilSummary[]
  readonly councilId: CouncilId | null
  readonly council: CouncilSummary | null
  readonly fiscalYear: number
  /** The day on this PC. */
  readonly today: CalendarDate
  readonly setCouncil: (councilId: CouncilId | null) => void
  readonly setFiscalYear: (fiscalYear: number) => void
}

const PlaceContext = createContext<Place | null>(null)

export interface PlaceProviderProps {
  readonly councils: readonly CouncilSummary[]
  readonly today: CalendarDate
  readonly children: ReactNode
}

export function PlaceProvider({ councils, today, children }: PlaceProviderProps) {
  const [chosen, setChosen] = useState<CouncilId | null | undefined>(undefined)
  const [year, setYear] = useState<number | null>(null)
  const place = useMemo<Place>(() => {
    // Practice data come and go under us: a council that is no longer there is not chosen any more.
    const known = chosen === null || councils.some((council) => council.id === chosen)
    const councilId = known && chosen !== undefined ? chosen : (councils[0]?.id ?? null)
    return {
      councils,
      councilId,
      council: councils.find((council) => council.id === councilId) ?? null,
      fiscalYear: year ?? fiscalYearOf(today),
      today,
      setCouncil: setChosen,
      setFiscalYear: setYear,
    }
  }, [councils, today, chosen, year])
  return <PlaceContext value={place}>{children}</PlaceContext>
}

export function usePlace(): Place {
  const place = use(PlaceContext)
  if (place === null) throw new Error('usePlace needs a PlaceProvider above it')
  return place
}
