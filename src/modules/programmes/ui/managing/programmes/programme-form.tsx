import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IndicatorAnswer } from '#modules/indicators/api/definitions.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { EditForm, FieldGroup, Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import {
  changeProgramme,
  createProgramme,
  listProgrammes,
  type ProgrammeAnswer,
  type ProgrammeInput,
} from '../../../api/programmes.ts'
import { FiguresPart } from './figures-part.tsx'

type Props = {
  programme: ProgrammeAnswer | undefined
  /** Where a new one stands. */
  position: number
  indicators: readonly IndicatorAnswer[]
  mayChange: boolean
  onSaved(slug: string): void
}

const inputOf = ({ unitName: _, used: _used, ...input }: ProgrammeAnswer): ProgrammeInput => input

const newProgramme = (unit: string, year: string, position: number): ProgrammeInput => ({
  slug: '',
  name: '',
  nameEn: '',
  summary: '',
  summaryEn: '',
  unit,
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
  breakthrough: false,
  position,
  figures: [],
})

/** One programme: its words in both languages, its days and unit, and its figures. */
export function ProgrammeForm({ programme, position, indicators, mayChange, onSaved }: Props) {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const [first, setFirst] = useState(() =>
    programme ? inputOf(programme) : newProgramme(unit ?? '', period.slice(0, 4), position),
  )
  const [draft, setDraft] = useState<ProgrammeInput>(first)
  const writing = useWrite(programme ? changeProgramme : createProgramme, {
    refreshes: [listProgrammes],
    onDone: ({ data }) => {
      setFirst(inputOf(data))
      setDraft(inputOf(data))
      onSaved(data.slug)
    },
  })
  const errorOf = fieldErrors(writing.problem)
  const put = (change: Partial<ProgrammeInput>) => setDraft({ ...draft, ...change })
  const text = (member: 'slug' | 'name' | 'nameEn' | 'unit' | 'summary' | 'summaryEn') => ({
    label: t(`app.programmeAdmin.${member}`),
    value: draft[member],
    error: errorOf(member),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      put({ [member]: value }),
  })
  const dayOf = (member: 'startsOn' | 'endsOn') => ({
    label: t(`app.programmeAdmin.${member}`),
    value: draft[member],
    error: errorOf(member),
    onChange: (value: string) => put({ [member]: value }),
  })
  return (
    <EditForm
      title={programme ? programme.name : t('app.programmeAdmin.new')}
      facts={programme?.unitName}
      problem={writing.problem}
      isBusy={writing.isBusy}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      mayChange={mayChange}
      onSave={() => writing.run(draft)}
      onReset={() => {
        setDraft(first)
        writing.reset()
      }}
    >
      <Fields>
        <TextInput {...text('name')} required />
        <TextInput {...text('nameEn')} required />
      </Fields>
      <Fields>
        <TextInput {...text('slug')} disabled={programme !== undefined} required />
        <TextInput {...text('unit')} required />
      </Fields>
      <Fields>
        <DayField {...dayOf('startsOn')} required />
        <DayField {...dayOf('endsOn')} required />
        <TextInput
          type="number"
          min={0}
          label={t('app.programmeAdmin.position')}
          value={String(draft.position)}
          error={errorOf('position')}
          onChange={({ currentTarget: { value } }) => put({ position: Number(value) })}
        />
      </Fields>
      <Checkbox
        label={t('app.programmeAdmin.breakthrough')}
        checked={draft.breakthrough}
        onChange={({ currentTarget: { checked } }) => put({ breakthrough: checked })}
      />
      <Fields>
        <Textarea {...text('summary')} autosize minRows={3} />
        <Textarea {...text('summaryEn')} autosize minRows={3} />
      </Fields>
      <FieldGroup title={t('app.programmeAdmin.figures')} hint={t('app.programmeAdmin.figuresHint')}>
        <FiguresPart
          figures={draft.figures}
          used={programme?.used ?? []}
          indicators={indicators}
          errorOf={errorOf}
          onChange={(figures) => put({ figures })}
        />
      </FieldGroup>
    </EditForm>
  )
}
