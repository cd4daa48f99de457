import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { type Appeal, decideAppeal, getAppeal, listAppeals } from '../../api/appeals.ts'
import { getResult, getResultChanges, getWhy, listResults } from '../../api/results.ts'
import { getSheet, type SheetCriterion } from '../../api/scoring.ts'
import { type Draft, draftOf, weighDraft } from '../sheet/rules/say.ts'
import classes from './appeals.module.css'
import { blankRuling, isRuled, OutcomeChoice, type Ruling, RulingFields } from './ruling-fields.tsx'
import { ScoreDraft } from './score-draft.tsx'

type Props = { appeal: Appeal; etag: string | undefined }

/** The owner's decision: stays or changes, with the reason that is published, and the new scores where it changes. */
export function DecideForm({ appeal, etag }: Props) {
  const { data, error, refetch } = useRead(getSheet, { round: appeal.about.id, unit: appeal.unit.code })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data) return <LoadingBars rows={4} />
  const criteria = data.areas.flatMap((area) => area.criteria)
  return <Form appeal={appeal} etag={etag} criteria={criteria} />
}

type Drafts = ReadonlyMap<string, Draft>

function Form({ appeal, etag, criteria }: Props & { criteria: readonly SheetCriterion[] }) {
  const { t } = useWords()
  const only = criteria.find(({ code }) => code === appeal.criterion?.code)
  const [outcome, setOutcome] = useState<'upheld' | 'rejected'>('upheld')
  const [said, setSaid] = useState(blankRuling)
  const [drafts, setDrafts] = useState<Drafts>(
    () => new Map(only ? [[only.code, draftOf(only, 'final')]] : []),
  )
  const put = (part: Partial<Ruling>) => setSaid((old) => ({ ...old, ...part }))
  const { run, isBusy, problem } = useWrite(decideAppeal, {
    refreshes: [getAppeal, listAppeals, getSheet, getWhy, getResult, getResultChanges, listResults],
  })
  const chosen = criteria.filter(({ code }) => drafts.has(code))
  const isReady =
    isRuled(said) &&
    (outcome === 'rejected' || (chosen.length > 0 && chosen.every((one) => needsOf(one, drafts) === null)))
  const scores =
    outcome === 'rejected' ? [] : chosen.map(({ code }) => ({ criterion: code, ...drafts.get(code)! }))
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) run({ appeal: appeal.id, outcome, ...said, scores }, { ifMatch: etag })
      }}
    >
      <OutcomeChoice outcome={outcome} onChange={setOutcome} />
      {outcome === 'upheld' && (
        <Scores
          criteria={criteria}
          drafts={drafts}
          isOne={only !== undefined}
          onChange={(code, draft) => setDrafts((old) => new Map(old).set(code, draft))}
        />
      )}
      <RulingFields ruling={said} errorOf={fieldErrors(problem)} onChange={put} />
      {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {t(`app.appeals.publish.${outcome}`)}
        </Button>
      </div>
    </form>
  )
}

const needsOf = (criterion: SheetCriterion, drafts: Drafts) =>
  weighDraft(criterion, 'final', drafts.get(criterion.code)!).needs

type ScoresProps = {
  criteria: readonly SheetCriterion[]
  drafts: Drafts
  /** The appeal is about one criterion: no other may be added. */
  isOne: boolean
  onChange(code: string, draft: Draft): void
}

function Scores({ criteria, drafts, isOne, onChange }: ScoresProps) {
  const { t } = useWords()
  const free = criteria.filter(({ code }) => !drafts.has(code))
  return (
    <>
      {criteria
        .filter(({ code }) => drafts.has(code))
        .map((criterion) => (
          <ScoreDraft
            key={criterion.code}
            criterion={criterion}
            draft={drafts.get(criterion.code)!}
            onChange={(draft) => onChange(criterion.code, draft)}
          />
        ))}
      {!isOne && free.length > 0 && (
        <Select
          searchable
          label={t('app.appeals.addCriterion')}
          value={null}
          data={free.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          onChange={(code) => {
            const criterion = free.find((one) => one.code === code)
            if (criterion) onChange(criterion.code, draftOf(criterion, 'final'))
          }}
        />
      )}
    </>
  )
}
