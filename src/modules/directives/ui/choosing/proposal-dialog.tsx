import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { listUnits } from '#modules/organisation/api.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import {
  changeProposal,
  getProposal,
  listProposals,
  makeProposal,
  type Proposal,
} from '../../api/choosing.ts'
import { useUnitsHeld } from '../sessions/use-units.ts'
import classes from './choosing.module.css'
import { choosersOf } from './rules/chooser.ts'
import { contentOf, type Draft, draftOf, emptyDraft, isWhole } from './rules/draft.ts'
import { WishFields } from './wish-fields.tsx'

type Props = {
  /** Left out: a new one. */
  proposal?: Proposal
  etag?: string | null
  onClose(): void
  onSaved(id: string): void
}

/** A proposal as fields: who puts it to whom, what and why, its days, and the targets wished for. */
export function ProposalDialog({ proposal, etag, onClose, onSaved }: Props) {
  const { t, lang } = useWords()
  const { unit: selected, period } = useSelection()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const [draft, setDraft] = useState<Draft>(() =>
    proposal ? draftOf(proposal) : emptyDraft(period.slice(0, 4)),
  )
  const [units, setUnits] = useState({ unit: selected ?? '', chooser: '' })
  const saved = {
    refreshes: [getProposal, listProposals],
    onDone: ({ data }: { data: Proposal }) => {
      onSaved(data.id)
      onClose()
    },
  }
  const making = useWrite(makeProposal, saved)
  const changing = useWrite(changeProposal, saved)
  const { isBusy, problem } = proposal ? changing : making
  const errorOf = fieldErrors(problem)
  const isReady = isWhole(draft) && (proposal !== undefined || (units.unit !== '' && units.chooser !== ''))
  const send = () => {
    const content = contentOf(draft, lang)
    if (proposal) changing.run({ id: proposal.id, ...content }, { ifMatch: etag ?? undefined })
    else making.run({ ...units, ...content })
  }
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="xl"
      onClose={onClose}
      title={t(proposal ? 'app.choosing.change' : 'app.choosing.propose')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) send()
        }}
      >
        {!proposal && <UnitFields units={units} on={draft.startsOn} errorOf={errorOf} onChange={setUnits} />}
        <ContentFields draft={draft} errorOf={errorOf} onChange={put} />
        <WishFields
          wishes={draft.targets}
          period={draft.startsOn.slice(0, 4)}
          errorOf={errorOf}
          onChange={(targets) => put({ targets })}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.choosing.kept')} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isReady}>
            {t(proposal ? 'app.choosing.save' : 'app.choosing.propose')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

type Units = { unit: string; chooser: string }
type UnitProps = {
  units: Units
  on: string
  errorOf(path: string): string | undefined
  onChange(units: Units): void
}

function UnitFields({ units, on, errorOf, onChange }: UnitProps) {
  const { t } = useWords()
  const held = useUnitsHeld('proposal.make', on)
  const all = useRead(listUnits, on === '' ? {} : { on }, { offline: true }).data?.units ?? []
  const isKnown = held.some(({ code }) => code === units.unit)
  const choosers = isKnown ? choosersOf(all, units.unit) : []
  const options = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Fields>
      <Select
        required
        searchable
        limit={60}
        allowDeselect={false}
        label={t('app.choosing.unit')}
        value={isKnown ? units.unit : null}
        data={options(held)}
        error={errorOf('unit')}
        onChange={(unit) => onChange({ unit: unit ?? '', chooser: '' })}
      />
      <Select
        required
        allowDeselect={false}
        label={t('app.choosing.chooser')}
        value={units.chooser || null}
        data={options(choosers)}
        error={errorOf('chooser')}
        onChange={(chooser) => onChange({ ...units, chooser: chooser ?? '' })}
      />
    </Fields>
  )
}

type ContentProps = {
  draft: Draft
  errorOf(path: string): string | undefined
  onChange(change: Partial<Draft>): void
}

function ContentFields({ draft, errorOf, onChange }: ContentProps) {
  const { t } = useWords()
  const text = (member: 'name' | 'nameEn' | 'why' | 'summary' | 'summaryEn') => ({
    label: t(`app.choosing.${member}`),
    value: draft[member],
    error: errorOf(member),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ [member]: value }),
  })
  const dayOf = (member: 'startsOn' | 'endsOn') => ({
    label: t(`app.choosing.${member}`),
    value: draft[member],
    error: errorOf(member),
    onChange: (value: string) => onChange({ [member]: value }),
  })
  return (
    <>
      <Fields>
        <TextInput {...text('name')} required maxLength={500} />
        <TextInput {...text('nameEn')} maxLength={500} />
      </Fields>
      <Fields>
        <DayField {...dayOf('startsOn')} required />
        <DayField {...dayOf('endsOn')} required />
      </Fields>
      <Textarea {...text('why')} required autosize minRows={3} maxLength={5_000} />
      <Fields>
        <Textarea {...text('summary')} autosize minRows={2} maxLength={5_000} />
        <Textarea {...text('summaryEn')} autosize minRows={2} maxLength={5_000} />
      </Fields>
    </>
  )
}
