import type { GivenTo } from '#shared/contract/contract.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilStage } from '#shared/domain/council.ts'

export interface Answers {
  readonly officeName: string
  readonly staffName: string
  readonly cityName: string
  /** Null while it follows the name of the city. */
  readonly addressee: string | null
  readonly department: string
  readonly councilName: string
  readonly layer: '1' | '2' | '3'
  readonly areaName: string
  readonly stage: CouncilStage
  // what may wait
  readonly representative: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly addresseeName: string
  readonly stageSince: CalendarDate | null
  readonly basis: string
  readonly origin: string
}

export const emptyAnswers: Answers = {
  officeName: '',
  staffName: '',
  cityName: '',
  addressee: null,
  department: '',
  councilName: '',
  layer: '2',
  areaName: '',
  stage: 'established',
  representative: '',
  postalCode: '',
  address: '',
  phone: '',
  fax: '',
  email: '',
  addresseeName: '',
  stageSince: null,
  basis: '',
  origin: '',
}

export function addresseeOf(answers: Answers): string {
  return answers.addressee ?? (answers.cityName.trim() === '' ? '' : `${answers.cityName.trim()}長`)
}

/** What cannot be left out and is empty, in the order of the page. */
export function missingIn(answers: Answers): readonly (keyof Answers)[] {
  const needed: readonly (readonly [keyof Answers, string])[] = [
    ['officeName', answers.officeName],
    ['cityName', answers.cityName],
    ['addressee', addresseeOf(answers)],
    ['councilName', answers.councilName],
    ['areaName', answers.areaName],
  ]
  return needed.filter(([, text]) => text.trim() === '').map(([key]) => key)
}

const layers = { '1': 1, '2': 2, '3': 3 } as const

/** The answers as the core takes them. Blanks at the ends of names are slips of typing, and go. */
export function answersToSetUp(answers: Answers): GivenTo<'setup.complete'> {
  return {
    secretariat: {
      officeName: answers.officeName.trim(),
      representative: answers.representative.trim(),
      postalCode: answers.postalCode.trim(),
      address: answers.address.trim(),
      phone: answers.phone.trim(),
      fax: answers.fax.trim(),
      email: answers.email.trim(),
      staffName: answers.staffName.trim(),
      cityName: answers.cityName.trim(),
      addressee: addresseeOf(answers).trim(),
      addresseeName: answers.addresseeName.trim(),
      department: answers.department.trim(),
    },
    council: {
      name: answers.councilName.trim(),
      layer: layers[answers.layer],
      areaName: answers.areaName.trim(),
      stage: answers.stage,
      stageSince: answers.stageSince,
      basis: answers.basis.trim(),
      origin: answers.origin,
    },
  }
}
