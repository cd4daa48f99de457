import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './edit-form.module.css'
import { ErrorNote } from './notes.tsx'
import { useWords } from './words.tsx'

type Props = {
  title: string
  /** What stands behind it, in a line. */
  facts?: ReactNode
  children: ReactNode
  problem: unknown
  isBusy: boolean
  isChanged: boolean
  /** Without it nothing can be saved: the reader may look only. */
  mayChange: boolean
  onSave(): void
  onReset(): void
}

/** A definition as fields, with what is wrong under each, and one button that saves. */
export function EditForm({
  title,
  facts,
  children,
  problem,
  isBusy,
  isChanged,
  mayChange,
  onSave,
  onReset,
}: Props) {
  const { t } = useWords()
  return (
    <form
      className={classes.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (mayChange && isChanged) onSave()
      }}
    >
      <div className={classes.body}>
        <h2>{title}</h2>
        {facts && <div className={classes.facts}>{facts}</div>}
        <fieldset disabled={!mayChange}>{children}</fieldset>
        {Boolean(problem) && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      </div>
      {mayChange && (
        <div className={classes.foot}>
          <Button variant="default" disabled={!isChanged} onClick={onReset}>
            {t('app.editForm.reset')}
          </Button>
          <Button type="submit" disabled={!isChanged} loading={isBusy}>
            {t('app.editForm.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

/** Fields side by side, as far as there is room. */
export const Fields = ({ children }: { children: ReactNode }) => (
  <div className={classes.fields}>{children}</div>
)

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      {hint && <p>{hint}</p>}
      {children}
    </fieldset>
  )
}
