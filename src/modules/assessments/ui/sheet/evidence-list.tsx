import { ActionIcon, Button } from '@mantine/core'
import { IconDatabase, IconFileText, IconLink, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Evidence, SheetCriterion } from '../../api/scoring.ts'
import { EvidenceDialog } from './evidence-dialog.tsx'
import classes from './sheet.module.css'
import type { SheetKey } from './use-sheet.ts'

type Props = {
  of: SheetKey
  period: string
  criterion: SheetCriterion
  /** All that a piece may serve. */
  criteria: readonly { code: string; name: string }[]
  evidence: readonly Evidence[]
  mayAdd: boolean
}

/** What a criterion rests on: the count of the program first, then documents, each with its day and page. */
export function EvidenceList({ of, period, criterion, criteria, evidence, mayAdd }: Props) {
  const { t, day } = useWords()
  const [edited, setEdited] = useState<Evidence | 'new' | null>(null)
  const { cell } = criterion
  const own = evidence.filter(({ id }) => cell.evidence.includes(id))
  const counted = cell.scores.find(({ source }) => source !== null)?.source
  return (
    <section className={classes.group} aria-label={t('app.score.evidence')}>
      <div className={classes.groupHead}>
        <h3>{t('app.score.evidence')}</h3>
        {mayAdd && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('app.score.addEvidence')}
          </Button>
        )}
      </div>
      {criterion.evidenceAsked && (
        <p className={classes.hint}>{t('app.score.asks', { what: criterion.evidenceAsked })}</p>
      )}
      {cell.lacks.includes('evidence') && <StateMark state="look" word={t('app.score.noEvidence')} />}
      <ul className={classes.evidence}>
        {counted && (
          <li>
            <IconDatabase size={16} stroke={1.6} aria-hidden />
            <span>
              {t(`app.score.source.${counted.type}`)}
              <small>{t('app.score.frozen', { day: day(counted.asOn) })}</small>
            </span>
          </li>
        )}
        {own.map((piece) => (
          <Piece
            key={piece.id}
            piece={piece}
            {...(piece.isOpen && mayAdd && { onEdit: () => setEdited(piece) })}
          />
        ))}
      </ul>
      {edited && (
        <EvidenceDialog
          of={of}
          period={period}
          criteria={criteria}
          piece={edited === 'new' ? null : edited}
          first={criterion.code}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}

function Piece({ piece, onEdit }: { piece: Evidence; onEdit?: () => void }) {
  const { t, day } = useWords()
  const { number, issuer, issuedOn, page, file, link, criteria, warnings } = piece
  const address = file ? `/api/v1/files/${file.id}/content` : link
  const facts = [
    issuer,
    issuedOn && day(issuedOn),
    page && t('app.score.page', { page }),
    criteria.length > 1 && t('app.score.serves', { count: criteria.length }),
  ].filter(Boolean)
  const Icon = file || !link ? IconFileText : IconLink
  return (
    <li>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span>
        {address ? (
          <a href={address} {...(link.startsWith('/app/') ? {} : { target: '_blank', rel: 'noreferrer' })}>
            {number}
          </a>
        ) : (
          number
        )}
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
        {warnings.map((warning) => (
          <StateMark key={warning} state="look" word={t(`app.score.warning.${warning}`)} />
        ))}
      </span>
      {onEdit && (
        <ActionIcon
          variant="subtle"
          color="mist.8"
          aria-label={t('app.score.editEvidence', { name: number })}
          onClick={onEdit}
        >
          <IconPencil size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
