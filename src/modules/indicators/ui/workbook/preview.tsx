import { Button, Checkbox, Radio } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { ChangesTable } from './changes-table.tsx'
import { FaultsTable } from './faults-table.tsx'
import { type Choices, downloadMarked, type Kind } from './use-import.ts'
import classes from './workbook.module.css'

type Props = {
  file: File
  kind: Kind
  answer: ImportAnswer
  choices: Choices
  isBusy: boolean
  /** Looks at the file again with other choices. */
  onChoices(choices: Choices): void
  onWrite(): void
  onClear(): void
}

/** What a file would change, before anything is written; what is wrong with it comes first. */
export function Preview({ file, kind, answer, choices, isBusy, onChoices, onWrite, onClear }: Props) {
  const { t, number } = useWords()
  const me = useMe()
  const changes = answer.changes ?? []
  const count = answer.created + answer.changed
  const isRefused = answer.rejectedCount > 0
  const hasConflicts = changes.some(({ isConflict }) => isConflict)
  return (
    <>
      <p className={classes.facts} role="status">
        <b>{file.name}</b>
        {t(isRefused ? 'app.import.refused' : count > 0 ? 'app.import.would' : 'app.import.same', {
          created: number(answer.created),
          changed: number(answer.changed),
          unchanged: number(answer.unchanged),
          rejected: number(answer.rejectedCount),
        })}
      </p>
      {isRefused && (
        <Section
          title={t('app.import.faults')}
          aside={
            kind === 'workbook' &&
            answer.rejected[0]?.field !== '' && <Marked file={file} choices={choices} />
          }
        >
          <FaultsTable answer={answer} kind={kind} />
        </Section>
      )}
      {hasConflicts && (
        <Radio.Group
          label={t('app.import.conflicts')}
          value={choices.conflicts === 'refuse' ? null : choices.conflicts}
          onChange={(value) => onChoices({ ...choices, conflicts: value as Choices['conflicts'] })}
        >
          <Radio value="keep" label={t('app.import.keep')} disabled={isBusy} />
          <Radio value="replace" label={t('app.import.replace')} disabled={isBusy} />
        </Radio.Group>
      )}
      {changes.length > 0 && (
        <Section title={t('app.import.changes')}>
          <ChangesTable changes={changes} total={Math.max(count, changes.length)} />
        </Section>
      )}
      {kind === 'workbook' && !isRefused && count > 0 && me.may('report.submit') && (
        <Checkbox
          label={t('app.import.submit')}
          checked={choices.submit}
          disabled={isBusy}
          onChange={({ currentTarget }) => onChoices({ ...choices, submit: currentTarget.checked })}
        />
      )}
      <div className={classes.actions}>
        {!isRefused && count > 0 && (
          <Button loading={isBusy} onClick={onWrite}>
            {t(kind === 'workbook' ? 'app.import.writeCells' : 'app.import.writeRows', {
              count: number(count),
            })}
          </Button>
        )}
        <Button variant="default" disabled={isBusy} onClick={onClear}>
          {t('app.import.another')}
        </Button>
      </div>
    </>
  )
}

function Marked({ file, choices }: { file: File; choices: Choices }) {
  const { t } = useWords()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const download = () => {
    setBusy(true)
    setProblem(null)
    downloadMarked(file, choices)
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        onClick={download}
      >
        {t('app.import.marked')}
      </Button>
      {problem !== null && <ErrorNote problem={problem} />}
    </>
  )
}
