import budget from '../../../../docs/pictures/money-5-budget.png'
import diary from '../../../../docs/pictures/coordinators-4-diary.png'
import gap from '../../../../docs/pictures/62-gap.png'
import payments from '../../../../docs/pictures/money-2-changed.png'
import proposals from '../../../../docs/pictures/advocacy-1-write.png'
import selection from '../../../../docs/pictures/coordinators-2-selection.png'
import year from '../../../../docs/pictures/coordinators-7-year.png'
import type { Part } from '../topic.ts'

export const area: Part = {
  name: 'まちと人',
  topics: [
    {
      id: 'needs',
      name: '地域課題と資源',
      line: '困りごとが、話し合いを経て、助けになるまでを、ひとつながりに残します。',
      at: ['/area'],
      open: '/area',
      picture: { src: gap, shows: '資源の過不足' },
      steps: [
        '議事録の発言からはCtrl+0で、訪問や電話からは「課題を書きとめる」で残します。',
        '名前や住所に見えることばがあると言われます。だれのことか分からないように書きます。',
        '「ほかの層へ渡す」で第1層へ上げ、答えがあるまで追います。答え待ちはホームにも出ます。',
        '「地域資源」に、いまある助けを残します。1年以上確かめていないものは、そう出ます。',
        '「資源の過不足」で足りないところを見て「取り組みを始める」。資源になるか、わけを残してとりやめるまで続きます。',
        '住民に配る一覧は「住民向けの一覧」から印刷します。公開のものだけが載ります。',
      ],
      keys: [
        { key: ['←', '→', '↑', '↓'], does: '札や表の欄をうつる' },
        { key: ['Alt+←', 'Alt+→'], does: '取り組みを進める・戻す' },
      ],
      troubles: [],
    },
    {
      id: 'selection',
      name: 'コーディネーターを選ぶ',
      line: '候補、話し合い、決定、推薦書、任用まで。話し合いのない選出は、そのように示されます。',
      at: ['/coordinators/selections'],
      open: '/coordinators/selections',
      picture: { src: selection, shows: '選出' },
      steps: [
        '「選出を始める」で、層と圏域、選ぶめやすを書きます。',
        '候補を加え、だれの推薦か、本人の承諾を残します。承諾のない方は選べません。',
        '「会議を結びつける」で、話し合った会議の発言と決定を結びます。',
        '「決まったと残す」あと「推薦書を見る・印刷する」。',
        '任用と任期は「任用を残す」。',
      ],
      keys: [],
      troubles: [],
    },
    {
      id: 'diary',
      name: '活動記録',
      line: '日・時間・区分・相手先・一言。月報も年度のまとめも、ここから数えます。',
      at: ['/coordinators'],
      open: '/coordinators',
      picture: { src: diary, shows: '活動記録' },
      steps: [
        '時刻、区分、相手先（かなの一部で名簿から選べます）、場所、一言を書いて、Enterで残します。',
        '同じような活動は「前と同じように書く」から始めます。',
        '次にすることは、期限をつけて残すと、済みにするまで並びます。',
        '月報は「活動報告書を作る」。前月迄・当月・累計が入ります。',
      ],
      keys: [{ key: 'Enter', does: '次の欄へ、最後の欄では残す' }],
      troubles: [
        {
          what: '夜中をまたいだ',
          then: 'はじめの日の活動として数えます。',
        },
        {
          what: '二人で同じ会議に出た',
          then: '会議は一回、時間は二人分と数えます。同僚の記録に加わることもできます。',
        },
      ],
    },
    {
      id: 'year',
      name: '年度のまとめ',
      line: '実施状況調査や実績報告書の数を、記録から数えます。',
      at: ['/coordinators/year', '/coordinators/figures'],
      open: '/coordinators/year',
      picture: { src: year, shows: '年度のまとめ' },
      steps: [
        '数を選ぶと、何を数えたかがひらきます。',
        '問いと欄は、その年の調査に合わせて直せます。',
        '出すときに「この数で固める」。あとから記録を直しても、出した数は変わりません。',
        '「実績報告書の別紙１を作る」で紙になります。',
      ],
      keys: [],
      troubles: [],
    },
    {
      id: 'proposals',
      name: '提案・要望と説明会',
      line: '協議体や団体から市へ。準備した会議、答え、その後までを残します。',
      at: ['/advocacy'],
      open: '/advocacy',
      picture: { src: proposals, shows: '提案・要望を書く' },
      steps: [
        '「提案・要望を書く」で、趣旨、求めること、名をつらねる団体を書きます。',
        '準備した会議を結ぶと、書面に協議の経過が載ります。',
        '「提出したと残す」と答え待ちになります。答えがあったら「答えを書く」。',
        '住民や職員への説明会は「説明会を加える」で、人数、資料、反応を残します。',
      ],
      keys: [],
      troubles: [],
    },
    {
      id: 'payments',
      name: '謝金と費用弁償',
      line: '出席ときまりから、一人ずつの額を出します。税の種類と率は、事務局が決めます。',
      at: ['/reports/payments'],
      open: '/reports/payments',
      picture: { src: payments, shows: '一人ずつの額' },
      steps: [
        'はじめに「謝金のきまり」で、役割ごとの額と、いつからかを入れます。',
        '「支払いを作る」で会議を選ぶと、一人ずつの額と、払わない方のわけが出ます。',
        '「この支払いを締める」と、数字もファイルも固まります。',
        '支払調書、領収書、明細書、振込のファイルを作ります。',
      ],
      keys: [],
      troubles: [
        {
          what: '締めたあとに、まちがいを見つけた',
          then: '「開きなおす」で、わけを残して新しい支払いにします。締めたものも残ります。',
        },
      ],
    },
    {
      id: 'budget',
      name: '予算・決算',
      line: '科目、伝票、締めた支払い。合わないところは、金額で言われます。',
      at: ['/reports/budget', '/reports/plan'],
      open: '/reports/budget',
      picture: { src: budget, shows: '予算・決算' },
      steps: [
        '「前の年度の科目を写す」か「科目を加える」で始めます。',
        '「伝票を加える」で、払ったもの、入ったものを残します。締めた謝金は、伝票を書かなくても入ります。',
        '「収支予算書」「収支決算書」を印刷します。Excelの合計は式です。',
      ],
      keys: [],
      troubles: [],
    },
  ],
}
