import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { useUnitsHeld } from '#modules/directives/ui/sessions/use-units.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { listResults, listUnitResults, publishExternal } from '../../api/results.ts'
import { listSchemes } from '../../api/schemes.ts'
import classes from './results.module.css'

/** Publishes what others scored, from scores that were imported for an external scheme, for the period that is chosen. */
export function EnterExternal() {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('app.results.enter')}
      </Button>
      {isAsked && <Dialog onClose={() => setAsked(false)} />}
    </>
  )
}

const EMPTY = { scheme: '', name: '', decision: '', decidedOn: '' }

function Dialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const go = useNavigate()
  const on = parsePeriod(period)?.endsOn ?? ''
  const keepers = useUnitsHeld('result.publish', on)
  const schemes = useExternalSchemes()
  const [draft, setDraft] = useState({ ...EMPTY, keeper: unit ?? '' })
  const put = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }))
  const { run, isBusy, problem } = useWrite(publishExternal, {
    refreshes: [listResults, listUnitResults],
    onDone: ({ data: { id } }) =>
      go({ to: '/results/$round', params: { round: id }, search: keepPlace } as never),
  })
  const errorOf = fieldErrors(problem)
  const keeper = keepers.some(({ code }) => code === draft.keeper) ? draft.keeper : null
  const isWhole = keeper !== null && Object.values(draft).every((value) => value.trim() !== '')
  return (
    <Modal
      opened
      centered
      title={t('app.results.enter')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      onClose={onClose}
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole && keeper) run({ ...draft, keeper, period })
        }}
      >
        <p>{t('app.results.enterMeans', { period: tellPeriod(t, period) })}</p>
        <Select
          required
          allowDeselect={false}
          label={t('app.results.scheme')}
          value={draft.scheme || null}
          data={schemes}
          placeholder={schemes.length === 0 ? t('app.results.noExternal') : ''}
          error={errorOf('scheme')}
          onChange={(scheme) => put({ scheme: scheme ?? '' })}
        />
        <Select
          required
          searchable
          limit={60}
          allowDeselect={false}
          label={t('app.results.keeper')}
          value={keeper}
          data={keepers.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          error={errorOf('keeper')}
          onChange={(value) => put({ keeper: value ?? '' })}
        />
        <TextInput
          required
          maxLength={300}
          label={t('app.results.name')}
          value={draft.name}
          error={errorOf('name')}
          onChange={({ currentTarget: { value } }) => put({ name: value })}
        />
        <TextInput
          required
          maxLength={200}
          label={t('app.results.decisionNumber')}
          placeholder="268/QĐ-BNV"
          value={draft.decision}
          error={errorOf('decision')}
          onChange={({ currentTarget: { value } }) => put({ decision: value })}
        />
        <DayField
          required
          label={t('app.results.decidedOn')}
          value={draft.decidedOn}
          error={errorOf('decidedOn')}
          onChange={(decidedOn) => put({ decidedOn })}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
        <div className={classes.formFoot}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isWhole}>
            {t('app.results.publish')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** Schemes that others score by. */
function useExternalSchemes(): { value: string; label: string }[] {
  const { data } = useRead(listSchemes, { limit: 200 })
  return (data?.schemes ?? [])
    .filter(({ isExternal }) => isExternal)
    .map(({ code, name }) => ({ value: code, label: name }))
}
