import type { Coordinator } from '#shared/contract/coordinator-operations.ts'
import { dedicationNames, employerNames, workingNames } from '#shared/domain/coordinator.ts'
import { councilLayerNames, councilLayers } from '#shared/domain/council.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import {
  countAttended,
  countConstituents,
  countCoordinators,
  countCouncils,
  countGrowing,
  countGrown,
  countMeetings,
  countNeedsNoted,
  countNeedsSettled,
  countResources,
  type YearCount,
  type YearFacts,
  yearFigureCatalogue,
  type YearMeeting,
} from '../year-figures.ts'
import {
  date,
  type FieldGroup,
  fieldGroup,
  fieldList,
  type FieldList,
  number,
  text,
  type WholeFieldOf,
} from './field-lists.ts'

const counted = (
  path: string,
  example: string,
  of: (facts: YearFacts) => YearCount,
): WholeFieldOf<YearFacts> => [path, 'number', example, (facts) => number(of(facts).count)]

const byLayer = (
  name: string,
  example: string,
  of: (facts: YearFacts, layer: (typeof councilLayers)[number]) => YearCount,
): readonly WholeFieldOf<YearFacts>[] =>
  councilLayers.map((layer) =>
    counted(`実績.${councilLayerNames[layer]}の${name}`, example, (facts) => of(facts, layer)),
  )

/** The records behind a figure, one a row. */
const recordsOf = (
  name: string,
  example: string,
  of: (facts: YearFacts) => YearCount,
): FieldList<YearFacts> =>
  fieldList(name, (facts) => of(facts).counted, [['内容', 'text', example, (each) => text(each.text)]])

const areaOf = ({ areaName }: Coordinator): string => (areaName === '' ? '市全体' : areaName)
const training = ({ activities }: YearFacts) => activities.filter((each) => each.kindName.includes('養成'))

/** What the whole office did in a 年度: all councils, all コーディネーター. Paths are never renamed, only added. */
export const yearGroup: FieldGroup<YearFacts> = fieldGroup<YearFacts>(
  [
    counted('実績.コーディネーターの人数', '4', (facts) => countCoordinators(facts, () => true)),
    ...byLayer('コーディネーターの人数', '1', (facts, layer) =>
      countCoordinators(facts, (each) => each.layer === layer),
    ),
    counted('実績.協議体の数', '4', (facts) => countCouncils(facts, null)),
    ...byLayer('協議体の数', '1', countCouncils),
    counted('実績.会議の回数', '16', (facts) => countMeetings(facts, null)),
    ...byLayer('会議の回数', '4', countMeetings),
    counted('実績.延べ出席者数', '180', (facts) => countAttended(facts, null)),
    ...byLayer('延べ出席者数', '48', countAttended),
    ['実績.活動件数', 'number', '240', ({ activities }) => number(activities.length)],
    counted('実績.把握した課題', '24', countNeedsNoted),
    counted('実績.対応した課題', '9', countNeedsSettled),
    counted('実績.地域資源の数', '86', (facts) => countResources(facts, false)),
    counted('実績.公開している地域資源の数', '61', (facts) => countResources(facts, true)),
    counted('実績.生まれた地域資源', '3', countGrown),
    counted('実績.進めている資源開発', '5', countGrowing),
  ],
  [
    fieldList('コーディネーター', ({ coordinators }) => coordinators, [
      ['氏名', 'text', '戸田　さやか', (each) => text(each.name)],
      ['層', 'text', '第2層', (each) => text(councilLayerNames[each.layer])],
      ['圏域', 'text', '東部', (each) => text(areaOf(each))],
      ['所属先', 'text', '社会福祉協議会', (each) => text(employerNames[each.employer])],
      ['勤務', 'text', '常勤', (each) => text(workingNames[each.working])],
      ['専従', 'text', '専従', (each) => text(dedicationNames[each.dedicated])],
      ['資格', 'text', '社会福祉士', (each) => text(each.qualification)],
      ['配置日', 'date', '令和8年4月1日', (each) => date(each.fromOn)],
    ]),
    fieldList<YearFacts, YearMeeting>('協議体の会議', ({ meetings }) => meetings, [
      ['協議体', 'text', '青羽市第２層協議体（東部圏域）', (each) => text(each.councilName)],
      ['層', 'text', '第2層', (each) => text(councilLayerNames[each.layer])],
      ['回', 'number', '2', (each) => number(each.number)],
      ['開催日', 'date', '令和8年9月17日', (each) => date(each.heldOn)],
      ['場所', 'text', '東町コミュニティセンター', (each) => text(each.place)],
      ['出席者数', 'number', '14', (each) => number(each.attended)],
      ['議題', 'text', '買い物・通院の足について', (each) => text(each.agenda.join('\n'))],
      ['決定事項', 'text', '居場所マップに３項目を足す', (each) => text(each.decisions.join('\n'))],
    ]),
    fieldList<YearFacts, { readonly name: string; readonly unit: string; readonly count: YearCount }>(
      '年度の数',
      (facts) =>
        yearFigureCatalogue(facts)
          // The one figure that needs the words of a question beside it.
          .filter(({ key }) => key !== 'coordinators.qualification')
          .map(({ name, unit, of }) => ({ name, unit, count: of(facts, name) })),
      [
        ['名称', 'text', '協議体の開催回数（第2層）', (each) => text(each.name)],
        ['数', 'number', '4', (each) => number(each.count.count)],
        ['単位', 'text', '回', (each) => text(each.unit)],
        [
          '内訳',
          'text',
          '東町いきいきサロン',
          ({ count }) => text(count.counted.map((one) => one.text).join('\n')),
        ],
      ],
    ),
    fieldList<YearFacts, { readonly name: string; readonly count: number }>(
      '構成団体',
      (facts) =>
        facts.groupKinds.map(({ code, name }) => ({ name, count: countConstituents(facts, code).count })),
      [
        ['種別', 'text', '自治会・町内会', (each) => text(each.name)],
        ['団体数', 'number', '3', (each) => number(each.count)],
      ],
    ),
    recordsOf('生まれた地域資源', '東町おでかけ便（買い物送迎の立上げ）', countGrown),
    recordsOf('進めている資源開発', '若者の居場所づくり', countGrowing),
    recordsOf('対応した課題', '通院の足がない（おでかけ便で対応）', countNeedsSettled),
    fieldList('担い手養成', training, [
      ['月日', 'date', '令和8年9月17日', (each) => date(each.actedOn)],
      ['内容', 'text', '支え合い養成講座（12人）', (each) => text(each.content)],
      [
        '一行',
        'text',
        'R8.9.17　支え合い養成講座',
        (each) => text(`${formatWareki(each.actedOn, 'short')}　${each.content}`),
      ],
    ]),
  ],
)
