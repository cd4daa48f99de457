import { Select, Textarea, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { Fields } from '#web/kit/edit-form.tsx'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import { monthOf } from '../../rules/sessions.ts'
import { PARTICIPANTS, type Participants, SessionForm } from '../../schema.ts'
import { type Count, faultOfCount, type Line, NO_COUNT } from './rules/line.ts'
import classes from './sessions.module.css'

type Props = {
  line: Line
  errorOf(path: string): string | undefined
  onChange(change: Partial<Line>): void
}

/** A session's own fields: when and how, who was asked and who came, what was studied from. */
export function SessionFields({ line, errorOf, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        label={t('app.studySessions.cell')}
        description={t('app.studySessions.cellHint')}
        maxLength={200}
        value={line.cell}
        error={errorOf('cell')}
        onChange={({ currentTarget }) => onChange({ cell: currentTarget.value })}
      />
      <Fields>
        <DayField
          required
          label={t('app.studySessions.heldOn')}
          value={line.heldOn}
          error={errorOf('heldOn')}
          onChange={(heldOn) => onChange({ heldOn })}
        />
        <Select
          required
          allowDeselect={false}
          label={t('app.studySessions.form')}
          value={line.form}
          error={errorOf('form')}
          data={SessionForm.options.map((value) => ({ value, label: t(`app.studySessions.form.${value}`) }))}
          onChange={(form) => onChange({ form: form ?? line.form })}
        />
      </Fields>
      <CountFields line={line} errorOf={errorOf} onChange={onChange} />
      <Textarea
        autosize
        minRows={2}
        maxLength={2_000}
        label={t('app.studySessions.materials')}
        value={line.materials}
        error={errorOf('materials')}
        onChange={({ currentTarget }) => onChange({ materials: currentTarget.value })}
      />
      {line.unit !== '' && line.heldOn !== '' && (
        <EvidenceField
          unit={line.unit}
          period={monthOf(line.heldOn)}
          fileIds={line.files}
          onChange={(files) => onChange({ files })}
        />
      )}
      {errorOf('files') && <p role="alert">{errorOf('files')}</p>}
    </>
  )
}

/** One row for each kind; a kind of which nobody was asked stays empty. */
function CountFields({ line, errorOf, onChange }: Props) {
  const { t } = useWords()
  const put = (kind: Participants, change: Partial<Count>) => {
    const count = { ...(line.counts[kind] ?? NO_COUNT), ...change }
    onChange({ counts: { ...line.counts, [kind]: count } })
  }
  return (
    <fieldset className={classes.counts}>
      <legend>{t('app.studySessions.who')}</legend>
      <span aria-hidden />
      <span aria-hidden>{t('app.studySessions.invited')}</span>
      <span aria-hidden>{t('app.studySessions.attended')}</span>
      {PARTICIPANTS.map((kind) => {
        const count = line.counts[kind] ?? NO_COUNT
        const name = t(`app.studySessions.kind.${kind}`)
        const fault = faultOfCount(count)
        const field = (half: keyof Count) => ({
          'aria-label': `${name}, ${t(`app.studySessions.${half}`)}`,
          inputMode: 'numeric' as const,
          value: count[half],
          onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
            put(kind, { [half]: currentTarget.value }),
        })
        return (
          <div key={kind} className={classes.count}>
            <span>{name}</span>
            <TextInput {...field('invited')} />
            <TextInput {...field('attended')} error={fault && fault !== 'missing'} />
            {fault && fault !== 'missing' && <p role="alert">{t(`app.studySessions.fault.${fault}`)}</p>}
          </div>
        )
      })}
      {errorOf('attendance') && <p role="alert">{errorOf('attendance')}</p>}
    </fieldset>
  )
}
