import { Button, Select } from '@mantine/core'
import { IconGavel, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { PickList } from '#web/kit/pick-list.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listProposals, type ProposalLine } from '../../api/choosing.ts'
import { ProposalState } from '../../schema.ts'
import classes from './choosing.module.css'
import { DecideDialog } from './decide-dialog.tsx'
import { ProposalDialog } from './proposal-dialog.tsx'
import { ProposalPane } from './proposal-pane.tsx'

const MOST = 200

/** Breakthrough contents that were proposed for the chosen year: read, discussed, decided. */
export function ChoosingPage() {
  const { t, number } = useWords()
  const { unit, period } = useSelection()
  const { proposal, state } = useSearch({ strict: false }) as { proposal?: string; state?: string }
  const go = useNavigate()
  const ask = (change: object) =>
    go({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true } as never)
  const only = ProposalState.options.find((one) => one === state)
  const year = period.slice(0, 4)
  const asked = { unit: unit ?? '', year, limit: MOST, ...(only && { state: only }) }
  const { data, error, refetch } = useRead(listProposals, asked, { enabled: unit !== null })
  const [doing, setDoing] = useState<'proposing' | 'deciding' | null>(null)
  const all = data?.proposals ?? []
  const chosen = proposal === undefined ? undefined : String(proposal)
  return (
    <>
      <PageHead
        title={t('app.choosing.title')}
        facts={
          <>
            <span>{t('app.choosing.year', { year })}</span>
            {data && <span>{t('app.choosing.facts', { count: number(all.length) })}</span>}
          </>
        }
        actions={<Actions proposals={all} onDo={setDoing} />}
      />
      {unit === null && <EmptyNote>{t('app.choosing.chooseUnit')}</EmptyNote>}
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && unit !== null && <LoadingBars rows={8} />}
      {data && (
        <Panes
          listLabel={t('app.choosing.title')}
          list={
            <>
              <StateFilter value={only ?? null} onChange={(value) => ask({ state: value ?? undefined })} />
              <ProposalList
                proposals={all}
                chosen={chosen ?? null}
                onChoose={(id) => ask({ proposal: id })}
              />
            </>
          }
        >
          {chosen === undefined ? (
            <EmptyNote>{t(all.length === 0 ? 'app.choosing.none' : 'app.choosing.choose')}</EmptyNote>
          ) : (
            <ProposalPane key={chosen} id={chosen} />
          )}
        </Panes>
      )}
      {doing === 'proposing' && (
        <ProposalDialog onClose={() => setDoing(null)} onSaved={(id) => ask({ proposal: id })} />
      )}
      {doing === 'deciding' && <DecideDialog proposals={all} onClose={() => setDoing(null)} />}
    </>
  )
}

type ActionsProps = { proposals: readonly ProposalLine[]; onDo(doing: 'proposing' | 'deciding'): void }

function Actions({ proposals, onDo }: ActionsProps) {
  const { t } = useWords()
  const me = useMe()
  const hasOpen = proposals.some(({ state }) => state === 'proposed')
  return (
    <>
      {me.may('proposal.decide') && hasOpen && (
        <Button
          variant="default"
          leftSection={<IconGavel size={16} aria-hidden />}
          onClick={() => onDo('deciding')}
        >
          {t('app.choosing.decide')}
        </Button>
      )}
      {me.may('proposal.make') && (
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onDo('proposing')}>
          {t('app.choosing.propose')}
        </Button>
      )}
    </>
  )
}

function StateFilter({ value, onChange }: { value: string | null; onChange(value: string | null): void }) {
  const { t } = useWords()
  return (
    <Select
      className={classes.filter}
      clearable
      aria-label={t('app.choosing.state')}
      placeholder={t('app.choosing.allStates')}
      value={value}
      data={ProposalState.options.map((one) => ({ value: one, label: t(`app.choosing.state.${one}`) }))}
      onChange={onChange}
    />
  )
}

type ListProps = { proposals: readonly ProposalLine[]; chosen: string | null; onChoose(id: string): void }

function ProposalList({ proposals, chosen, onChoose }: ListProps) {
  const { t, lang } = useWords()
  return (
    <PickList
      label={t('app.choosing.title')}
      items={proposals.map((one) => ({
        id: one.id,
        name: (lang === 'en' && one.nameEn) || one.name,
        note: `${t(`app.choosing.state.${one.state}`)} · ${one.unit.name}`,
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
