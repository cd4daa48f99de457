import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { listUnits } from '#modules/organisation/api.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { type Occurrence, passDuties } from '../../api/duties.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import classes from './duties.module.css'
import { REFRESHED } from './refreshed.ts'

/** By a decision of the register, this occurrence goes to the successors of a unit that has ended. */
export function PassDialog({ duty, onClose }: { duty: Occurrence; onClose(): void }) {
  const { t, compare } = useWords()
  const [to, setTo] = useState<string[]>([])
  const [decision, setDecision] = useState<string | null>(null)
  const units = useRead(listUnits, {}, { offline: true }).data?.units ?? []
  const { run, isBusy, problem } = useWrite(passDuties, { refreshes: REFRESHED, onDone: onClose })
  const { unit, id, duty: asked } = duty
  return (
    <Confirm
      opened
      title={t('app.duties.pass.title', { unit: unit.name })}
      action={t('app.duties.pass')}
      isBusy={isBusy}
      disabled={to.length === 0 || decision === null}
      onConfirm={() =>
        run({ unit: unit.code, on: asked.issuedOn, to, directive: decision ?? '', occurrences: [id] })
      }
      onClose={onClose}
    >
      <div className={classes.form}>
        <MultiSelect
          required
          searchable
          limit={50}
          label={t('app.duties.pass.to')}
          description={t('app.duties.pass.first')}
          value={to}
          data={[...new Map(units.map((one) => [one.code, one])).values()]
            .sort((a, b) => compare(a.name, b.name))
            .map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          onChange={setTo}
        />
        <ChooseDirective
          required
          label={t('app.duties.pass.decision')}
          value={decision}
          onChange={(chosen) => setDecision(chosen?.id ?? null)}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
