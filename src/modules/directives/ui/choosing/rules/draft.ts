// A proposal as it is typed. Values of targets stay text until they are sent.

import type { Proposal, ProposalContent, WishedTarget } from '../../../api/choosing.ts'

export type Wish = {
  key: string
  indicator: string
  period: string
  value: string
  kind: WishedTarget['kind']
}
export type Draft = Omit<ProposalContent, 'targets'> & { targets: readonly Wish[] }

/** For the whole of a year, with nothing said yet. */
export const emptyDraft = (year: string): Draft => ({
  name: '',
  nameEn: '',
  why: '',
  summary: '',
  summaryEn: '',
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
  targets: [],
})

export const draftOf = (proposal: Proposal): Draft => ({
  name: proposal.name,
  nameEn: proposal.nameEn,
  why: proposal.why,
  summary: proposal.summary,
  summaryEn: proposal.summaryEn,
  startsOn: proposal.startsOn,
  endsOn: proposal.endsOn,
  targets: proposal.targets.map(({ indicator, period, value, kind }, n) => ({
    key: String(n),
    indicator,
    period,
    value,
    kind,
  })),
})

/** The plain decimal that a person wrote: `1250.5` of `1.250,5` (Vietnamese) or `1,250.5`; as typed when it is none. */
export function plainValue(text: string, lang: 'vi' | 'en'): string {
  const bare = text.replace(/[\s\u00a0]/g, '')
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`)
  const digits = grouped.test(bare) ? bare.replaceAll(group, '') : bare
  return digits.replace(point, '.')
}

/** What is sent of a draft. */
export const contentOf = ({ targets, ...draft }: Draft, lang: 'vi' | 'en'): ProposalContent => ({
  ...draft,
  targets: targets.map(({ key: _, value, ...wish }) => ({ ...wish, value: plainValue(value, lang) })),
})

/** Whether there is enough to send: a name, a reason, days in order, and no target half said. */
export const isWhole = ({ name, why, startsOn, endsOn, targets }: Draft): boolean =>
  name.trim() !== '' &&
  why.trim() !== '' &&
  startsOn !== '' &&
  endsOn >= startsOn &&
  targets.every((wish) => wish.indicator !== '' && wish.period.trim() !== '' && wish.value.trim() !== '')
