import { useWords } from '#web/kit/words.tsx'
import { readNumber } from '../../rules/number.ts'
import { typeName } from '../../rules/types.ts'
import classes from './register.module.css'

/** What a number says, while it is typed: how it is kept, whose it is, what types it may be; or what is wrong with it. */
export function NumberReading({ text }: { text: string }) {
  const { t, lang } = useWords()
  if (text.trim() === '') return <p className={classes.read}>{t('app.register.numberHint')}</p>
  const read = readNumber(text)
  if (!read.ok)
    return (
      <p className={`${classes.read} ${classes.wrong}`} role="status">
        {t(`app.register.fault.${read.reason}`)}
      </p>
    )
  const types = read.typeCodes.map((code) => typeName(code, lang)).join(', ')
  return (
    <p className={classes.read} role="status">
      <b>{read.normalised}</b> · {t(`app.register.series.${read.side}`)} · {read.body}
      {types && ` · ${types}`}
    </p>
  )
}
