import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { listDirectives, registerDirective } from '../../api/register.ts'
import { DirectiveForm } from './directive-form.tsx'
import { keepPlace } from './directive-link.tsx'
import classes from './register.module.css'
import { emptyDraft } from './rules/draft.ts'

/** Puts a directive into the register, and then opens it. */
export function NewPage() {
  const { t } = useWords()
  const { unit } = useSelection()
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(registerDirective, {
    refreshes: [listDirectives],
    onDone: ({ data }) => go({ to: '/directives/$id', params: { id: data.id }, search: keepPlace } as never),
  })
  return (
    <>
      <PageHead title={t('app.register.new')} />
      <div className={classes.form}>
        <DirectiveForm
          key={unit}
          start={emptyDraft(unit ?? '')}
          action={t('app.register.save')}
          problem={problem}
          isBusy={isBusy}
          cancel={
            <Button component={Link} variant="default" {...({ to: '/directives' } as object)}>
              {t('app.cancel')}
            </Button>
          }
          onSave={run}
        />
      </div>
    </>
  )
}
