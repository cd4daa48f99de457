import { Button } from '@mantine/core'
import { useState } from 'react'
import { EmptyNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { GradeFact } from '../../../api/grade-shapes.ts'
import { GradeMark } from '../grade-mark.tsx'
import { Ballot } from './ballot.tsx'
import classes from './sheet.module.css'

type Props = { facts: readonly GradeFact[]; exemptions: readonly { code: string; text: string }[] }

/** What was said at each step, by whom and when; what was replaced is shown when asked for. */
export function FactList({ facts, exemptions }: Props) {
  const { t } = useWords()
  const [isAll, setAll] = useState(false)
  const shown = facts.filter(({ isCurrent }) => isAll || isCurrent)
  const replaced = facts.length - facts.filter(({ isCurrent }) => isCurrent).length
  if (facts.length === 0) return <EmptyNote>{t('app.gradeSheet.noFacts')}</EmptyNote>
  return (
    <>
      <ol className={classes.facts}>
        {shown.map((fact) => (
          <Fact key={fact.id} fact={fact} exemptions={exemptions} />
        ))}
      </ol>
      {replaced > 0 && (
        <Button variant="subtle" size="xs" onClick={() => setAll(!isAll)}>
          {isAll
            ? t('app.gradeSheet.onlyCurrent')
            : t('app.gradeSheet.replaced', { count: String(replaced) })}
        </Button>
      )}
    </>
  )
}

function Fact({ fact, exemptions }: { fact: GradeFact } & Pick<Props, 'exemptions'>) {
  const { t, day, instant } = useWords()
  const { step, grade, exemption, text, body, ballot, number, on, by, at, isCurrent } = fact
  const ground = exemptions.find(({ code }) => code === exemption)?.text
  return (
    <li data-old={!isCurrent}>
      <b>
        {t(`app.gradeSheet.step.${step}`)}
        {body !== '' && `: ${body}`}
      </b>
      {grade !== null && <GradeMark grade={grade} strong={step === 'decision'} />}
      {ground && <span>{ground}</span>}
      {text !== '' && <q>{text}</q>}
      {ballot && <Ballot ballot={ballot} />}
      {number !== '' && (
        <span>
          {number}
          {on !== null && `, ${day(on)}`}
        </span>
      )}
      {number === '' && on !== null && <span>{t('app.gradeSheet.meeting', { day: day(on) })}</span>}
      <small>
        {by}
        {fact.for !== null && ` (${t('app.gradeSheet.behalf', { who: fact.for })})`}, {instant(at)}
        {!isCurrent && ` · ${t('app.gradeSheet.old')}`}
      </small>
    </li>
  )
}
