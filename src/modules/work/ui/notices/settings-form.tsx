import { NativeSelect } from '@mantine/core'
import { getNoticeSettings, type NoticeSettings, setNoticeSettings } from '#modules/work/api/notices.ts'
import { NOTICE_KINDS, type Way } from '#modules/work/schema.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import classes from './notices.module.css'

const WAYS: readonly Way[] = ['now', 'digest', 'app', 'none']

/** How the person wants to be told of each kind; a choice is kept at once. */
export function SettingsForm() {
  const { t } = useWords()
  const { data, error, refetch } = useRead(getNoticeSettings, {})
  const { run, isBusy, problem } = useWrite(setNoticeSettings, { refreshes: [getNoticeSettings] })
  if (error && !data) return <ErrorNote problem={error} retry={() => refetch()} />
  if (!data) return <LoadingBars rows={6} />
  const choose = (change: Partial<Pick<NoticeSettings, 'lang' | 'ways'>>) =>
    run({ lang: data.lang, ways: data.ways, ...change })
  return (
    <Section title={t('app.notice.settings')}>
      <p className={classes.facts}>{t('app.notice.settings.facts')}</p>
      {!data.hasAddress && <p className={classes.address}>{t('app.notice.noAddress')}</p>}
      <div className={classes.choices}>
        {NOTICE_KINDS.map((kind) => (
          <NativeSelect
            key={kind}
            label={t(`app.notice.kind.${kind}`)}
            value={data.ways[kind]}
            disabled={isBusy}
            onChange={({ currentTarget }) =>
              choose({ ways: { ...data.ways, [kind]: currentTarget.value as Way } })
            }
            data={WAYS.map((value) => ({ value, label: t(`app.notice.way.${value}`) }))}
          />
        ))}
        <NativeSelect
          label={t('app.notice.lang')}
          value={data.lang}
          disabled={isBusy}
          onChange={({ currentTarget }) => choose({ lang: currentTarget.value as NoticeSettings['lang'] })}
          data={[
            { value: 'vi', label: t('app.notice.lang.vi') },
            { value: 'en', label: t('app.notice.lang.en') },
          ]}
        />
      </div>
      {problem && <ErrorNote problem={problem} />}
    </Section>
  )
}
