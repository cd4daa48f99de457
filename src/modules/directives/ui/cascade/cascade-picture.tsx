import { Link } from '@tanstack/react-router'
import { linkHorizontal } from 'd3-shape'
import { useWords } from '#web/kit/words.tsx'
import type { Cascade } from '../../api/register.ts'
import { keepPlace } from '../register/directive-link.tsx'
import classes from './cascade.module.css'
import { BOX, layOut } from './rules/layout.ts'

const EDGE_PX = 2
const curve = linkHorizontal<unknown, [number, number]>()

/** The directive on the left, and level by level to the right what implements it; each opens. */
export function CascadePicture({ cascade: { nodes, unanswered } }: { cascade: Cascade }) {
  const { t, number, day } = useWords()
  const { boxes, edges, width, height } = layOut(nodes)
  const open = Map.groupBy(unanswered, ({ directive }) => directive)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.cascade.picture')}>
      <div className={classes.canvas} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden>
          {edges.map(({ from, to, source, target }) => (
            <path key={`${from} ${to}`} d={curve({ source, target }) ?? ''} strokeWidth={EDGE_PX} />
          ))}
        </svg>
        {boxes.map(({ node, x, y }) => (
          <Link
            key={node.id}
            className={classes.box}
            data-first={node.level === 0 || undefined}
            style={{ left: x, top: y, width: BOX.width, height: BOX.height }}
            title={node.excerpt}
            to={'/directives/$id' as never}
            params={{ id: node.id } as never}
            search={keepPlace as never}
          >
            <b>{node.number}</b>
            <small>
              {node.issuer} · {day(node.issuedOn)}
            </small>
            {open.has(node.id) && (
              <em>{t('app.cascade.open', { count: number(open.get(node.id)!.length) })}</em>
            )}
          </Link>
        ))}
      </div>
    </section>
  )
}
