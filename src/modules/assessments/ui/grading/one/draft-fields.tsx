import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import { asksReason, type Draft } from './rules/drafts.ts'
import classes from './subjects.module.css'
import type { Proposing } from './use-proposing.ts'

type Props = { grading: Grading; subject: GradeSubject; draft: Draft; proposing: Proposing }

/** What a chosen level still asks for: why it is not what the points come to, or on what ground nobody is graded. */
export function DraftFields({ grading, subject, draft, proposing }: Props) {
  const { t } = useWords()
  const { exemptions } = grading.ruleset
  return (
    <div className={classes.draft}>
      <span className="st wait">{t('app.gradings.unwritten')}</span>
      {draft.grade === 'exempt' && exemptions.length > 0 && (
        <NativeSelect
          aria-label={t('app.gradings.exemption')}
          value={draft.exemption ?? ''}
          data={[
            { value: '', label: t('app.gradings.exemption') },
            ...exemptions.map(({ code, text }) => ({ value: code, label: text })),
          ]}
          onChange={({ currentTarget }) =>
            proposing.change(subject.id, { exemption: currentTarget.value || null })
          }
        />
      )}
      {asksReason(subject, draft) && (
        <TextInput
          maxLength={500}
          aria-label={t('app.gradings.reasonOf', { name: subject.name })}
          placeholder={t('app.gradings.reason')}
          value={draft.reason}
          onChange={({ currentTarget }) => proposing.change(subject.id, { reason: currentTarget.value })}
        />
      )}
    </div>
  )
}
