import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type Appeal, decideAppeal, getAppeal, listAppeals } from '../../api/appeals.ts'
import { getGradeSheet } from '../../api/grading-sheet.ts'
import { LEVELS, type Level } from '../../rules/grade-rules.ts'
import classes from './appeals.module.css'
import { blankRuling, isRuled, OutcomeChoice, RulingFields } from './ruling-fields.tsx'

type Props = { appeal: Appeal & { grade: NonNullable<Appeal['grade']> }; etag: string | undefined }

/** The owner's decision about a grade: it stays, or is a better one. */
export function DecideGradeForm({ appeal, etag }: Props) {
  const { t } = useWords()
  const { now } = appeal.grade
  const better = now === 'exempt' ? LEVELS : LEVELS.slice(0, LEVELS.indexOf(now))
  const [outcome, setOutcome] = useState<'upheld' | 'rejected'>('upheld')
  const [grade, setGrade] = useState<Level | ''>('')
  const [ruling, setRuling] = useState(blankRuling)
  const { run, isBusy, problem } = useWrite(decideAppeal, {
    refreshes: [getAppeal, listAppeals, getGradeSheet],
  })
  const isReady = isRuled(ruling) && (outcome === 'rejected' || grade !== '')
  const said = outcome === 'upheld' && grade !== '' ? { grade } : {}
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) run({ appeal: appeal.id, outcome, ...ruling, ...said, scores: [] }, { ifMatch: etag })
      }}
    >
      <OutcomeChoice outcome={outcome} onChange={setOutcome} />
      {outcome === 'upheld' && (
        <NativeSelect
          required
          label={t('app.appeals.newGrade', { now: t(`app.grade.${now}`) })}
          value={grade}
          data={[
            { value: '', label: '' },
            ...better.map((value) => ({ value, label: t(`app.grade.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => setGrade(value as Level | '')}
        />
      )}
      <RulingFields
        ruling={ruling}
        errorOf={fieldErrors(problem)}
        onChange={(part) => setRuling((old) => ({ ...old, ...part }))}
      />
      {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {t(`app.appeals.${outcome === 'upheld' ? 'regrade' : 'publish.rejected'}`)}
        </Button>
      </div>
    </form>
  )
}
