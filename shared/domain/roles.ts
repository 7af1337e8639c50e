/** What somebody is in a council (委員としての役割), apart from their post (役職) in their own group. */
export const councilRoles = [
  'chair',
  'vice-chair',
  'member',
  'observer',
  'coordinator',
  'secretariat',
] as const
export type CouncilRole = (typeof councilRoles)[number]

export const councilRoleNames: Readonly<Record<CouncilRole, string>> = {
  chair: '会長',
  'vice-chair': '副会長',
  member: '委員',
  observer: 'オブザーバー',
  coordinator: 'コーディネーター',
  secretariat: '事務局',
}

/** 新任, 再任, or for the rest of a predecessor's term (残任期間). */
export const reappointments = ['new', 'again', 'rest'] as const
export type Reappointment = (typeof reappointments)[number]

export const reappointmentNames: Readonly<Record<Reappointment, string>> = {
  new: '新任',
  again: '再任',
  rest: '残任期間',
}

export interface RemarkReading {
  readonly role: CouncilRole | null
  readonly reappointment: Reappointment | null
  /** 充て職: the seat follows the post, not the person. */
  readonly exOfficio: boolean
}

const roleWords: readonly (readonly [RegExp, CouncilRole])[] = [
  [/^(?:会長|委員長|座長|議長)$/, 'chair'],
  [/^(?:副会長|副委員長|副座長|副議長|会長代理|会長職務代理者?)$/, 'vice-chair'],
  [/^(?:オブザーバー?|オブ)$/, 'observer'],
  [/^(?:(?:生活支援)?コーディネーター?|SC|地域支え合い推進員)$/i, 'coordinator'],
  [/^(?:事務局(?:長|次長|員|担当)?)$/, 'secretariat'],
  [/^(?:委員|一般委員)$/, 'member'],
]

const reappointmentWords: readonly (readonly [RegExp, Reappointment])[] = [
  [/残任|補欠/, 'rest'],
  [/^(?:再任|重任|留任|継続)$/, 'again'],
  [/^(?:新任|新規|新)$/, 'new'],
]

/**
 * Reads a 備考 such as 会長・再任, ｵﾌﾞｻﾞｰﾊﾞｰ, 副会長・再任, 新任（12月改選）, 充て職. Only whole words count, so that 事務局経由 or a
 * sentence about the 会長 makes nobody chair; the first role named wins.
 */
export function readRemark(text: string): RemarkReading {
  const words = text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '・')
    .split(/[\s・、。,/／;:※★☆◎○●]+/)
    .filter((word) => word !== '')
  const firstOf = <Meaning>(table: readonly (readonly [RegExp, Meaning])[]): Meaning | null => {
    for (const word of words) {
      const found = table.find(([pattern]) => pattern.test(word))
      if (found !== undefined) return found[1]
    }
    return null
  }
  return {
    role: firstOf(roleWords),
    reappointment: firstOf(reappointmentWords),
    exOfficio: words.some((word) => /^(?:充て?職|あて職|宛職)$/.test(word)),
  }
}
