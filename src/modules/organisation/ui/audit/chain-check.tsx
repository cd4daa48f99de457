import { ErrorNote } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { checkAudit } from '../../api/audit.ts'
import classes from './audit.module.css'

/** Reads the whole chain at the server and says whether it holds. */
export function ChainCheck() {
  const { t, number } = useWords()
  const { data, error, isFetching, refetch } = useRead(checkAudit, {})
  if (error) return <ErrorNote problem={error} retry={() => refetch()} />
  if (isFetching || !data)
    return (
      <p className={classes.chain} role="status">
        {t('app.audit.checking')}
      </p>
    )
  return (
    <div className={classes.chain} role="status">
      <StateMark
        state={data.ok ? 'approved' : 'returned'}
        word={t(data.ok ? 'app.audit.holds' : 'app.audit.broken', { count: number(data.checked) })}
      />
      {data.differences.map(({ seq, fault }) => (
        <p key={`${seq} ${fault}`}>{t('app.audit.break', { seq, fault })}</p>
      ))}
      {data.lastHash && (
        <p>
          {t('app.audit.lastHash')} <code>{data.lastHash}</code>
        </p>
      )}
    </div>
  )
}
