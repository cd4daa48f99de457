import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { changeDirective, getCascade, getDirective, listDirectives } from '../../api/register.ts'
import { DirectiveForm } from './directive-form.tsx'
import { keepPlace } from './directive-link.tsx'
import classes from './register.module.css'
import { draftOf } from './rules/draft.ts'

/** Corrects what the register says of a directive. */
export function EditPage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useEtagRead(getDirective, { id })
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(changeDirective, {
    refreshes: [listDirectives, getDirective, getCascade],
    onDone: () => go({ to: '/directives/$id', params: { id }, search: keepPlace } as never),
  })
  const held = read?.data
  return (
    <>
      <PageHead title={held ? t('app.register.editOne', { number: held.number }) : t('app.register.edit')} />
      <div className={classes.form}>
        {error && !held && <ErrorNote problem={error} retry={refetch} />}
        {!held && !error && <LoadingBars rows={8} />}
        {held && (
          <DirectiveForm
            key={held.id}
            isHeld
            start={draftOf(held)}
            files={held.files}
            action={t('app.register.saveChange')}
            problem={problem}
            isBusy={isBusy}
            cancel={
              <Button
                component={Link}
                variant="default"
                {...({ to: '/directives/$id', params: { id } } as object)}
              >
                {t('app.cancel')}
              </Button>
            }
            onSave={(input) => run({ id, ...input }, { ifMatch: read.etag ?? undefined })}
          />
        )}
      </div>
    </>
  )
}
