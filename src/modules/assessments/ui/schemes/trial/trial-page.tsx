import { Button, Select } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getDraft, type SchemeDraft, type Trial, tryDraft } from '../../../api/schemes.ts'
import classes from '../schemes.module.css'
import { TrialTable } from './trial-table.tsx'

/** Who would have stood where in a past period by the draft that was saved last, beside where they stood. */
export function TrialPage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { past } = useSearch({ strict: false }) as { past?: string | number }
  const { data, error, refetch } = useRead(getDraft, { id })
  const draft = data?.id === id ? data : undefined
  const period = past === undefined ? draft?.periods[0] : String(past)
  return (
    <>
      <PageHead
        title={t('app.schemes.trial')}
        facts={draft && <span>{draft.name || draft.code}</span>}
        actions={
          <Button
            component={Link}
            variant="default"
            {...({ to: '/schemes/drafts/$id', params: { id }, search: keepPlace } as object)}
          >
            {t('app.schemes.backToDraft')}
          </Button>
        }
      />
      <div className={classes.page}>
        {error && !draft && <ErrorNote problem={error} retry={refetch} />}
        {!draft && !error && <LoadingBars rows={8} />}
        {draft && period === undefined && <EmptyNote>{t('app.schemes.noPast')}</EmptyNote>}
        {draft && period !== undefined && <OfPeriod draft={draft} period={period} />}
      </div>
    </>
  )
}

function OfPeriod({ draft, period }: { draft: SchemeDraft; period: string }) {
  const { t } = useWords()
  const go = useNavigate()
  const { data, error, refetch } = useRead(tryDraft, { id: draft.id, period, limit: 500 })
  const trial = data?.period === period ? data : undefined
  return (
    <>
      <Select
        className={classes.versions ?? ''}
        allowDeselect={false}
        label={t('app.schemes.onPeriod')}
        value={period}
        data={draft.periods.map((value) => ({ value, label: tellPeriod(t, value) }))}
        onChange={(value) =>
          go({ to: '.', search: (old: object) => ({ ...old, past: value }), replace: true } as never)
        }
      />
      {error && !trial && <ErrorNote problem={error} retry={refetch} />}
      {!trial && !error && <LoadingBars rows={10} />}
      {trial && trial.units === 0 && <EmptyNote>{t('app.schemes.nothingSaid')}</EmptyNote>}
      {trial && trial.units > 0 && <Told trial={trial} />}
    </>
  )
}

function Told({ trial }: { trial: Trial }) {
  const { t, number } = useWords()
  const { moved, criteria, leftOut, units, rows } = trial
  const named = ({ code, name }: { code: string; name: string }) => `${code} ${name}`
  return (
    <>
      <p className={classes.lead}>
        {t('app.schemes.moved', {
          units: number(units),
          up: number(moved.up),
          down: number(moved.down),
          same: number(moved.same),
        })}{' '}
        {moved.incomplete > 0 && t('app.schemes.incomplete', { count: number(moved.incomplete) })}
      </p>
      {leftOut.length > 0 && (
        <p className={classes.lead}>
          {t('app.schemes.leftOut', {
            count: number(leftOut.length),
            criteria: leftOut.map(named).join('; '),
          })}
        </p>
      )}
      <TrialTable trial={trial} />
      {rows.length < units && (
        <EmptyNote>{t('app.schemes.firstOnly', { count: number(rows.length) })}</EmptyNote>
      )}
      {criteria.length > 0 && (
        <Section title={t('app.schemes.otherwise')}>
          <ul className={classes.list}>
            {criteria.map((one) => (
              <li key={one.code}>
                <div className={classes.words}>{named(one)}</div>
                <div className={classes.state}>
                  {[
                    one.changed > 0 && t('app.schemes.changedUnits', { count: number(one.changed) }),
                    one.notAssessed > 0 && t('app.schemes.openUnits', { count: number(one.notAssessed) }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
