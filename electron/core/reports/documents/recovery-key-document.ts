import { type Block, emptyFooter, type ReportDocument } from '../report-document.ts'

/** 回復キー: one sheet to be put away. It names no office: whoever finds it shall not know what it opens. */
export function recoveryKeyDocument(recoveryKey: string, made: string): ReportDocument {
  const groups = recoveryKey.split('-')
  const line = (text: string): Block => ({ kind: 'line', text, align: 'start', size: 'normal' })
  return {
    name: '回復キー',
    title: '回復キー',
    paper: { size: 'A4', orientation: 'portrait', margins: 'letter' },
    font: 'gothic',
    textSize: 'large',
    footer: emptyFooter,
    blocks: [
      { kind: 'title', above: '', text: '回　復　キ　ー' },
      line(`${made}　に作りました。`),
      { kind: 'spacer', heightMm: 6 },
      {
        kind: 'facts',
        ruled: true,
        labelWidthMm: 24,
        facts: groups.map((group, position) => ({
          label: `${String(position + 1)}つめ`,
          lines: [[...group].join('　')],
          columns: 1 as const,
        })),
      },
      { kind: 'spacer', heightMm: 6 },
      line('つどいのパスワードを忘れたとき、この八つのまとまりを順に入れると開きます。'),
      line('アルファベットの I・L・O・U は使っていません。１は数字のいち、０は数字のゼロです。'),
      line('鍵のかかる引き出しや金庫にしまい、パスワードといっしょには置かないでください。'),
    ],
  }
}
