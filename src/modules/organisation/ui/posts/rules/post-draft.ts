// A post as it is typed, and what is missing before it can be written.

import type { Post } from '../../../api/people.ts'

export type PostDraft = { title: string; group: string; isHead: boolean; from: string; to: string }

export const emptyPost = (from: string): PostDraft => ({ title: '', group: '', isHead: false, from, to: '' })

export const draftOf = ({ title, group, isHead, from, to }: Post): PostDraft => ({
  title,
  group,
  isHead,
  from: from ?? '',
  to: to ?? '',
})

export const isReversed = ({ from, to }: PostDraft): boolean => to !== '' && from !== '' && to < from

export const isWhole = (draft: PostDraft): boolean =>
  draft.title.trim() !== '' && draft.from !== '' && !isReversed(draft)

/** As the server takes it: no last day is null. */
export const postOf = ({ title, group, isHead, from, to }: PostDraft) => ({
  title: title.trim(),
  group: group.trim(),
  isHead,
  from,
  to: to || null,
})

/** Letters, digits and `_ . -`. */
export const isCode = (code: string): boolean => /^[\p{L}\p{N}_.-]{1,60}$/u.test(code.trim())
