/** 採決 of a decision: how it was taken and how it went. Most councils decide by consent; numbers are recorded only where they were taken. */

export const voteMethods = ['consent', 'hands', 'names', 'written'] as const
export type VoteMethod = (typeof voteMethods)[number]
export const voteMethodNames: Readonly<Record<VoteMethod, string>> = {
  consent: '異議なし',
  hands: '挙手',
  names: '記名',
  written: '書面',
}

export const voteChoices = ['favour', 'against', 'abstained'] as const
export type VoteChoice = (typeof voteChoices)[number]
export const voteChoiceNames: Readonly<Record<VoteChoice, string>> = {
  favour: '賛成',
  against: '反対',
  abstained: '棄権',
}

export interface VoteNumbers {
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
}

/** Numbers of a vote taken name by name. */
export function countBallots(ballots: readonly { readonly choice: VoteChoice }[]): VoteNumbers {
  const count = (choice: VoteChoice): number => ballots.filter((each) => each.choice === choice).length
  return { inFavour: count('favour'), against: count('against'), abstained: count('abstained') }
}

/** 挙手　賛成11　反対1　棄権0, as minutes print it; 異議なし alone where nobody was counted. */
export function voteWords(vote: VoteNumbers & { readonly method: VoteMethod }): string {
  const { method, inFavour, against, abstained } = vote
  const name = voteMethodNames[method]
  if (method === 'consent' && inFavour + against + abstained === 0) return name
  return `${name}　賛成${String(inFavour)}　反対${String(against)}　棄権${String(abstained)}`
}
