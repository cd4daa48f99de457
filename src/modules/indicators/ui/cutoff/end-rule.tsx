import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { endCutoffRule, listCutoffRules } from '../../api/cutoff.ts'
import type { RuleGroup } from './group-rules.ts'

/** Ends the rules of one line, level by level; periods before keep them. */
export function EndRule({ group, onClose }: { group: RuleGroup; onClose(): void }) {
  const { t } = useWords()
  const [validTo, setValidTo] = useState('')
  const { run, isBusy, problem } = useWrite(endCutoffRule, { refreshes: [listCutoffRules] })
  async function end() {
    for (const { id } of group.levels) if (!(await run({ id, validTo }))) return
    onClose()
  }
  return (
    <Confirm
      opened
      title={t('app.cutoff.end.title', { rule: t(`app.cutoff.every.${group.frequency}`) })}
      action={t('app.cutoff.end')}
      isBusy={isBusy}
      disabled={validTo === ''}
      onConfirm={end}
      onClose={onClose}
    >
      <DayField
        label={t('app.cutoff.end.day')}
        description={t('app.cutoff.end.about')}
        value={validTo}
        onChange={(value) => setValidTo(value)}
      />
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
