import { useMemo } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { measureOf } from '../reading/use-measure.ts'
import { sortRows } from './sort-rows.ts'
import { useView } from './use-dashboard.ts'

/** The rows of an answer in the chosen order, with the measure they are written in. */
export function useRows({ rows, figure }: AttainmentAnswer) {
  const words = useWords()
  const { sort, dir } = useView()
  const isReversed = figure.targetKind === 'lower-is-better'
  const sorted = useMemo(
    () => sortRows(rows, { sort, dir }, isReversed, words.compare),
    [rows, sort, dir, isReversed, words.compare],
  )
  const measure = useMemo(() => {
    const values = [figure.value, figure.target, ...rows.flatMap(({ value, target }) => [value, target])]
    return measureOf(words, figure.unitOfMeasure, values)
  }, [rows, figure, words])
  return { sorted, measure, isTargeted: figure.target !== null || rows.some(({ target }) => target !== null) }
}
