import attendance from '../../../../docs/pictures/09-attendance.png'
import confirm from '../../../../docs/pictures/14-confirm.png'
import forms from '../../../../docs/pictures/forms-4-mapped.png'
import minutes from '../../../../docs/pictures/12-minutes.png'
import nextMeeting from '../../../../docs/pictures/18-next-meeting.png'
import prepare from '../../../../docs/pictures/06-prepare.png'
import reportCheck from '../../../../docs/pictures/16-report-check.png'
import shelf from '../../../../docs/pictures/papers-1-shelf.png'
import type { Part } from '../topic.ts'

export const meetings: Part = {
  name: '会議と紙',
  topics: [
    {
      id: 'prepare',
      name: '会議を準備する',
      line: '日と場所、次第、出欠の返事。出席簿は、その日に在任している委員から作られます。',
      at: ['/meetings'],
      open: '/meetings',
      picture: { src: prepare, shows: '準備' },
      steps: [
        '「会議」の「会議を準備する」で、日と時刻と場所を書きます。日は「R8.9.17」でも「2026/9/17」でも「9/17」でも読みます。',
        '前回の宿題や決まらなかった議題が出てきます。移すか、残して写すか、わけを書いて終えるかを選びます。',
        '次第に議題を書きます。終わりの時刻をこえると言われます。内部メモは印刷されません。',
        '開催通知を送ったら「案内した」を押すと、全員に、いつものしかた（郵送・FAX・メール・電話・手渡し）で案内したと残ります。一人だけのときは、人を選んでNを押します。',
        '返事は、人を選んで一つのキーで入れます。代理や委任状、書面の意見も残せます。',
        '1年分をまとめて入れるときは「1年の予定」をひらきます。',
      ],
      keys: [
        { key: 'Enter', does: '下に新しい議題' },
        { key: ['Alt', '↑', '↓'], does: '議題を動かす' },
        { key: 'N', does: '案内した' },
        { key: 'A', does: '出席の返事' },
        { key: 'D', does: '代理の返事' },
        { key: 'K', does: '欠席の返事' },
      ],
      troubles: [
        {
          what: '会議をまちがえて作った',
          then: '準備の画面の「この会議を消す」。「変更の記録」から戻せます。',
        },
      ],
    },
    {
      id: 'day',
      name: '当日の出欠',
      line: '一人一つのキー。出席の数と定足数が、いつも見えます。',
      at: ['/meetings/*/day'],
      open: '/meetings',
      picture: { src: attendance, shows: '当日' },
      steps: [
        '会議をひらき「当日」を選びます。返事が、はじめの印として入っています。',
        '矢印か席番号で人を選び、キーを一つ押します。',
        '遅刻・早退・一時退席は、どの議題からどの議題までかを選びます。議題ごとの出席が分かります。',
        '委員でない方は「委員でない人を加える」。傍聴は人数だけを書きます。',
      ],
      keys: [
        { key: 'Enter', does: 'その人のくわしいこと' },
        { key: 'Ctrl+Z', does: '取り消す' },
      ],
      troubles: [
        {
          what: '定足数に足りない',
          then: '何を出席に数えるか（代理・委任状・書面・オンライン）は「設定」の「協議体のきまり」で決めます。',
        },
      ],
    },
    {
      id: 'minutes',
      name: '議事録をとる',
      line: '話を聞きながら、1行ずつ。Enterを押した行は、電源が切れても残ります。',
      at: ['/meetings/*/minutes'],
      open: '/meetings',
      picture: { src: minutes, shows: '議事録' },
      steps: [
        '話し手を、席番号かかなの頭で選びます。↓を押すと、前と同じ人になります。',
        '発言を書いてEnterを押すと、次の行になります。変換を決めるEnterでは進みません。',
        '決定はCtrl+5、宿題はCtrl+6。決定の番号は年度でつき、宿題には担当と期限を書きます。',
        '議題が決まったか、続くかを選んで、Ctrl+↓で次の議題へ進みます。',
        'ちがう議題に書いた行は「行をまとめて動かす」で、いくつでも選んで別の議題へ移せます。',
        '録音から起こした文は「発言録を貼りつける」で、話し手ごとの行に分かれます。',
      ],
      keys: [
        { key: ['席番号', 'かな'], does: '話し手' },
        { key: 'Enter', does: '行を残す' },
        { key: 'Ctrl+1', does: '説明（2質問 3意見 4回答 5決定 6宿題 7情報 8要点 9挨拶）' },
        { key: 'Ctrl+0', does: '前の行を地域課題に' },
        { key: '↑', does: '前の行を直す' },
        { key: ['Alt', '↑', '↓'], does: '行を動かす' },
        { key: 'Ctrl+Z', does: '最後の行を取り消す' },
      ],
      troubles: [
        {
          what: '電源が切れた',
          then: 'もう一度つどいを開くと、Enterを押した行まで、そのまま残っています。',
        },
        {
          what: '欠席の人の発言だと言われた',
          then: '席番号をまちがえていないか見てください。ほんとうに来ていたなら、当日の出欠を直します。',
        },
      ],
    },
    {
      id: 'confirm',
      name: '確定と公開',
      line: '委員に見てもらい、確定して固めます。公開用では、名前が役割にかわります。',
      at: [],
      open: '/meetings',
      picture: { src: confirm, shows: '確定する前に' },
      steps: [
        '「委員確認・版の違い」で、案を送った日と期限、返事、訂正を残します。',
        '「議事録を確定する」を押すと、次の会議へつづくもの、この会議で終わるものが見えます。',
        '「この内容で確定する」で、第1版として固まります。紙もファイルも、その時のまま残ります。',
        '公開用は、かくれるものと、まだ名字らしいことばが残っていないかを横に見ながら作ります。',
      ],
      keys: [],
      troubles: [
        {
          what: '確定できない',
          then: '決まっていない協議があります。決まったか、継続かを選んでください。',
        },
        {
          what: '確定したあとに、まちがいを見つけた',
          then: '「議事録を開きなおす」で、わけを書いて直します。前の版は残り、ことばごとに違いが見えます。',
        },
      ],
    },
    {
      id: 'report',
      name: '市への報告',
      line: '市からもらったExcelの様式に、つどいが書きこみます。書いた欄のほかには触りません。',
      at: ['/meetings/*/report'],
      open: '/reports',
      picture: { src: reportCheck, shows: '出す前の確かめ' },
      steps: [
        '会議の「報告」で様式を選ぶと、書きこむ内容が見えます。入りきらない文、空の欄は言われます。',
        '「提出前チェック」で、隠れたシートやコメントなど、出す前に見てほしいところを確かめます。',
        '「提出として残す」と、そのファイルがそのまま残ります。次に出すときは、変わったところが見えます。',
      ],
      keys: [],
      troubles: [
        {
          what: 'Excelがパスワードで開かない',
          then: '様式を加えるときに、パスワードを聞かれます。市に聞いてから入れてください。',
        },
      ],
    },
    {
      id: 'form',
      name: '新しい様式をつなぐ',
      line: 'はじめての様式は、どの欄に何を書くかを一度だけ決めます。',
      at: ['/reports/new-form', '/reports/forms'],
      open: '/reports',
      picture: { src: forms, shows: '欄をつなぐ' },
      steps: [
        '「帳票」の「市の様式を加える」で、Excelを選びます。',
        '見当のついた欄は色で出ます。合っていれば、そのままつなぎます。',
        '欄を矢印で選び、Enterで項目を選びます。ほんとうの会議の内容が、すぐに入って見えます。',
        '人の一覧のようにくり返す表は、Shiftと矢印で範囲を選び「くり返しの表にする」。',
        '市から新しい版が来たら「新しい版のExcelを選ぶ」。つなぎ方は引きつがれ、動いたところが見えます。',
      ],
      keys: [
        { key: ['↑', '↓', '←', '→'], does: '欄を選ぶ' },
        { key: 'Enter', does: '項目を選ぶ' },
        { key: 'Shift+矢印', does: '表の範囲' },
        { key: 'Delete', does: '外す' },
        { key: 'Ctrl+Z', does: '取り消す' },
      ],
      troubles: [],
    },
    {
      id: 'next',
      name: '次の会議へ',
      line: '決まらなかった議題、済んでいない宿題、次回の約束は、次の会議に出てきます。',
      at: ['/meetings/tasks', '/meetings/decisions'],
      open: '/meetings/tasks',
      picture: { src: nextMeeting, shows: '前回から' },
      steps: [
        '次の会議の準備をはじめると「前回から」に並びます。',
        '移す・残して写す・わけを書いて終える、のどれかを選びます。選ばないものは、消えずに残ります。',
        '宿題は「会議」の「宿題」で、期限をすぎたもの、事務局のものをまとめて見ます。',
      ],
      keys: [],
      troubles: [],
    },
    {
      id: 'papers',
      name: '紙と手紙',
      line: '会議の前・後、毎月、年度末、4月。何に使うかで紙をさがします。',
      at: ['/reports'],
      open: '/reports',
      picture: { src: shelf, shows: '帳票の棚' },
      steps: [
        '「帳票」で会議を選ぶと、作れる紙が並びます。作れない紙は、何が足りないかを言います。',
        '名前を選ぶと、紙がそのまま見えます。印刷、PDF、Excel、Wordにできます。',
        '「ひとつのPDF」で、会議の分をまとめて作ります。',
        '開催通知などの文面は、事務局のことばに直せます。文書番号は年度ごとに数えます。',
        '一覧をCSVやExcelにするときは「一覧を取り出す」。',
      ],
      keys: [],
      troubles: [
        {
          what: 'Excelで開いているので書けない、と言われる',
          then: 'となりに別の名前で保存されています。Excelを閉じてから、もう一度作ってもかまいません。',
        },
      ],
    },
  ],
}
