import { blankRows, heads, heightsOf, type DrawnForm } from '../form-drawing.ts'
import { amount, day, title, field, plain, write, recognise, columns, mapping } from './form-parts.ts'

export const payments: DrawnForm = {
  file: 'tsudoi-shiharai-chousho',
  sheets: [
    {
      name: '支払調書',
      landscape: true,
      widths: [2.5, 8, 13, 14, 8, 5.5, 5.5, 5.5, 6, 12, 6, 8],
      heights: heightsOf([
        [1, 34],
        [4, 30],
        ...Array.from({ length: 16 }, (_, row) => [5 + row, 30] as const),
      ]),
      head: '4:4',
      cells: [
        title('A1:L1', '謝金・費用弁償　支払調書'),
        plain('A2:H2'),
        plain('I2:L2', '', 'right'),
        ...heads(4, [
          'No.',
          '氏名',
          '団体・役職',
          '住所',
          '出席日',
          '単価',
          '支給額',
          '源泉徴収税額',
          '差引支給額',
          '振込先',
          '受領印',
          '備考',
        ]),
        ...blankRows(5, 19, 12, {
          1: { align: 'center' },
          5: { format: day },
          6: { format: amount, align: 'right' },
          7: { format: amount, align: 'right' },
          8: { format: amount, align: 'right' },
        }),
        ...Array.from({ length: 15 }, (_, row) =>
          field(`I${String(5 + row)}`, {
            formula: `IF(G${String(5 + row)}="","",G${String(5 + row)}-H${String(5 + row)})`,
            align: 'right',
            format: amount,
          }),
        ),
        field('A20:F20', { text: '合計', align: 'center', bold: true }),
        ...['G', 'H', 'I'].map((letter) =>
          field(`${letter}20`, {
            formula: `SUM(${letter}5:${letter}19)`,
            align: 'right',
            format: amount,
            bold: true,
          }),
        ),
        field('J20'),
        field('K20'),
        field('L20'),
      ],
    },
  ],
  mapping: mapping('謝金・費用弁償 支払調書', {
    recognise: recognise('支払調書', 'A1', '支払調書'),
    entries: [
      write('支払調書', 'A2', '何の支払か', '{会議.会議名}　第{会議.回}回　{会議.開催日|和暦（曜日）}'),
      write('支払調書', 'I2', '支払日', '支払日　{支払.支払日|和暦}'),
    ],
    blocks: [
      {
        sheet: '支払調書',
        firstRow: 5,
        lastRow: 19,
        label: '支払',
        each: '支払',
        columns: {
          ...columns({
            B: '氏名',
            D: '住所',
            E: '出席日',
            F: '単価',
            G: '支給額',
            H: '源泉徴収税額',
            J: '振込先',
            L: '備考',
          }),
          C: { template: '{団体名}　{役職}', optional: true },
        },
        whenTooMany: 'insert',
      },
    ],
  }),
}
