import { Button, Group, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { fullNameOfColumn, tellFault } from '../grid/cell-words.ts'
import { type PastePlan, planPaste } from '../rules/paste-plan.ts'
import { change } from '../store/change.ts'
import { select } from '../store/select.ts'
import { type SheetStore, viewAt } from '../store/sheet-store.ts'
import classes from './parts.module.css'

const SHOWN = 200

/** What a copied block would change, before it does. Nothing is written until the person says so. */
export function PastePreview({
  sheet,
  table,
  onClose,
}: {
  sheet: SheetStore
  table: string[][]
  onClose(): void
}) {
  const { t, lang } = useWords()
  const [blanks, setBlanks] = useState<'leave' | 'empty'>('leave')
  const [at] = useState(sheet.selected.at)
  const { columns, rows } = sheet
  const plan = planPaste({
    table,
    at,
    columns,
    rows: rows.length,
    standing: (spot) => viewAt(sheet, spot),
    lang,
    blanks,
  })
  const hasBlanks = table.some((line) => line.some((text) => text.trim() === ''))
  const take = () => {
    change(
      sheet,
      plan.changes.map(({ row, col, to }) => ({ row, col, change: { value: to } })),
    )
    const last = plan.changes.at(-1)
    if (last)
      select(sheet, { at, to: { row: last.row, col: Math.max(...plan.changes.map(({ col }) => col)) } })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('app.sheet.paste.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <PasteFacts plan={plan} />
      {hasBlanks && (
        <SegmentedControl
          mb="sm"
          aria-label={t('app.sheet.paste.blanks')}
          value={blanks}
          onChange={(value) => setBlanks(value as 'leave' | 'empty')}
          data={[
            { value: 'leave', label: t('app.sheet.paste.leave') },
            { value: 'empty', label: t('app.sheet.paste.empty') },
          ]}
        />
      )}
      <PasteFaults sheet={sheet} plan={plan} />
      <PasteChanges sheet={sheet} plan={plan} />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button disabled={plan.changes.length === 0} onClick={take} data-autofocus>
          {t('app.sheet.paste.take', { count: plan.changes.length })}
        </Button>
      </Group>
    </Modal>
  )
}

type Parts = { sheet: SheetStore; plan: PastePlan }

function PasteFacts({ plan }: { plan: PastePlan }) {
  const { t } = useWords()
  const { changes, faults, locked, unchanged, beyond, hasHeading } = plan
  const ambiguous = changes.filter(({ isAmbiguous }) => isAmbiguous)
  const facts = [
    t('app.sheet.paste.counts', { changes: changes.length, unchanged, faults: faults.length }),
    ...(hasHeading ? [t('app.sheet.paste.heading')] : []),
    ...(locked.length > 0 ? [t('app.sheet.paste.locked', { count: locked.length })] : []),
    ...(beyond.lines + beyond.columns > 0 ? [t('app.sheet.paste.beyond', beyond)] : []),
    ...(ambiguous[0]
      ? [t('app.sheet.paste.ambiguous', { text: ambiguous[0].text, value: ambiguous[0].to ?? '' })]
      : []),
  ]
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}

/** Bad cells by the line and place that the person sees in the spreadsheet. */
function PasteFaults({ sheet, plan }: Parts) {
  const words = useWords()
  const { t, lang } = words
  if (plan.faults.length === 0) return null
  return (
    <section aria-label={t('app.sheet.paste.faults')} className={classes.faults}>
      <ul>
        {plan.faults.slice(0, SHOWN).map(({ row, col, line, text, fault }) => (
          <li key={`${row} ${col}`}>
            {t('app.sheet.paste.fault', { line, column: fullNameOfColumn(sheet.columns[col]!, lang), text })}{' '}
            {tellFault(words, fault)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PasteChanges({ sheet, plan }: Parts) {
  const { t, number, lang } = useWords()
  if (plan.changes.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what is below
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.sheet.paste.changes')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('app.sheet.unit')}</th>
            <th scope="col">{t('app.sheet.indicator')}</th>
            <th scope="col" className={classes.number}>
              {t('app.sheet.paste.from')}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.sheet.paste.to')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.changes.slice(0, SHOWN).map(({ row, col, from, to }) => (
            <tr key={`${row} ${col}`}>
              <th scope="row">{sheet.rows[row]!.unit.name}</th>
              <td>{fullNameOfColumn(sheet.columns[col]!, lang)}</td>
              <td className={classes.number}>
                {from === null ? t('app.state.missing') : <s>{number(from)}</s>}
              </td>
              <td className={classes.number}>
                <b>{number(to)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.changes.length > SHOWN && (
        <p>{t('app.sheet.paste.more', { count: plan.changes.length - SHOWN })}</p>
      )}
    </section>
  )
}
