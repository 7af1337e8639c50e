/**
 * 分野: whom a person or a group stands for. Several each; 分野横断 is derived from them, never stored.
 */
export const sectors = ['elderly', 'disability', 'children', 'youth'] as const
export type Sector = (typeof sectors)[number]

export const sectorNames: Readonly<Record<Sector, string>> = {
  elderly: '高齢者',
  disability: '障害者',
  children: '子ども・子育て家庭',
  youth: '若者',
}

/** As rosters and narrow columns write them. */
export const sectorShortNames: Readonly<Record<Sector, string>> = {
  elderly: '高齢',
  disability: '障害',
  children: '子育て',
  youth: '若者',
}

export interface SectorsReading {
  /** In the fixed order of `sectors`, each once. */
  readonly sectors: readonly Sector[]
  /** Words that name no sector, as written. */
  readonly unknown: readonly string[]
}

const wordsOf: Readonly<Record<Sector, string>> = {
  elderly: '高齢|介護|老人|シニア|認知症',
  disability: '障[害がい碍]+|しょうがい',
  children: '子育て|こそだて|子ども|子供|こども|児童|保育|乳幼児',
  youth: '若者|若年|青年|ユース',
}
/** What may follow the word that decides: 高齢者福祉, 障がい児者, 子育て世帯. */
const tail = '(?:者|児|福祉|支援|家庭|世帯|世代|関係|分野)*'
const patterns = sectors.map((sector) => ({
  sector,
  pattern: new RegExp(`(?:${wordsOf[sector]})${tail}`, 'g'),
}))
const allOfThem = /^(?:全分野|全般|全て|すべて|全世代|分野横断)$/

/**
 * Reads a cell such as 高齢・障害・子育て, 高齢/障がい/子育て or 高齢,障がい,子育て,若者. Words are looked for anywhere in it, so
 * that any separator will do and 子ども・子育て家庭 counts once; what is left over is returned as unknown.
 */
export function readSectors(text: string): SectorsReading {
  const plain = text.normalize('NFKC')
  if (allOfThem.test(plain.trim())) return { sectors: [...sectors], unknown: [] }
  const found: Sector[] = []
  let rest = plain
  for (const { sector, pattern } of patterns) {
    const without = rest.replace(pattern, '/')
    if (without !== rest) found.push(sector)
    rest = without
  }
  const unknown = rest.split(/[\s/・、,，;；&＆+とや及]+/).filter((word) => word !== '')
  return { sectors: found, unknown }
}
