import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { OccurrenceLine } from '../../api/duties.ts'
import { markOfDuty } from './rules/duty-mark.ts'

/** Where an occurrence stands, in a word; `Quá 2 ngày` where it is open and past its day. */
export function DutyMark({
  duty,
  pill,
}: {
  duty: Pick<OccurrenceLine, 'state' | 'daysLate'>
  pill?: boolean
}) {
  const { t, number } = useWords()
  const { mark, word } = markOfDuty(duty)
  const said =
    word === 'late' ? t('app.duties.late', { days: number(duty.daysLate) }) : t(`app.duties.state.${word}`)
  return <StateMark state={mark} word={said} {...(pill && { pill })} />
}
