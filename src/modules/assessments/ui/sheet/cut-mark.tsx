import { IconCaretDownFilled } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import classes from './sheet.module.css'

/** Before points that stand below the unit's own. */
export function CutMark() {
  const { t } = useWords()
  return (
    <IconCaretDownFilled className={classes.cutMark} size={13} role="img" aria-label={t('app.score.isCut')} />
  )
}
