import damaged from '../../../../docs/pictures/73-damaged.png'
import found from '../../../../docs/pictures/search-01-found.png'
import handover from '../../../../docs/pictures/74-handover-make.png'
import history from '../../../../docs/pictures/77-history.png'
import password from '../../../../docs/pictures/110-password-set.png'
import restore from '../../../../docs/pictures/71-restore-compare.png'
import sharing from '../../../../docs/pictures/75-sharing-reading.png'
import type { Part } from '../topic.ts'

export const keeping: Part = {
  name: '守る・さがす',
  topics: [
    {
      id: 'search',
      name: 'さがす',
      line: '人・団体・会議・発言・決定・宿題・活動記録を、ことばの一部でさがします。',
      at: [],
      open: null,
      picture: { src: found, shows: 'さがした結果' },
      steps: [
        'どの画面でもCtrl+Kを押し、一文字からさがせます。',
        '種類、年度、協議体、話した人でしぼれます。',
        '選んでEnterを押すと、その行がひらきます。',
      ],
      keys: [
        { key: 'Ctrl+K', does: 'さがす' },
        { key: ['↑', '↓'], does: '結果をうつる' },
        { key: 'Esc', does: '閉じる' },
      ],
      troubles: [],
    },
    {
      id: 'undo',
      name: '元に戻す・変更の記録',
      line: 'だれが・いつ・何を・前と後。消したものも、ここから戻せます。',
      at: ['/history'],
      open: '/history',
      picture: { src: history, shows: '変更の記録' },
      steps: [
        '消したすぐあとは、画面の下に「取り消す」が出ます。',
        'あとからは「設定」の「変更の記録」で、ことばや日、人でさがし、操作ごとに「取り消す」。',
        '一人の、一つの会議の記録は、その画面の「履歴」や「この人の変更の記録」から見ます。',
      ],
      keys: [],
      troubles: [],
    },
    {
      id: 'backups',
      name: '控え',
      line: '始めと終わりに、自動でとって、開いて確かめます。',
      at: ['/settings/safekeeping'],
      open: '/settings/safekeeping',
      picture: { src: restore, shows: 'いまとくらべて戻す' },
      steps: [
        '画面のいちばん下に、最後の控えの時刻が出ています。',
        '「控えの二つめの場所」に、USBメモリーや共有フォルダーを書いておくと、そこにも控えます。',
        '戻すときは「中身を見て戻す」。控えの中身が、いまのものと並んで見えます。',
        '「この控えから戻して開く」を押しても、いまのデータは控えとして残り、戻したことも取り消せます。',
      ],
      keys: [],
      troubles: [
        {
          what: 'データが開けない、と言われた',
          then: 'その画面から控えに戻せます。開けなかったファイルも、捨てずに残します。',
        },
      ],
    },
    {
      id: 'handover',
      name: '引きつぎ',
      line: '一つのファイルにまとめ、合いことばで封をして、次の人のPCで始めます。',
      at: [],
      open: '/settings/safekeeping',
      picture: { src: handover, shows: '引きつぎのファイル' },
      steps: [
        '合いことばを二度書き「引きつぎのファイルを作る」。',
        'ファイルと合いことばは、別々に渡します。',
        '新しいPCでは、はじめの画面の「引きつぎのファイルから始める」を選びます。',
      ],
      keys: [],
      troubles: [
        {
          what: '合いことばを忘れた',
          then: 'その引きつぎのファイルは、だれにも開けません。もとのPCで、作りなおしてください。',
        },
      ],
    },
    {
      id: 'password',
      name: 'パスワードと鍵',
      line: 'パスワードをつけると、記録と控えが暗号になります。席を離れるときは、画面に鍵をかけます。',
      at: ['/settings/protection'],
      open: '/settings/protection',
      picture: { src: password, shows: 'パスワードをつける' },
      steps: [
        '「設定」の「パスワードと鍵」で、パスワードを二度書き「パスワードをつける」。',
        '出てきた「回復キー」を「紙に印刷する」で紙にして、鍵のかかる所にしまいます。',
        '次からは、つどいを開くときにパスワードを書きます。',
        '「席を離れるとき」で、何分さわらなければ鍵をかけるかを決めます。',
      ],
      keys: [{ key: 'Ctrl+Alt+L', does: 'すぐに鍵をかける' }],
      troubles: [
        {
          what: 'パスワードを忘れた',
          then: '紙に刷った回復キーで開けます。回復キーもなくすと、だれにも開けません。',
        },
      ],
    },
    {
      id: 'sharing',
      name: '何人かで使う',
      line: '共有フォルダーを使うと、一台が書き、ほかのPCは見られます。',
      at: ['/settings/sharing'],
      open: '/settings/sharing',
      picture: { src: sharing, shows: '見ているPC' },
      steps: [
        '一台めで「このフォルダーを使う」。二台めは、はじめの画面の「共有フォルダーの記録で始める」。',
        'いまだれが書いているかは、画面の右上に出ます。',
        '書きたいときは「編集を始める」。ほかの人が編集中なら、頼むことができます。',
        '届かないあいだも、手もとで続けられます。戻ると追いつきます。',
      ],
      keys: [],
      troubles: [
        {
          what: '編集中のPCが、動かなくなった',
          then: 'しばらく知らせがないと「編集を引きつぐ」が出ます。そのPCに残った変更は「取り残された変更」に出て、一件ずつ取り入れられます。',
        },
      ],
    },
    {
      id: 'trouble',
      name: 'こまったとき',
      line: '何が起きても、書いたものは消えません。あわてずに、ここから。',
      at: ['/settings/support'],
      open: '/settings/support',
      picture: { src: damaged, shows: '開けなかったとき' },
      steps: [
        '画面に出たことばには、何が起きたか、何が無事か、次に何をするかが書いてあります。',
        'おかしいと思ったら「設定」の「データの点検」をします。何も変えません。',
        'だれかに聞くときは「ログと問い合わせ」で、渡す内容を先に見てから保存します。人の名前や発言は入りません。',
      ],
      keys: [],
      troubles: [],
    },
  ],
}
