/** Bars run from 0 to this; the notch at 100 is the target. */
const FULL_PERCENT = 150

type Props = { percent: string | null; met: boolean | null }

/** Attainment as a bar: the notch is the target, hatching is below it. What it says stands in words beside it. */
export function AttainmentBar({ percent, met }: Props) {
  return (
    <span className="bar" aria-hidden style={{ display: 'block' }}>
      <i className={met === false ? 'lo' : ''} style={{ width: `${widthOf(percent)}%` }} />
      <b style={{ left: `${(100 / FULL_PERCENT) * 100}%` }} />
    </span>
  )
}

const widthOf = (percent: string | null): number =>
  percent === null ? 0 : (Math.min(FULL_PERCENT, Math.max(0, Number(percent))) / FULL_PERCENT) * 100
