import { EmptyNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { PersonRecord } from '../../../api/people-record.ts'
import classes from './record.module.css'
import { RecordedGradeView } from './recorded-grade.tsx'

/** Everything that is recorded of one person's work, and who read it. */
export function RecordView({ record, isOwn = false }: { record: PersonRecord; isOwn?: boolean }) {
  const { t, day } = useWords()
  const { person, posts, grades, readings, keptUntil } = record
  return (
    <>
      <Section title={t('app.record.person')}>
        <dl className={classes.facts}>
          <dt>{t('app.record.code')}</dt>
          <dd>{person.code}</dd>
          <dt>{t('app.record.account')}</dt>
          <dd>{person.account ?? t('app.record.noAccount')}</dd>
          <dt>{t('app.record.keptUntil')}</dt>
          <dd>{keptUntil === null ? t('app.record.inPost') : day(keptUntil)}</dd>
        </dl>
      </Section>
      <Posts posts={posts} />
      <Section title={t('app.record.grades')}>
        {grades.length === 0 && <EmptyNote>{t('app.record.noGrades')}</EmptyNote>}
        {grades.map((grade) => (
          <RecordedGradeView key={grade.subject} grade={grade} />
        ))}
      </Section>
      <Readings readings={readings} isOwn={isOwn} />
    </>
  )
}

function Posts({ posts }: Pick<PersonRecord, 'posts'>) {
  const { t, day } = useWords()
  return (
    <Section title={t('app.record.posts')}>
      <ul className={classes.lines}>
        {posts.map(({ unit, title, group, isHead, from, to }) => (
          <li key={`${unit.code} ${title} ${from}`}>
            <div>
              {title}
              <small>
                {[unit.name, group, isHead && t('app.gradings.head')].filter(Boolean).join(' · ')}
              </small>
            </div>
            <span>
              {from === null ? t('app.record.openStart') : day(from)} –{' '}
              {to === null ? t('app.record.now') : day(to)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Readings({ readings, isOwn }: Pick<PersonRecord, 'readings'> & { isOwn: boolean }) {
  const { t, instant } = useWords()
  return (
    <Section title={t('app.record.readings')}>
      {readings.length === 0 ? (
        <EmptyNote>{t(isOwn ? 'app.record.neverReadOwn' : 'app.record.neverRead')}</EmptyNote>
      ) : (
        <ol className={classes.readings}>
          {readings.map(({ at, by, what }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two readings at one instant are told apart by their place
            <li key={`${at} ${n}`}>
              <span>{instant(at)}</span>
              <span>{by}</span>
              <span>{t(`app.record.what.${what.split(':')[0] || 'person'}`)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
