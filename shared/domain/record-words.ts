/**
 * The tables and columns of the data in the words of their users, for the record of changes. One vocabulary:
 * what a form calls 電話 is called 電話 in the history too. A test holds it against the schema.
 */
export const recordTables = [
  'secretariat',
  'areas',
  'councils',
  'council_stages',
  'council_categories',
  'organizations',
  'organization_sectors',
  'people',
  'person_sectors',
  'affiliations',
  'memberships',
  'participation_needs',
  'outreach',
  'different_people',
  'person_merges',
  'meetings',
  'agenda_items',
  'attendances',
  'statements',
  'decisions',
  'tasks',
  'task_carries',
  'minutes_versions',
  'stored_files',
  'forms',
  'submissions',
  'import_runs',
  'needs',
  'need_sectors',
  'need_meetings',
  'need_passes',
  'resources',
  'resource_sectors',
  'developments',
  'development_sectors',
  'development_needs',
  'development_meetings',
  'development_steps',
  'minutes_reviews',
  'minutes_answers',
  'minutes_signers',
  'letter_templates',
  'letter_settings',
  'document_numbers',
] as const
export type RecordTable = (typeof recordTables)[number]

export interface RecordWords {
  /** What one record is called: 人, 発言. */
  readonly name: string
  /** Columns that name a record among its like, the first that is not empty. */
  readonly title: readonly string[]
  /** What a person is told of. A column without a word is told of by nobody: keys, places in a list. */
  readonly columns: Readonly<Record<string, string>>
}

const contact = {
  postal_code: '郵便番号',
  address: '住所',
  phone: '電話',
  fax: 'ＦＡＸ',
  email: 'メール',
} as const
const sector = { sector: '分野' } as const

