import { useNavigate } from '@tanstack/react-router'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { erasePerson, type PersonRecord } from '../../../api/people-record.ts'
import { linkTo } from '../links.tsx'
import { ReasonDialog } from '../one/reason-dialog.tsx'
import { REFRESHED } from '../refreshed.ts'

/** Erases a person whose time of keeping has passed: grades stay without a name. */
export function EraseDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t, number } = useWords()
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(erasePerson, {
    refreshes: REFRESHED,
    onDone: () => go(linkTo('/grade-years') as never),
  })
  const { person, grades } = record
  return (
    <ReasonDialog
      danger
      title={t('app.record.erase')}
      isBusy={isBusy}
      problem={problem}
      onReason={(reason) => run({ person: person.id, reason })}
      onClose={onClose}
    >
      <p>{t('app.record.eraseMeans', { name: person.name, grades: number(grades.length) })}</p>
    </ReasonDialog>
  )
}
