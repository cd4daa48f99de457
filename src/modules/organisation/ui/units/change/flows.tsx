import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { ChangeAnswer, ChangeNode } from '../../../api/unit-changes.ts'
import { layFlows } from './flow-layout.ts'
import classes from './flows.module.css'

const MIDDLE_PX = 180

/** The units before and after, joined by what passes between them; both sides come to the same. */
export function Flows({ told }: { told: ChangeAnswer }) {
  const { t, number } = useWords()
  const layout = useMemo(() => layFlows(told, MIDDLE_PX), [told])
  const unit = told.sample?.unitOfMeasure ?? ''
  const names = new Map(told.after.map(({ id, name }) => [id, name]))
  const wentTo = (id: string) =>
    told.flows
      .filter(({ from }) => from === id)
      .map(({ into, share }) => {
        const name = names.get(into) ?? ''
        return share === '1'
          ? name
          : `${name} (${share === null ? t('app.units.change.unknown') : number(share)})`
      })
      .join(', ')
  return (
    <section className={classes.flows} aria-label={t('app.units.change.picture')}>
      <div className={classes.heads}>
        <div>
          <h2>{t('app.units.change.before', { count: String(told.before.length) })}</h2>
          <span>{unit}</span>
        </div>
        <span />
        <div>
          <h2>{t('app.units.change.after', { count: String(told.after.length) })}</h2>
          <span>{unit}</span>
        </div>
      </div>
      <div className={classes.picture} style={{ ['--height' as string]: `${layout.height}px` }}>
        <ul className={classes.before}>
          {layout.before.map(({ node, top }) => (
            <li key={node.id} style={{ top }} data-what={node.what}>
              <span>{node.name}</span>
              <small>{node.code}</small>
              <em>
                {t('app.units.change.becomes', { names: wentTo(node.id) || t('app.units.change.nothing') })}
              </em>
              {told.sample && <b>{number(node.value)}</b>}
            </li>
          ))}
        </ul>
        <svg width={MIDDLE_PX} height={layout.height} aria-hidden="true">
          {layout.ribbons.map(({ from, into, path, isKnown }) => (
            <path key={`${from} ${into}`} d={path} className={isKnown ? classes.known : classes.unknown} />
          ))}
        </svg>
        <ul className={classes.after}>
          {layout.after.map(({ node, top }) => (
            <AfterNode key={node.id} node={node} top={top} told={told} />
          ))}
        </ul>
      </div>
      {told.sample && <Totals sample={told.sample} />}
    </section>
  )
}

function AfterNode({ node, top, told }: { node: ChangeNode; top: number; told: ChangeAnswer }) {
  const { t, number } = useWords()
  const sources = new Set(told.flows.filter(({ into }) => into === node.id).map(({ from }) => from)).size
  const place = node.parent ? t('app.units.change.under', { name: node.parent.name }) : ''
  return (
    <li style={{ top }} data-what={node.what}>
      <span>{node.name}</span>
      <small>
        {node.code} · {t(`app.units.change.what.${node.what}`, { sources: String(sources) })}
        {place && ` · ${place}`}
      </small>
      {told.sample && <b>{number(node.value)}</b>}
    </li>
  )
}

function Totals({ sample }: { sample: NonNullable<ChangeAnswer['sample']> }) {
  const { t, number } = useWords()
  const { before, after } = sample
  const isEqual = before !== null && before === after
  return (
    <div className={classes.totals}>
      <div>
        <b>{t('app.units.change.total')}</b>
        <b>{number(before)}</b>
      </div>
      <span className={before === null ? undefined : `st ${isEqual ? 'done' : 'warn'}`}>
        {before !== null && (
          <>
            {isEqual ? <IconCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
            {t(isEqual ? 'app.units.change.equal' : 'app.units.change.unequal')}
          </>
        )}
      </span>
      <div>
        <b>{t('app.units.change.total')}</b>
        <b>{number(after)}</b>
      </div>
    </div>
  )
}
