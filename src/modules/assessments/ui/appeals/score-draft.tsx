import { Select } from '@mantine/core'
import { exactText } from '#kernel/exact.ts'
import { useWords } from '#web/kit/words.tsx'
import type { SheetCriterion } from '../../api/scoring.ts'
import { CUT_REASONS, type CutReason } from '../../schema.ts'
import { RuleInput } from '../sheet/inputs/rule-input.tsx'
import { type Draft, weighDraft } from '../sheet/rules/say.ts'
import classes from './appeals.module.css'

type Props = { criterion: SheetCriterion; draft: Draft; onChange(draft: Draft): void }

/** The new final score of one criterion beside the published one, by the rule's own small form. */
export function ScoreDraft({ criterion, draft, onChange }: Props) {
  const { t, number } = useWords()
  const { code, name, max, rule, cell } = criterion
  const { scored, isCut, needs } = weighDraft(criterion, 'final', draft)
  const published = cell.counted?.points
  const next = scored?.kind === 'scored' ? number(exactText(scored.points), 2) : '–'
  return (
    <section className={classes.score}>
      <h3>
        {code} {name}
      </h3>
      <RuleInput rule={rule} input={draft.input} onChange={(input) => onChange({ ...draft, input })} />
      <output>
        {t('app.appeals.newPoints', {
          before: published == null ? '–' : number(published, 2),
          after: next,
          max: number(max),
        })}
      </output>
      {(isCut || needs === 'reason') && (
        <Select
          clearable
          label={t('app.appeals.cutReason')}
          value={draft.reason || null}
          data={CUT_REASONS.map((value) => ({ value, label: t(`app.score.reason.${value}`) }))}
          onChange={(value) => onChange({ ...draft, reason: (value as CutReason | null) ?? '' })}
        />
      )}
    </section>
  )
}
