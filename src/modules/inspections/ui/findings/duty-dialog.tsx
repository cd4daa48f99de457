import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '#kernel/day.ts'
import { Product } from '#modules/directives/schema.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { listFindings, makeDuty } from '../../api/findings.ts'
import { getInspection } from '../../api/plan.ts'
import { type Finding, getVisit } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { todayHere } from '../today.ts'

const USUAL_DAYS = 30

/** The office asks the unit to mend it by a day: a duty under the inspection's directive. */
export function DutyDialog({ finding, onClose }: { finding: Finding; onClose(): void }) {
  const { t } = useWords()
  const [task, setTask] = useState(finding.asked || finding.text)
  const [product, setProduct] = useState<Product>('report')
  const [unit, setUnit] = useState('')
  const [dueOn, setDueOn] = useState(addDays(todayHere(), USUAL_DAYS))
  const { run, isBusy, problem } = useWrite(makeDuty, {
    refreshes: [getVisit, listFindings, getInspection],
    onDone: onClose,
  })
  const errorOf = fieldErrors(problem)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.inspection.duty.make')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          run({ id: finding.id, task, product, dueOn, ...(unit.trim() !== '' && { unit: unit.trim() }) })
        }}
      >
        <p>
          {t('app.inspection.duty.tells', {
            unit: finding.unit.name,
            number: finding.inspection.directive.number,
          })}
        </p>
        <Textarea
          label={t('app.inspection.duty.task')}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={task}
          error={errorOf('task')}
          onChange={({ currentTarget }) => setTask(currentTarget.value)}
        />
        <DayField
          label={t('app.inspection.duty.dueOn')}
          required
          value={dueOn}
          error={errorOf('dueOn')}
          onChange={setDueOn}
        />
        <Select
          label={t('app.inspection.duty.product')}
          allowDeselect={false}
          value={product}
          data={Product.options.map((value) => ({ value, label: t(`app.inspection.product.${value}`) }))}
          onChange={(value) => setProduct((value ?? 'report') as Product)}
        />
        {(unit !== '' || errorOf('unit')) && (
          <TextInput
            label={t('app.inspection.duty.unit')}
            value={unit}
            error={errorOf('unit')}
            onChange={({ currentTarget }) => setUnit(currentTarget.value)}
          />
        )}
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={task.trim() === '' || dueOn === ''}>
            {t('app.inspection.duty.send')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
