import type { GivenTo } from '#shared/contract/contract.ts'
import type { CouncilId } from '#shared/domain/ids.ts'

/** Records of 地域 as tests enter them. */
export function resource(name: string, more: Partial<GivenTo<'resources.save'>['resource']> = {}) {
  return {
    name,
    kana: '',
    kind: 'shopping',
    areaName: '東部圏域',
    organizationId: null,
    operator: '東部ささえあいの会',
    contact: '000-223-0401',
    place: '東部公民館',
    schedule: '毎週火曜',
    sectors: ['elderly'],
    audience: '外出がむずかしい方',
    content: '店までの送り迎え',
    fee: '1回100円',
    capacity: '',
    helpers: 'ボランティア6人',
    transport: '',
    application: '前日まで電話で',
    visibility: 'public',
    source: '訪問',
    ...more,
  } satisfies GivenTo<'resources.save'>['resource']
}

export function development(
  councilId: CouncilId,
  title: string,
  more: Partial<GivenTo<'developments.save'>['development']> = {},
) {
  return {
    councilId,
    title,
    aim: '歩いて行ける所で買い物ができる',
    kind: 'shopping',
    areaName: '東部圏域',
    sectors: ['elderly'],
    partners: '移動販売の事業者',
    helpers: '自治会の有志',
    needIds: [],
    ...more,
  } satisfies GivenTo<'developments.save'>['development']
}
