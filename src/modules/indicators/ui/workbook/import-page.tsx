import { Button, SegmentedControl } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { type Me, useMe } from '#web/sync/use-me.ts'
import { ChooseFile } from './choose-file.tsx'
import { Preview } from './preview.tsx'
import { type Choices, type Kind, useImport } from './use-import.ts'
import classes from './workbook.module.css'

const ACCEPT: Record<Kind, string> = { workbook: '.xlsx', table: '.csv,.xlsx,.geojson,.json' }
const AT_FIRST: Choices = { conflicts: 'refuse', submit: false }
const TABLES = ['import.values', 'import.targets', 'import.indicators', 'import.units']

const kindsOf = (me: Me): Kind[] => [
  ...(me.may('report.save') ? (['workbook'] as const) : []),
  ...(TABLES.some((permission) => me.may(permission)) ? (['table'] as const) : []),
]

/** A file is brought in: chosen, looked at cell by cell, written when the person says so. */
export function ImportPage() {
  const { t } = useWords()
  const kinds = kindsOf(useMe())
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'workbook')
  const [choices, setChoices] = useState(AT_FIRST)
  const { file, answer, isBusy, problem, run, clear } = useImport(kind)
  const again = (changed: Choices) => {
    setChoices(changed)
    if (file) run(file, true, changed)
  }
  const restart = () => {
    setChoices(AT_FIRST)
    clear()
  }
  return (
    <>
      <PageHead title={t('app.import.title')} facts={<span>{t('app.import.facts')}</span>} />
      <div className={classes.page}>
        {kinds.length === 0 && <EmptyNote>{t('app.import.mayNot')}</EmptyNote>}
        {kinds.length > 1 && !answer && (
          <SegmentedControl
            aria-label={t('app.import.kind')}
            value={kind}
            data={kinds.map((value) => ({ value, label: t(`app.import.kind.${value}`) }))}
            onChange={(value) => {
              setKind(value as Kind)
              restart()
            }}
          />
        )}
        {kinds.length > 0 && !answer && (
          <ChooseFile
            accept={ACCEPT[kind]}
            hint={t(`app.import.hint.${kind}`)}
            isBusy={isBusy}
            onChoose={(chosen) => run(chosen, true, choices)}
          />
        )}
        {problem && file && (
          <ErrorNote
            problem={problem}
            safe={t('app.import.nothing')}
            retry={() => run(file, true, choices)}
          />
        )}
        {file && answer && (answer.dryRun || answer.rejectedCount > 0) && (
          <Preview
            {...{ file, kind, answer, choices, isBusy }}
            onChoices={again}
            onWrite={() => run(file, false, choices)}
            onClear={restart}
          />
        )}
        {answer && !answer.dryRun && answer.rejectedCount === 0 && (
          <Written answer={answer} isSubmitted={choices.submit} kind={kind} onClear={restart} />
        )}
      </div>
    </>
  )
}

type WrittenProps = { answer: ImportAnswer; kind: Kind; isSubmitted: boolean; onClear(): void }

function Written({ answer, kind, isSubmitted, onClear }: WrittenProps) {
  const { t, number } = useWords()
  const count = number(answer.created + answer.changed)
  const units = number(new Set(answer.changes?.map(({ unit }) => unit.code)).size)
  const key = kind === 'table' ? 'rows' : isSubmitted ? 'submitted' : 'drafts'
  return (
    <>
      <p role="status" className={`st done ${classes.written}`}>
        <IconCheck size={18} stroke={2} aria-hidden />
        {t(`app.import.done.${key}`, { count, units })}
      </p>
      <div className={classes.actions}>
        {kind === 'workbook' && (
          <Button component={Link} to={'/reports' as never}>
            {t('app.import.toReports')}
          </Button>
        )}
        <Button variant="default" onClick={onClear}>
          {t('app.import.another')}
        </Button>
      </div>
    </>
  )
}
