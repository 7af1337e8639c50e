import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { answersToSetUp, emptyAnswers, missingIn } from '#renderer/features/first-start/answers.ts'

const answered = {
  ...emptyAnswers,
  officeName: '　青羽市社会福祉協議会 ',
  cityName: '青羽市',
  councilName: '青羽市第２層協議体（東部圏域）',
  areaName: '東部圏域',
}

describe('the first five questions', () => {
  it('name what is missing in the order of the page, blanks counting as nothing', () => {
    expect(missingIn({ ...emptyAnswers, officeName: '　' })).toEqual([
      'officeName',
      'cityName',
      'addressee',
      'councilName',
      'areaName',
    ])
    expect(missingIn(answered)).toEqual([])
  })

  it('write the report to the mayor of the city until another addressee is given', () => {
    expect(answersToSetUp(answered).secretariat.addressee).toBe('青羽市長')
    expect(answersToSetUp({ ...answered, addressee: '青羽市福祉部長' }).secretariat.addressee).toBe(
      '青羽市福祉部長',
    )
  })

  it('are taken by the contract as they are sent', () => {
    const parsed = contract['setup.complete'].input.parse(answersToSetUp(answered))
    expect(parsed.secretariat.officeName).toBe('青羽市社会福祉協議会')
    expect(parsed.council).toMatchObject({ layer: 2, stage: 'established', stageSince: null })
  })
})
