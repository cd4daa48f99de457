import type { KeyboardEvent } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSubject } from '../../../api/gradings.ts'
import { Grade } from '../../../rules/grade-rules.ts'
import classes from './subjects.module.css'

type Props = {
  subject: GradeSubject
  chosen: Grade | null
  /** Not written yet. */
  isDraft: boolean
  /** The one row of the table that `Tab` stops at. */
  isStop: boolean
  /** The rules know grounds on which nobody is graded. */
  hasExemptions: boolean
  onChoose(grade: Grade): void
}

/** The four levels, and not graded, side by side: one press chooses, `← →` walk. */
export function LevelButtons({ subject, chosen, isDraft, isStop, hasExemptions, onChoose }: Props) {
  const { t } = useWords()
  const stop = chosen ?? Grade.options[0]
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not fit into a line of a table
    <div
      role="group"
      className={classes.levels}
      data-draft={isDraft}
      aria-label={t('app.gradings.proposalOf', { name: subject.name })}
      onKeyDown={onKey}
    >
      {Grade.options
        .filter((grade) => hasExemptions || grade !== 'exempt')
        .map((grade) => (
          <button
            key={grade}
            type="button"
            aria-pressed={grade === chosen}
            aria-label={`${t(`app.grade.short.${grade}`)}: ${t(`app.grade.${grade}`)}`}
            title={t(`app.grade.${grade}`)}
            tabIndex={isStop && grade === stop ? 0 : -1}
            {...(grade === stop && { 'data-stop': true })}
            onClick={() => onChoose(grade)}
          >
            {t(`app.grade.short.${grade}`)}
          </button>
        ))}
    </div>
  )
}
