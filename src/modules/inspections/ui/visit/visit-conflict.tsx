import { Button } from '@mantine/core'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { drop, insist } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getVisit, type VisitDraft } from '../../api/visits.ts'
import { joinVisits } from '../../rules/visit.ts'
import classes from '../inspections.module.css'
import { todayHere } from '../today.ts'
import { boundIn, differing, draftIn, draftOf } from './visit-draft.ts'

/** Somebody else recorded the visit meanwhile: what differs side by side, and a person chooses. Nothing is lost silently. */
export function VisitConflict({ item }: { item: Item }) {
  const { t } = useWords()
  const mine = draftIn(item)
  const { id } = item.input as { id: string }
  const read = useEtagRead(getVisit, { id })
  const visit = read.data?.data
  const etag = read.data?.etag ?? null
  const theirs = visit && draftOf(visit, todayHere())
  const bound = visit ? boundIn(visit) : new Set<string>()
  const write = (draft: VisitDraft) => insist(item.id, etag, { id, ...draft })
  const lost = theirs
    ? theirs.findings.filter(({ key }) => bound.has(key) && !mine.findings.some((own) => own.key === key))
    : []
  return (
    <article className={classes.stuck} aria-label={item.label}>
      <header>
        <b>{item.label}</b>
        <StateMark state="look" word={t('app.outbox.conflict')} />
      </header>
      <p>{t('app.inspection.conflict')}</p>
      {read.isError && <ErrorNote problem={read.error} retry={() => read.refetch()} />}
      {!visit && !read.isError && <LoadingBars rows={2} />}
      {theirs && (
        <dl className={classes.facts}>
          {differing(mine, theirs).map((part) => (
            <Difference key={part} part={part} mine={mine} theirs={theirs} />
          ))}
        </dl>
      )}
      <div className={classes.actions}>
        <Button disabled={!theirs} onClick={() => theirs && write(joinVisits(mine, theirs, bound))}>
          {t('app.inspection.conflict.join')}
        </Button>
        <Button variant="default" disabled={!theirs || lost.length > 0} onClick={() => write(mine)}>
          {t('app.inspection.conflict.mine')}
        </Button>
        <Button variant="default" onClick={() => drop(item.id)}>
          {t('app.inspection.conflict.theirs')}
        </Button>
      </div>
    </article>
  )
}

type Sides = { part: keyof VisitDraft; mine: VisitDraft; theirs: VisitDraft }

function Difference({ part, mine, theirs }: Sides) {
  const { t, day } = useWords()
  const tell = (draft: VisitDraft): string => {
    if (part === 'visitedOn') return day(draft.visitedOn)
    if (part === 'findings') return draft.findings.map(({ text }) => text).join('; ')
    if (part === 'files') return t('app.inspection.conflict.files', { count: draft.files.length })
    const value = draft[part]
    return Array.isArray(value) ? value.join('; ') : String(value ?? '')
  }
  return (
    <>
      <dt>{t(`app.inspection.part.${part}`)}</dt>
      <dd>
        <small>{t('app.inspection.conflict.own')}</small>
        {tell(mine) || t('app.inspection.conflict.empty')}
        <small>{t('app.inspection.conflict.other')}</small>
        {tell(theirs) || t('app.inspection.conflict.empty')}
      </dd>
    </>
  )
}
