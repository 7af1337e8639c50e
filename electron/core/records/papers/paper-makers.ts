import { type Paper, paperFacts, papers, type ShelfPaper } from '#shared/contract/paper-catalogue.ts'
import type { ReadContext } from '../../context.ts'
import { councilPapers } from './council-papers.ts'
import { localPapers } from './local-papers.ts'
import { meetingPapers } from './meeting-papers.ts'
import { blockedBy, type PaperMaker, ready, type ShelfView, type WantedPaper } from './paper-maker.ts'

/** Every paper of the catalogue with its maker; one that is missing does not compile. */
export const paperMakers: Readonly<Record<Paper, PaperMaker>> = {
  ...meetingPapers,
  ...councilPapers,
  ...localPapers,
}

/** Of each paper what stands in its way, and what would be seen to be missing on it. */
export function standingOfPapers(
  context: ReadContext,
  wanted: WantedPaper,
  view: ShelfView,
): readonly ShelfPaper[] {
  return papers.map((paper) => {
    const own = paperMakers[paper].standing?.(view, context, wanted)
    return { paper, ...(own ?? usualStanding(paper, view)) }
  })
}

function usualStanding(paper: Paper, { meeting, seats, meetingsInYear }: ShelfView) {
  switch (paperFacts[paper].of) {
    case 'meeting':
      if (meeting === null) return blockedBy('no-meeting')
      return meeting.roll.length === 0 ? blockedBy('no-roll') : ready
    case 'council':
      return seats.length === 0 ? blockedBy('no-members') : ready
    case 'year':
      return meetingsInYear === 0 ? blockedBy('no-meetings-in-year') : ready
    case 'office':
      return ready
  }
}
