/** 資源開発: how far it has come. The last two are its ends: a resource, or a reason. */
export const developmentStates = ['idea', 'planning', 'trial', 'grown', 'stopped'] as const
export type DevelopmentState = (typeof developmentStates)[number]
export const developmentStateNames: Readonly<Record<DevelopmentState, string>> = {
  idea: '構想',
  planning: '準備',
  trial: 'ためし',
  grown: '資源になった',
  stopped: 'とりやめ',
}
export const openDevelopmentStates = ['idea', 'planning', 'trial'] as const
export type OpenDevelopmentState = (typeof openDevelopmentStates)[number]

export function isOpenDevelopment(state: DevelopmentState): state is OpenDevelopmentState {
  return openDevelopmentStates.some((each) => each === state)
}
