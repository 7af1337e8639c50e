/** Something that a workbook gives away beyond what is seen on paper. */
export type Finding =
  /** Values of other workbooks that are kept along with a link to them. */
  | { readonly kind: 'external-data'; readonly part: string; readonly target: string; readonly count: number }
  /** A link to another workbook names its folder or file server; `target` as the file has it. */
  | { readonly kind: 'link-path'; readonly part: string; readonly target: string }
  /** Data that come from elsewhere: the names of the connections. What leads there may hold a server and a user. */
  | { readonly kind: 'connections'; readonly names: readonly string[] }
  /** A pivot table keeps all rows of its source, those that it does not show, too. */
  | { readonly kind: 'pivot-records'; readonly part: string; readonly source: string; readonly count: number }
  | {
      readonly kind: 'comments'
      readonly sheet: string
      readonly count: number
      readonly authors: readonly string[]
    }
  /** Names and addresses of people who once commented, with no conversation left. */
  | { readonly kind: 'people'; readonly names: readonly string[] }
  | { readonly kind: 'hidden-sheet'; readonly sheet: string; readonly veryHidden: boolean }
  /** Hidden rows that hold something, or rows too low to be seen; numbers of the rows. */
  | { readonly kind: 'hidden-rows'; readonly sheet: string; readonly rows: readonly number[] }
  /** Hidden columns that hold something, or columns too narrow to be seen; their letters. */
  | { readonly kind: 'hidden-columns'; readonly sheet: string; readonly columns: readonly string[] }
  /** Cells whose letters have the colour of their ground, or whose format shows nothing. */
  | { readonly kind: 'unseen-text'; readonly sheet: string; readonly cells: readonly string[] }
  /** Names of cells that the list of names does not show. */
  | { readonly kind: 'hidden-names'; readonly names: readonly string[] }
  /** Whole files laid into a sheet: a document of Word behind its picture. */
  | { readonly kind: 'embedded-files'; readonly sheet: string; readonly count: number }
  /** Other values that the sheet's author tried out, with his name. */
  | { readonly kind: 'scenarios'; readonly sheet: string; readonly names: readonly string[] }
  /** Names in the properties of the file. */
  | { readonly kind: 'author'; readonly names: readonly string[] }
  /** What else was written about the file: keywords, remarks, properties of the office's own. */
  | { readonly kind: 'properties'; readonly names: readonly string[] }
  /** Who changed what, of a workbook that was once shared. */
  | { readonly kind: 'revisions'; readonly names: readonly string[] }
  /** Data of other programs that travel along unseen. */
  | { readonly kind: 'custom-xml'; readonly count: number }
  /** A small picture of the first sheet, as it was when it was last saved. */
  | { readonly kind: 'thumbnail' }
  /** The names of the printers that the sheets were last printed on. */
  | { readonly kind: 'printers'; readonly names: readonly string[] }
  /** The folder or file server that the workbook was last saved in. */
  | { readonly kind: 'file-path'; readonly path: string }
  /** A column of addresses, telephone numbers and the like, in a paper meant for the public. */
  | {
      readonly kind: 'personal-column'
      readonly sheet: string
      readonly head: string
      /** Cells below the head that hold something. */
      readonly cells: readonly string[]
    }

export type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>

/** What `applyRemedy` does: takes out, empties, or shows what is hidden so that somebody can look and decide. */
export type Remedy = 'remove' | 'show'

/** Hidden things are never deleted unseen: formulas and choice lists may need them. */
export const remedyOf: Readonly<Record<Finding['kind'], Remedy>> = {
  'external-data': 'remove',
  'link-path': 'remove',
  connections: 'remove',
  'pivot-records': 'remove',
  comments: 'remove',
  people: 'remove',
  'hidden-sheet': 'show',
  'hidden-rows': 'show',
  'hidden-columns': 'show',
  'unseen-text': 'show',
  'hidden-names': 'show',
  'embedded-files': 'remove',
  scenarios: 'remove',
  author: 'remove',
  properties: 'remove',
  revisions: 'remove',
  'custom-xml': 'remove',
  thumbnail: 'remove',
  printers: 'remove',
  'file-path': 'remove',
  'personal-column': 'remove',
}

/** What is known of those who worked on the file, their PCs and printers: nobody looks for it in the form, or misses it. */
export const traces: ReadonlySet<Finding['kind']> = new Set([
  'author',
  'file-path',
  'link-path',
  'people',
  'printers',
  'revisions',
  'thumbnail',
])
