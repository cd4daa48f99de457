import { Button, MultiSelect, Select } from '@mantine/core'
import { IconClipboardText, IconListTree, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Unit } from '#modules/organisation/api.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { PARTICIPANTS, SessionForm } from '../../../schema.ts'
import { ChooseDirective } from '../../choose-directive.tsx'
import type { Defaults } from '../rules/line.ts'
import { PasteDialog } from './paste-dialog.tsx'
import classes from './sheet.module.css'
import type { useSheet } from './use-sheet.ts'

type Props = {
  directive: string | null
  onDirective(id: string | undefined): void
  defaults: Defaults
  onDefaults(defaults: Defaults): void
  sheet: ReturnType<typeof useSheet>
  units: readonly Unit[]
}

/** What all lines have in common, and the three ways to get lines. */
export function SheetTools({ directive, onDirective, defaults, onDefaults, sheet, units }: Props) {
  const { t, number } = useWords()
  const { unit } = useSelection()
  const [isPasting, setPasting] = useState(false)
  const own = units.find(({ code }) => code === unit)
  const below = units.filter(({ parentId }) => own !== undefined && parentId === own.id)
  return (
    <div className={classes.tools}>
      <ChooseDirective
        required
        className={classes.directive}
        label={t('app.studySheet.directive')}
        value={directive}
        onChange={(chosen) => onDirective(chosen?.id)}
      />
      <DayField
        label={t('app.studySheet.heldOn')}
        value={defaults.heldOn}
        onChange={(heldOn) => onDefaults({ ...defaults, heldOn })}
      />
      <Select
        allowDeselect={false}
        label={t('app.studySheet.form')}
        value={defaults.form}
        data={SessionForm.options.map((value) => ({ value, label: t(`app.studySessions.form.${value}`) }))}
        onChange={(form) => onDefaults({ ...defaults, form: form ?? defaults.form })}
      />
      <MultiSelect
        className={classes.kinds}
        label={t('app.studySheet.kinds')}
        value={[...sheet.kinds]}
        data={PARTICIPANTS.map((value) => ({ value, label: t(`app.studySessions.kind.${value}`) }))}
        onChange={(chosen) => sheet.setKinds(PARTICIPANTS.filter((kind) => chosen.includes(kind)))}
      />
      <div className={classes.ways}>
        {below.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconListTree size={16} aria-hidden />}
            onClick={() => sheet.addBlank(below.map(({ code }) => code))}
          >
            {t('app.studySheet.below', { count: number(below.length) })}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => sheet.addBlank([own?.code ?? ''])}
        >
          {t('app.studySheet.addLine')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} aria-hidden />}
          onClick={() => setPasting(true)}
        >
          {t('app.studySheet.paste')}
        </Button>
      </div>
      {isPasting && (
        <PasteDialog sheet={sheet} units={units} defaults={defaults} onClose={() => setPasting(false)} />
      )}
    </div>
  )
}