const words: Readonly<Record<RecordTable, RecordWords>> = {
  secretariat: {
    name: '事務局',
    title: ['office_name'],
    columns: {
      office_name: '事務局の名前',
      representative: '代表者の職・氏名',
      ...contact,
      staff_name: '担当者',
      city_name: '市区町村',
      addressee: '報告の宛先',
      addressee_name: '宛先の氏名',
      department: '担当課',
    },
  },
  areas: { name: '圏域', title: ['name'], columns: { name: '圏域の名前' } },
  councils: {
    name: '協議体',
    title: ['name'],
    columns: {
      name: '協議体の名前',
      layer: '層',
      basis: '設置の根拠',
      origin: 'もと',
      numbering: '会議の数えかた',
      quorum: '定足数',
      counts_proxy: '代理を出席に数える',
      counts_online: 'オンラインを出席に数える',
      counts_written: '書面を出席に数える',
      signers: '議事録署名人の数',
      seat_limit: '委員の定数',
      first_term_on: '第１期のはじまり',
      term_years: '任期の年数',
    },
  },
  council_stages: {
    name: '設置の段階',
    title: ['stage'],
    columns: { stage: '段階', started_on: 'この段階になった日', document: '根拠の文書' },
  },
  council_categories: {
    name: '選出区分',
    title: ['name'],
    columns: { name: '選出区分', seats: '席の数' },
  },
  organizations: {
    name: '団体',
    title: ['name'],
    columns: {
      name: '団体の名前',
      kana: 'ふりがな',
      kind: '種類',
      code: '番号',
      family: '類型',
      ...contact,
      contact_post: '窓口の役職',
      contact_name: '窓口の氏名',
      activities: '活動',
      note: '備考',
      checked_on: '確かめた日',
    },
  },
  organization_sectors: { name: '団体の分野', title: ['sector'], columns: sector },
  people: {
    name: '人',
    title: ['name'],
    columns: { name: '氏名', kana: 'ふりがな', ...contact, phone_note: '電話の覚え', note: '備考' },
  },
  person_sectors: { name: '人の分野', title: ['sector'], columns: sector },
  affiliations: {
    name: '所属',
    title: ['post'],
    columns: { post: '役職', from_on: '所属のはじまり', to_on: '所属のおわり' },
  },
  memberships: {
    name: '席',
    title: ['category'],
    columns: {
      role: '役割',
      category: '選出区分',
      term_from: '任期のはじまり',
      term_to: '任期のおわり',
      term_note: '任期の覚え',
      appointed_on: '委嘱日',
      released_on: '解嘱日',
      released_because: '解嘱のわけ',
      ex_officio: '充て職',
      reappointment: '再任',
      seat_number: '席次',
      despite: 'そのままでよいわけ',
    },
  },
  participation_needs: {
    name: '参画の求め',
    title: ['group_column'],
    columns: { ...sector, group_column: '団体の種類', needed: '求める' },
  },
  outreach: {
    name: '呼びかけ',
    title: ['contact_name'],
    columns: {
      contact_name: '相手',
      ...sector,
      group_column: '団体の種類',
      asked_on: '呼びかけた日',
      asked_by: '呼びかけた人',
      channel: '呼びかけかた',
      answer: '返事',
      answer_note: '返事の覚え',
      next_step: '次にすること',
      next_on: '次にする日',
      ended_on: '終えた日',
      ended_because: '終えたわけ',
    },
  },
  different_people: { name: '別人のしるし', title: [], columns: {} },
  person_merges: {
    name: '人の統合',
    title: [],
    columns: { merged_on: 'まとめた日', undone_at: '取り消した時' },
  },
  meetings: {
    name: '会議',
    title: ['held_on'],
    columns: {
      fiscal_year: '年度',
      number: '回',
      held_on: '開催日',
      starts_at: '開始',
      ends_at: '終了',
      place: '会場',
      method: '開きかた',
      audience: '傍聴の人数',
      next_on: '次回の日',
      next_starts_at: '次回の開始',
      next_place: '次回の会場',
      note: '備考',
      locked: '議事録の確定',
    },
  },
  agenda_items: {
    name: '議題',
    title: ['title'],
    columns: {
      kind: '種類',
      level: '段',
      title: '議題',
      planned_minutes: '予定の分',
      presenter: '説明する人',
      paper_number: '資料番号',
      paper_title: '資料の名前',
      internal_note: '内部の覚え',
      outcome: '結果',
      outcome_note: '結果の覚え',
      ended_on: '終えた日',
      ended_because: '終えたわけ',
    },
  },
  attendances: {
    name: '出欠',
    title: ['name'],
    columns: {
      seat_number: '席次',
      role: '役割',
      name: '氏名',
      kana: 'ふりがな',
      post: '役職',
      organization_name: '団体',
      category: '選出区分',
      reply: '返事',
      reply_channel: '返事の届きかた',
      replied_on: '返事の日',
      presence: '当日',
      late: '遅刻',
      arrived_at: '着いた時刻',
      left_early: '早退',
      left_at: '出た時刻',
      written: '書面',
      proxy_name: '代理の氏名',
      proxy_post: '代理の役職',
      note: '備考',
    },
  },
  statements: {
    name: '発言',
    title: ['text'],
    columns: { kind: '種類', text: '内容', spoken_at: '時刻' },
  },
  decisions: {
    name: '決定事項',
    title: ['text'],
    columns: { fiscal_year: '年度', number: '番号', text: '内容' },
  },
  tasks: {
    name: '宿題',
    title: ['text'],
    columns: {
      text: '内容',
      owner: '担当',
      due_on: '期限',
      due_text: '期限のことば',
      status: '状態',
      closed_on: '終えた日',
      closed_because: '終えたわけ',
    },
  },
  task_carries: { name: '宿題の持ち越し', title: [], columns: {} },
  minutes_versions: {
    name: '議事録の版',
    title: ['version'],
    columns: {
      version: '版',
      confirmed_at: '確定した時',
      confirmed_by: '確定した人',
      reopened_because: '開きなおしたわけ',
      reopened_at: '開きなおした時',
    },
  },
  stored_files: { name: 'ファイル', title: ['name'], columns: { name: 'ファイルの名前' } },
  forms: { name: '様式', title: ['name'], columns: { name: '様式の名前', added_on: '加えた日' } },
  submissions: {
    name: '提出',
    title: ['submitted_on'],
    columns: { submitted_on: '提出の日', addressee: '提出先' },
  },
  import_runs: {
    name: '取り込み',
    title: ['file_name'],
    columns: {
      file_name: 'ファイル',
      sheet: 'シート',
      imported_on: '取り込んだ日',
      undone_at: '取り消した時',
    },
  },
  needs: {
    name: '地域課題',
    title: ['text'],
    columns: {
      text: '内容',
      kind: '種類',
      source: '聞いたところ',
      noted_on: '聞いた日',
      existing_help: 'いまある助け',
      response: '対応',
      owner: '担当',
      due_on: '期限',
      status: '状態',
      closed_on: '終えた日',
      closed_because: '終えたわけ',
    },
  },
  need_sectors: { name: '課題の分野', title: ['sector'], columns: sector },
  need_meetings: { name: '課題と会議のつながり', title: [], columns: {} },
  need_passes: {
    name: '課題の受け渡し',
    title: ['asked'],
    columns: { passed_on: '渡した日', asked: '求めたこと', answered_on: '答えの日', answer: '答え' },
  },
  resources: {
    name: '地域資源',
    title: ['name'],
    columns: {
      name: '名称',
      kana: 'よみ',
      kind: '分類',
      operator: '運営主体',
      contact: '窓口',
      place: '場所',
      schedule: '開催日・頻度',
      audience: '対象',
      content: '内容',
      fee: '費用',
      capacity: '定員',
      helpers: '担い手',
      transport: '移動手段',
      application: '申込み',
      source: '情報源',
      visibility: '公開のしかた',
      checked_on: '確かめた日',
      checked_by: '確かめた人',
    },
  },
  resource_sectors: { name: '資源の分野', title: ['sector'], columns: sector },
  developments: {
    name: '資源開発',
    title: ['title'],
    columns: {
      title: '題',
      aim: 'めざすもの',
      kind: '分類',
      partners: 'いっしょに進めるところ',
      helpers: '担い手',
      state: 'ようす',
      ended_on: '終えた日',
      ended_because: '終えたわけ',
    },
  },
  development_sectors: { name: '開発の分野', title: ['sector'], columns: sector },
  development_needs: { name: '開発と課題のつながり', title: [], columns: {} },
  development_meetings: { name: '開発と会議のつながり', title: [], columns: {} },
  development_steps: {
    name: '開発の段取り',
    title: ['text'],
    columns: { text: '段取り', due_on: 'いつまで', done_on: '済んだ日' },
  },
  minutes_reviews: {
    name: '委員の確認',
    title: [],
    columns: { sent_on: '送った日', due_on: '返事の期限', closed_on: '締めた日' },
  },
  minutes_answers: {
    name: '委員の返事',
    title: ['correction'],
    columns: {
      answered_on: '返事の日',
      channel: '返事の受けかた',
      correction: '直してほしいところ',
      state: 'どうしたか',
      because: 'わけ',
    },
  },
  minutes_signers: { name: '議事録署名人', title: [], columns: {} },
  letter_templates: {
    name: '手紙の文面',
    title: ['subject'],
    columns: { kind: '手紙の種類', subject: '件名', body: '文面' },
  },
  letter_settings: {
    name: '文書番号の形',
    title: ['number_format'],
    columns: { number_format: '文書番号の形' },
  },
  document_numbers: {
    name: '文書番号',
    title: ['subject'],
    columns: { fiscal_year: '年度', number: '番号', subject: '件名', issued_on: '出した日' },
  },
}

const untoldColumns: ReadonlySet<string> = new Set([
  'id',
  'position',
  'removed_at',
  'sha256',
  'bytes',
  'record',
  'mapping',
  'field_values',
  'operation_number',
  'import_runs.outcome',
])

/** Columns that say how records hang together, or what the program keeps for itself. */
export function isUntold(table: string, column: string): boolean {
  return (
    column.endsWith('_id') ||
    column.endsWith('_key') ||
    untoldColumns.has(column) ||
    untoldColumns.has(`${table}.${column}`)
  )
}

/** The words of a table; of one that this version does not know, only that it is a record. */
export function wordsOfTable(table: string): RecordWords {
  const known = recordTables.find((each) => each === table)
  return known === undefined ? { name: 'そのほかの記録', title: [], columns: {} } : words[known]
}
