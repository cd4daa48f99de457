import { ActionIcon } from '@mantine/core'
import { IconCheck, IconLink, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { inSentence } from '#modules/organisation/rules/names.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { LineageLeaf } from '../../api/lineage.ts'
import { copyText } from '../reading/copy-text.ts'
import { measureOf } from '../reading/use-measure.ts'
import { HowItAdds } from './how-it-adds.tsx'
import { LeafDetail } from './leaf-detail.tsx'
import classes from './lineage.module.css'
import { LineageTree } from './lineage-tree.tsx'
import { type FigureAt, type Lineage, useLineage } from './use-lineage.ts'

/**
 * Where a figure comes from: how it is computed, the units and reports behind it, and of one report who sent and approved
 * which version with which files. It stands at the end of a flex row and pushes what is before it; on narrow screens it
 * covers it. Esc closes it and gives the focus back.
 */
export function LineageDrawer({ figure, onClose }: { figure: FigureAt; onClose(): void }) {
  const { t } = useWords()
  const lineage = useLineage(figure)
  const { tree, error, refetch } = lineage
  const [chosen, setChosen] = useState<LineageLeaf | null>(null)
  const box = useReturnedFocus(figure)
  const name = `${'key' in figure ? figure.key : figure.indicator} ${figure.unit} ${figure.period}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure has other leaves
  useEffect(() => setChosen(null), [name])
  return (
    <aside
      ref={box}
      tabIndex={-1}
      className={classes.drawer}
      aria-label={t('app.lineage.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Head tree={tree} figure={figure} onClose={onClose} />
      <div className={classes.body}>
        {error && !tree && <ErrorNote problem={error} retry={() => refetch()} />}
        {!tree && !error && <LoadingBars rows={8} />}
        {tree && (
          <>
            <HowItAdds tree={tree} figure={figure} />
            {tree.value === null ? (
              <p className={classes.none}>{t('app.lineage.none')}</p>
            ) : (
              <LineageTree key={name} lineage={{ ...lineage, tree }} chosen={chosen} onChoose={setChosen} />
            )}
            {chosen && <LeafDetail leaf={chosen} tree={tree} />}
          </>
        )}
      </div>
    </aside>
  )
}

/** Takes the focus when it opens, and gives it back to what opened it. */
function useReturnedFocus(figure: FigureAt) {
  const box = useRef<HTMLElement>(null)
  const before = useRef<Element | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure was opened from elsewhere
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) before.current = document.activeElement
    box.current?.focus()
  }, [figure.unit, figure.period])
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus()
    },
    [],
  )
  return box
}

function Head({ tree, figure, onClose }: { tree: Lineage | undefined; figure: FigureAt; onClose(): void }) {
  const words = useWords()
  const { t } = words
  const [isCopied, setCopied] = useState(false)
  const top = tree?.indicators.find(({ code }) => code === tree.indicator)
  const measure = tree && measureOf(words, top?.unitOfMeasure ?? '', [tree.value])
  const copy = async () => {
    await copyText(location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 4_000)
  }
  const period = inSentence(tellPeriod(t, figure.period))
  return (
    <header className={classes.head}>
      <div>
        <h2>
          {measure
            ? t('app.lineage.of', { value: measure.whole(tree?.value ?? null) })
            : t('app.lineage.title')}
        </h2>
        {tree && (
          <p>{t('app.lineage.what', { name: top?.name ?? tree.indicator, unit: tree.unit.name, period })}</p>
        )}
      </div>
      <ActionIcon onClick={copy} aria-label={t(isCopied ? 'app.lineage.copied' : 'app.lineage.copy')}>
        {isCopied ? <IconCheck size={17} aria-hidden /> : <IconLink size={17} aria-hidden />}
      </ActionIcon>
      <ActionIcon onClick={onClose} aria-label={t('app.close')}>
        <IconX size={17} aria-hidden />
      </ActionIcon>
    </header>
  )
}
