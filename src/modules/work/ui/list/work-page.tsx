import { SegmentedControl } from '@mantine/core'
import { useRef, useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { SidePanel } from '../side/side-panel.tsx'
import { tellToday } from './today.ts'
import { useArrows } from './use-arrows.ts'
import { useWork } from './use-work.ts'
import classes from './work.module.css'
import { WorkGroupPart } from './work-group.tsx'

type View = 'mine' | 'units'

/** What waits for the person, by what is wrong with it. A job leaves the list when its report is in. */
export function WorkPage() {
  const words = useWords()
  const { t } = words
  const me = useMe()
  const { unit, period } = useSelection()
  const [chosen, setView] = useState<View>()
  const view = chosen ?? (me.may('report.save') || me.may('report.approve') ? 'mine' : 'units')
  const asked = { ...(unit && view === 'units' && { unit }), period, view }
  const { data, groups = [], error, refetch, readMore } = useWork(asked)
  const list = useRef<HTMLDivElement>(null)
  const shown = groups
    .filter(({ kind }) => kind !== 'waiting')
    .reduce((sum, { items }) => sum + items.length, 0)
  const { current, choose } = useArrows(list, shown)
  const starts = groups.map((_, n) => groups.slice(0, n).reduce((sum, { items }) => sum + items.length, 0))
  return (
    <Panes side={<SidePanel unit={unit} period={period} />} sideLabel={t('app.work.side')}>
      <PageHead
        title={t('app.work.title')}
        facts={data && <span>{tellToday(words, data.on)}</span>}
        actions={
          <SegmentedControl
            aria-label={t('app.work.view')}
            value={view}
            onChange={(value) => setView(value as View)}
            data={[
              { value: 'mine', label: t('app.work.view.mine') },
              { value: 'units', label: t('app.work.view.units') },
            ]}
          />
        }
      />
      <div ref={list} className={classes.list}>
        {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
        {!data && !error && <LoadingBars rows={8} />}
        {data && groups.length === 0 && (
          <EmptyNote>{t(view === 'mine' ? 'app.work.empty.mine' : 'app.work.empty.units')}</EmptyNote>
        )}
        {data &&
          groups.map((group, n) => (
            <WorkGroupPart
              key={`${view} ${group.kind}`}
              {...group}
              today={data.on}
              first={starts[n]!}
              current={current}
              onCurrent={choose}
              more={group.nextCursor === null ? undefined : () => readMore(group)}
            />
          ))}
      </div>
    </Panes>
  )
}
