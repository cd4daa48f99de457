import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { SchemeDraft } from '../../../api/schemes.ts'
import classes from './draft.module.css'
import { DraftActs } from './draft-acts.tsx'
import { DraftTree } from './draft-tree.tsx'
import { FaultList } from './fault-list.tsx'
import { PlaceForm } from './place-form.tsx'
import { TryOut, trialKeyOf } from './try-out.tsx'
import { useDraft } from './use-draft.ts'

/** The tree of a scheme, the part that is open as fields, and beside it what the check says and what a rule gives. */
export function DraftEditor({ draft, etag }: { draft: SchemeDraft; etag: string | null }) {
  const { t, number } = useWords()
  const held = useDraft(draft, etag)
  const { scheme, place, writing } = held
  const criterion =
    place.kind === 'criterion' ? scheme.areas[place.area]!.criteria[place.criterion]! : undefined
  useBlocker({
    // What is typed and not saved is not lost by a wrong key
    shouldBlockFn: () => held.isChanged && !window.confirm(t('app.schemes.leave')),
    enableBeforeUnload: held.isChanged,
  })
  return (
    <>
      <PageHead
        title={scheme.name || scheme.code}
        facts={
          <>
            <span>{scheme.code}</span>
            <StateMark
              state="draft"
              word={t('app.schemes.draftOf', { version: number(draft.nextVersion) })}
            />
            {held.isChanged && <StateMark state="queued" word={t('app.schemes.unsaved')} />}
          </>
        }
        actions={<DraftActs draft={draft} held={held} />}
      />
      <Panes
        listLabel={t('app.schemes.parts')}
        sideLabel={t('app.schemes.check')}
        list={<DraftTree held={held} />}
        side={
          <>
            {criterion && <TryOut key={trialKeyOf(criterion)} criterion={criterion} />}
            <FaultList held={held} />
          </>
        }
      >
        <form
          noValidate
          className={classes.work}
          aria-label={t('app.schemes.draft')}
          onSubmit={(event) => {
            event.preventDefault()
            if (held.maySave) held.save()
          }}
        >
          <div className={classes.body}>
            <PlaceForm held={held} isNew={draft.base === null} />
            {writing.problem && <ErrorNote problem={writing.problem} safe={t('app.schemes.kept')} />}
          </div>
          <div className={classes.foot}>
            <Button variant="default" disabled={!held.isChanged} onClick={held.reset}>
              {t('app.editForm.reset')}
            </Button>
            <Button type="submit" disabled={!held.maySave} loading={writing.isBusy}>
              {t('app.schemes.save')}
            </Button>
          </div>
        </form>
      </Panes>
    </>
  )
}
