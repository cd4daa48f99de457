import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import type { Meter } from '../../../api/grade-shapes.ts'
import { decideGrades } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './grading-foot.tsx'
import { isPaper, type PaperDraft, PaperFields } from './paper-fields.tsx'
import { decidable } from './rules/deciding.ts'

/** Decides what is proposed. Groups over their quota are named, and cannot be taken in; the others can. */
export function DecideDialog({ grading, etag, meters, subjects, onClose }: Asked) {
  const { t, number } = useWords()
  const [paper, setPaper] = useState<PaperDraft>({ number: '', on: dayOf(new Date()) })
  const { over, waiting, within, unproposed } = decidable(grading, subjects, meters)
  const { run, isBusy, problem } = useWrite(decideGrades, { refreshes: REFRESHED, onDone: onClose })
  const decide = () =>
    run(
      {
        grading: grading.id,
        number: paper.number.trim(),
        on: paper.on,
        ...(within.length < waiting.length && { subjects: within.map(asProposed) }),
      },
      { ifMatch: etag },
    )
  return (
    <Confirm
      opened
      title={t('app.gradings.decide')}
      action={t('app.gradings.decideCount', { count: number(within.length) })}
      isBusy={isBusy}
      disabled={within.length === 0 || !isPaper(paper)}
      onConfirm={decide}
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{grading.name}</p>
        {over.map((meter) => (
          <Over key={`${meter.level} ${meter.key}`} meter={meter} />
        ))}
        {over.length > 0 && (
          <p>
            {t(within.length > 0 ? 'app.gradings.decideOthers' : 'app.gradings.decideNone', {
              left: number(waiting.length - within.length),
            })}
          </p>
        )}
        {unproposed > 0 && <p>{t('app.gradings.unproposed', { count: number(unproposed) })}</p>}
        <PaperFields
          paper={paper}
          problem={problem}
          onChange={(part) => setPaper((old) => ({ ...old, ...part }))}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.nothingDecided')} />}
      </div>
    </Confirm>
  )
}

const asProposed = ({ id }: { id: string }) => ({ subject: id, grade: null, exemption: null, reason: '' })

function Over({ meter }: { meter: Meter }) {
  const { t, number } = useWords()
  const { unit, group, level, ofProposed } = meter
  return (
    <p className={classes.blocked}>
      {t('app.quota.over', {
        group: [unit?.name, group].filter(Boolean).join(' · ') || t('app.quota.everybody'),
        level: t(`app.grade.${level}`).toLocaleLowerCase(),
        used: number(ofProposed.used),
        allowed: number(ofProposed.allowed),
      })}
    </p>
  )
}
