import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import type { SheetColumn } from '../../api/sheet.ts'
import { getReportHistory } from '../../api.ts'
import type { ReportVersion } from '../../schema.ts'
import { SidePanel } from '../sheet/parts/side-panel.tsx'
import { CompareVersions } from './compare-versions.tsx'
import { eventsOf } from './rules/version-events.ts'
import { VersionEvents } from './version-events.tsx'
import classes from './versions.module.css'

type Props = {
  form: string
  period: string
  unit: { code: string; name: string }
  columns: readonly SheetColumn[]
  /** Changes whenever the report has changed, so that the list is read again. */
  isStale: string
  onClose(): void
  /** Puts an earlier version's values back into the cells; left out where nothing can be typed. */
  onRestore?: (version: ReportVersion) => void
}

/** Everything that was ever sent or saved of one report, and two of its versions side by side. */
export function VersionsPanel({ form, period, unit, columns, isStale, onClose, onRestore }: Props) {
  const { t } = useWords()
  const read = useRead(getReportHistory, { form, unit: unit.code, period })
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the report changed
  useEffect(() => {
    read.refetch()
  }, [isStale, unit.code])
  const versions = read.isPlaceholderData ? undefined : read.data?.versions
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null)
  const pair = chosen ?? { from: versions?.[1]?.version ?? 0, to: versions?.[0]?.version ?? 0 }
  const earlier = versions?.find(({ version }) => version === pair.from)
  const isGone = read.isError && 'told' in read.error && read.error.told.status === 404
  return (
    <SidePanel
      title={t('app.versions.title', { unit: unit.name })}
      note={t('app.versions.note')}
      onClose={onClose}
      foot={
        onRestore &&
        earlier && (
          <Button variant="subtle" onClick={() => onRestore(earlier)}>
            {t('app.versions.restore', { version: earlier.version })}
          </Button>
        )
      }
    >
      {isGone ? (
        <p className={classes.none}>{t('app.versions.none')}</p>
      ) : (
        read.isError && <ErrorNote problem={read.error} retry={() => read.refetch()} />
      )}
      {!versions && !read.isError && <LoadingBars rows={5} />}
      {versions && (
        <>
          <VersionEvents
            events={eventsOf(versions)}
            columns={columns}
            onShow={(version) => setChosen(pairOf(versions, version))}
          />
          {versions.length > 1 && (
            <CompareVersions versions={versions} pair={pair} columns={columns} onPair={setChosen} />
          )}
        </>
      )}
    </SidePanel>
  )
}

/** A version beside the one before it. */
function pairOf(versions: readonly ReportVersion[], version: number) {
  const at = versions.findIndex((v) => v.version === version)
  return { from: versions[at + 1]?.version ?? versions.at(-1)!.version, to: version }
}
