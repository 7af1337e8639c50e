/**
 * 敬称 and 宛名 as offices write them: 個人 様, 団体 御中, many 各位. Never two of them on one name, and never
 * 御中 together with the person within the group.
 */
export type AddresseeKind = 'person' | 'organization' | 'many'

export const honorifics: Readonly<Record<AddresseeKind, string>> = {
  person: '様',
  organization: '御中',
  many: '各位',
}

// 殿 and 先生 are what some offices keep in their rosters; a name that bears its title gets no second one.
const alreadyHonoured = /(様|御中|各位|殿|先生|さま|さん)$/u

/** 髙橋　敏夫　様. A blank name stays blank, and who has a title keeps it. */
export function withHonorific(name: string, kind: AddresseeKind): string {
  const plain = name.trim()
  if (plain === '' || alreadyHonoured.test(plain)) return plain
  return kind === 'many' ? `${plain}${honorifics.many}` : `${plain}　${honorifics[kind]}`
}

export interface AddresseeParts {
  readonly organizationName: string
  readonly post: string
  readonly name: string
}

/**
 * The lines of a 宛名: group, then post and name with 様; the group alone with 御中; the group's holder of a
 * post, whoever it is, as 会長　様.
 */
export function addresseeLines({ organizationName, post, name }: AddresseeParts): readonly string[] {
  const group = organizationName.trim()
  const office = post.trim()
  const person = name.trim()
  if (person !== '') {
    const named = withHonorific(person, 'person')
    return [group, office === '' ? named : `${office}　${named}`].filter((line) => line !== '')
  }
  if (office !== '') return [group, withHonorific(office, 'person')].filter((line) => line !== '')
  return group === '' ? [] : [withHonorific(group, 'organization')]
}

/** 委員各位: to all of a council at once. */
export function councilAddressee(councilName: string, whom = '委員'): readonly string[] {
  return [councilName, withHonorific(whom, 'many')].filter((line) => line.trim() !== '')
}

/** 〒000-0001 from 0000001, ０００－０００１ or 000-0001; anything else as it stands, nothing for nothing. */
export function postalLine(postalCode: string): string {
  const digits = postalDigits(postalCode)
  if (digits !== null) return `〒${digits.slice(0, 3)}-${digits.slice(3)}`
  const rest = postalCode.trim().replace(/^〒\s*/u, '')
  return rest === '' ? '' : `〒${rest}`
}

/** The seven digits for the boxes of an envelope; null where there are not seven. */
export function postalDigits(postalCode: string): string | null {
  const digits = postalCode.normalize('NFKC').replace(/[^0-9]/g, '')
  return digits.length === 7 ? digits : null
}
