import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import classes from './cutoff.module.css'
import { ExceptionList } from './exception-list.tsx'
import { OpenForm } from './open-form.tsx'
import { OpeningList } from './opening-list.tsx'
import { RuleList } from './rule-list.tsx'

/** When reports are due and close, what is let through after that, and what the office has asked for. */
export function CutoffPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const [isOpening, setOpening] = useState(false)
  const may = useMe().may('opening.create')
  return (
    <>
      <PageHead
        title={t('app.cutoff.title')}
        facts={<span>{tellPeriod(t, period)}</span>}
        actions={
          may && (
            <Button leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => setOpening(true)}>
              {t('app.opening.open')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        <RuleList year={period.slice(0, 4)} />
        {unit ? (
          <>
            <OpeningList unit={unit} period={period} />
            <ExceptionList unit={unit} period={period} />
          </>
        ) : (
          <EmptyNote>{t('app.board.chooseUnit')}</EmptyNote>
        )}
      </div>
      {isOpening && unit && <OpenForm unit={unit} period={period} onClose={() => setOpening(false)} />}
    </>
  )
}
