/**
 * The one door to TanStack Virtual. Its hook hands out functions that change behind React's back, which matters to
 * React's compiler only; we do not use that compiler. Whoever turns it on has to look at the users of this file.
 */
export { useVirtualizer as useVirtualRows } from '@tanstack/react-virtual'
