import { Select, TextInput } from '@mantine/core'
import { listIndicators } from '#modules/indicators/api/definitions.ts'
import { listForms } from '#modules/indicators/api/sheet.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import type { AnswerRef, Occurrence } from '../../api/duties.ts'
import { listSessions } from '../../api/sessions.ts'
import type { AnswerKind } from '../../schema.ts'
import { ChooseDirective } from '../choose-directive.tsx'

type Props = { duty: Occurrence; kind: AnswerKind; value: AnswerRef; onChange(ref: AnswerRef): void }

/** The record that an answer of a kind links: a directive or plan, a session, a report, a figure. */
export function AnswerLink(props: Props) {
  const { t } = useWords()
  const { kind, value, onChange } = props
  if (kind === 'document' || kind === 'plan')
    return (
      <ChooseDirective
        label={t(`app.duties.link.${kind}`)}
        description={t('app.duties.link.directiveHint')}
        value={value.directive ?? null}
        onChange={(chosen) => onChange({ directive: chosen?.id })}
      />
    )
  if (kind === 'session' || kind === 'event') return <SessionLink {...props} />
  return (
    <>
      {kind === 'report' ? <FormLink {...props} /> : <IndicatorLink {...props} />}
      <TextInput
        label={t('app.duties.link.period')}
        placeholder="2021Q4"
        value={value.period ?? ''}
        onChange={({ currentTarget }) => onChange({ period: currentTarget.value })}
      />
    </>
  )
}

function SessionLink({ duty, value, onChange }: Props) {
  const { t, day } = useWords()
  const { data } = useRead(listSessions, {
    unit: duty.unit.code,
    on: duty.duty.issuedOn,
    directive: duty.directive.id,
    withdrawn: 'false',
    limit: 200,
  })
  return (
    <Select
      clearable
      label={t('app.duties.link.session')}
      nothingFoundMessage={t('app.duties.link.noSession')}
      description={data?.sessions.length === 0 ? t('app.duties.link.noSession') : undefined}
      value={value.session ?? null}
      data={(data?.sessions ?? []).map((one) => ({
        value: one.id,
        label: [day(one.heldOn), one.unit.name, one.cell].filter(Boolean).join(', '),
      }))}
      onChange={(session) => onChange({ session: session ?? undefined })}
    />
  )
}

function FormLink({ value, onChange }: Props) {
  const { t, lang } = useWords()
  const forms = useRead(listForms, {}, { offline: true }).data?.forms ?? []
  return (
    <Select
      searchable
      clearable
      label={t('app.duties.link.form')}
      value={value.form ?? null}
      data={forms.map((one) => ({ value: one.code, label: (lang === 'en' && one.nameEn) || one.name }))}
      onChange={(form) => onChange({ form: form ?? undefined })}
    />
  )
}

function IndicatorLink({ value, onChange }: Props) {
  const { t, lang } = useWords()
  const all = useRead(listIndicators, {}).data?.indicators ?? []
  return (
    <Select
      searchable
      clearable
      limit={50}
      label={t('app.duties.link.indicator')}
      value={value.indicator ?? null}
      data={all.map((one) => ({ value: one.code, label: (lang === 'en' && one.nameEn) || one.name }))}
      onChange={(indicator) => onChange({ indicator: indicator ?? undefined })}
    />
  )
}
