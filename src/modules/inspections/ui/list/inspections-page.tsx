import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import classes from '../inspections.module.css'
import { FindingList } from './finding-list.tsx'
import { InspectionList } from './inspection-list.tsx'
import { RecurringTable } from './recurring-table.tsx'
import { useFilters, VIEWS, type View } from './use-filters.ts'
import { VisitLists } from './visit-lists.tsx'

const PARTS = {
  visits: VisitLists,
  findings: FindingList,
  recurring: RecurringTable,
  plans: InspectionList,
}

/** Visits to come and done, what was found, what keeps coming back, and the inspections themselves, of the chosen unit. */
export function InspectionsPage() {
  const { t } = useWords()
  const { unit } = useSelection()
  const { view, ask } = useFilters()
  const mayPlan = useMe().may('inspection.plan')
  const Part = PARTS[view]
  return (
    <>
      <PageHead
        title={t('app.inspections.title')}
        actions={
          mayPlan && (
            <Button
              component={Link}
              to={'/inspections/new' as never}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('app.inspection.plan')}
            </Button>
          )
        }
      />
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('app.inspections.view')}
          value={view}
          data={VIEWS.map((value) => ({ value, label: t(`app.inspections.view.${value}`) }))}
          onChange={(value) => ask({ view: value as View })}
        />
      </div>
      <div className={classes.page}>
        {unit === null ? <EmptyNote>{t('app.inspection.chooseUnit')}</EmptyNote> : <Part unit={unit} />}
      </div>
    </>
  )
}
