import type { AssessmentWork } from '#modules/work/api/work.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import type { Words } from '#web/kit/words.tsx'
import type { RowWords } from './row-words.ts'

/** What a row says of a step of a round, a grading or an appeal; `due` is told as for reports. */
export function assessmentWords({ t }: Words, item: AssessmentWork, due: RowWords['due']): RowWords {
  const { step, name, period, unit, units, subjects, names, action } = item
  const where = unit ? unit.name : names.length < units ? `${names.join(', ')}…` : names.join(', ')
  return {
    title: t(`app.work.step.${step}`, { name, subjects }),
    facts: [tellPeriod(t, period), where].join(' · '),
    who: '',
    since: '',
    due,
    action: t(action === 'look' ? 'app.work.action.look' : `app.work.do.${step}`),
  }
}
