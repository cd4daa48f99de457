import { Button, Group, Modal, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { listProgrammes } from '#modules/programmes/api/programmes.ts'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { decideProposals, getProposal, listProposals, type ProposalLine } from '../../api/choosing.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import classes from './choosing.module.css'
import { decisionOf, isDecided, LEFT, type Verdict } from './rules/verdict.ts'

type Props = { proposals: readonly ProposalLine[]; onClose(): void }

/** One decision: the directive, and of each open proposal whether it is chosen, rejected or left open. */
export function DecideDialog({ proposals, onClose }: Props) {
  const { t } = useWords()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const open = proposals.filter(({ state }) => state === 'proposed')
  const choosers = [...new Map(open.map(({ chooser }) => [chooser.id, chooser])).values()]
  const [chooser, setChooser] = useState(choosers[0]?.id ?? '')
  const [directive, setDirective] = useState<string | null>(null)
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map())
  const { run, isBusy, problem } = useWrite(decideProposals, {
    refreshes: [listProposals, getProposal, listProgrammes],
    onDone: onClose,
  })
  const put = open.filter((one) => one.chooser.id === chooser)
  const decision = decisionOf(put, verdicts)
  const errorOf = fieldErrors(problem)
  const errorOfOne = (id: string) => {
    const [chosen, rejected] = [decision.chosen, decision.rejected].map((list) =>
      list.findIndex(({ proposal }) => proposal === id),
    )
    return errorOf(`chosen.${chosen}`) ?? errorOf(`rejected.${rejected}`)
  }
  const isReady = directive !== null && isDecided(decision)
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="xl"
      onClose={onClose}
      title={t('app.choosing.decide')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) run({ directive, ...decision })
        }}
      >
        <p>{t('app.choosing.decideSays')}</p>
        <ChooseDirective
          required
          label={t('app.choosing.decision')}
          value={directive}
          error={errorOf('directive')}
          onChange={(chosen) => setDirective(chosen?.id ?? null)}
        />
        {choosers.length > 1 && (
          <Select
            allowDeselect={false}
            label={t('app.choosing.chooser')}
            value={chooser}
            data={choosers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => setChooser(id ?? chooser)}
          />
        )}
        <ul className={classes.verdicts}>
          {put.map((proposal) => (
            <VerdictLine
              key={proposal.id}
              proposal={proposal}
              verdict={verdicts.get(proposal.id) ?? LEFT}
              error={errorOfOne(proposal.id)}
              onChange={(verdict) => setVerdicts(new Map(verdicts).set(proposal.id, verdict))}
            />
          ))}
        </ul>
        {problem && <ErrorNote problem={problem} safe={t('app.choosing.kept')} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isReady}>
            {t('app.choosing.decide')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

type LineProps = {
  proposal: ProposalLine
  verdict: Verdict
  error: string | undefined
  onChange(verdict: Verdict): void
}

function VerdictLine({ proposal, verdict, error, onChange }: LineProps) {
  const { t, lang } = useWords()
  const name = (lang === 'en' && proposal.nameEn) || proposal.name
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>{proposal.unit.name}</small>
      </div>
      <SegmentedControl
        aria-label={name}
        value={verdict.kind}
        data={(['left', 'chosen', 'rejected'] as const).map((value) => ({
          value,
          label: t(`app.choosing.verdict.${value}`),
        }))}
        onChange={(kind) => onChange({ ...verdict, kind: kind as Verdict['kind'] })}
      />
      {verdict.kind === 'rejected' && (
        <Textarea
          required
          autosize
          maxLength={2_000}
          label={t('app.choosing.reason')}
          value={verdict.reason}
          onChange={({ currentTarget }) => onChange({ ...verdict, reason: currentTarget.value })}
        />
      )}
      {verdict.kind === 'chosen' && (
        <TextInput
          label={t('app.choosing.slug')}
          description={t('app.choosing.slugHint')}
          value={verdict.slug}
          onChange={({ currentTarget }) => onChange({ ...verdict, slug: currentTarget.value })}
        />
      )}
      {error && <p role="alert">{error}</p>}
    </li>
  )
}
