/** Something that a workbook gives away beyond what is seen on paper. */
export type Finding =
  /** Values of other workbooks that are kept along with a link to them. */
  | { readonly kind: 'external-data'; readonly part: string; readonly target: string; readonly count: number }
  | {
      readonly kind: 'comments'
      readonly sheet: string
      readonly count: number
      readonly authors: readonly string[]
    }
  | { readonly kind: 'hidden-sheet'; readonly sheet: string; readonly veryHidden: boolean }
  /** Hidden rows that hold something; numbers of the rows. */
  | { readonly kind: 'hidden-rows'; readonly sheet: string; readonly rows: readonly number[] }
  /** Hidden columns that hold something; their letters. */
  | { readonly kind: 'hidden-columns'; readonly sheet: string; readonly columns: readonly string[] }
  /** Names in the properties of the file. */
  | { readonly kind: 'author'; readonly names: readonly string[] }
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

/** What `applyRemedy` does: takes out, empties, or shows what is hidden so that somebody can look and decide. */
export type Remedy = 'remove' | 'show'

/** Hidden things are never deleted unseen: formulas and choice lists may need them. */
export const remedyOf: Readonly<Record<Finding['kind'], Remedy>> = {
  'external-data': 'remove',
  comments: 'remove',
  'hidden-sheet': 'show',
  'hidden-rows': 'show',
  'hidden-columns': 'show',
  author: 'remove',
  'file-path': 'remove',
  'personal-column': 'remove',
}
