import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet, ScoreSide } from '../../../api/grading-sheet.ts'
import { askedGroups, nextPart } from './rules/scoring.ts'
import { ScoreTable } from './score-table.tsx'
import classes from './sheet.module.css'

const ACT = { self: 'scoreSelf', proposal: 'scoreProposal' } as const

/** Criteria by parts of the year; both sides are seen, and whoever may score one types into it. */
export function ScoreSection({ sheet, etag }: { sheet: GradeSheet; etag: string | undefined }) {
  const { t } = useWords()
  const sides = (['self', 'proposal'] as const).filter((side) => sheet.may.includes(ACT[side]))
  const [chosenSide, setSide] = useState<ScoreSide>()
  const [chosenPart, setPart] = useState<string>()
  const side = chosenSide ?? sides.at(-1) ?? null
  const part = chosenPart ?? nextPart(sheet.parts, sheet[side ?? 'proposal'] ?? sheet.self)
  if (askedGroups(sheet.ruleset, sheet.isHead).length === 0) return null
  return (
    <Section
      title={t('app.gradeSheet.criteria')}
      aside={
        sides.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('app.gradeSheet.whoScores')}
            value={side ?? 'self'}
            data={sides.map((value) => ({ value, label: t(`app.gradeSheet.side.${value}`) }))}
            onChange={(value) => setSide(value === 'self' ? 'self' : 'proposal')}
          />
        )
      }
    >
      {sheet.parts.length > 0 && (
        <div className={classes.parts}>
          <SegmentedControl
            aria-label={t('app.gradeSheet.part')}
            value={part}
            data={sheet.parts.map((value) => ({ value, label: tellPeriod(t, value, 'short') }))}
            onChange={setPart}
          />
        </div>
      )}
      <ScoreTable key={`${side} ${part}`} sheet={sheet} etag={etag} side={side} part={part} />
    </Section>
  )
}
