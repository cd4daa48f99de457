// Small bars beside numbers. Widths are percentages, so they fit any column; the number is always written as well.

import { html } from 'hono/html'
import type { Html } from '../parts/html.ts'

/** Actual against target, in the same unit, as a band with a notch; `met` sets the colour. */
export function bullet(actual: number, target: number, met: boolean): Html {
  const full = Math.max(actual, target) * 1.055
  if (full <= 0) return html``
  return html`<svg class="bul" aria-hidden="true"><rect class="t" width="100%" y="6" height="12"/>
<rect class="${shade(met)}" width="${percent(actual / full)}" y="6" height="12"/>
<rect class="k" x="${percent(target / full)}" width="2" height="24"/></svg>`
}

/** A value as a bar of `full`, its target as a notch. */
export function valueBar(value: number, target: number | null, full: number, met: boolean): Html {
  if (full <= 0) return html``
  const notch = html`<rect class="k" x="${percent((target ?? 0) / full)}" width="2" height="12"/>`
  return html`<svg aria-hidden="true">
<rect class="${shade(met)}" width="${percent(value / full)}" height="12"/>${target === null ? '' : notch}</svg>`
}

/** A share of a hundred. */
export const scoreBar = (share: number): Html => html`<svg aria-hidden="true">
<rect class="a" width="${percent(share / 100)}" height="12"/></svg>`

/** Where the line of the plan stands in a deviation bar: a little left of the middle, as most exceed it. */
const PLAN = 42

/**
 * How far above or below target, in percentage points; `largest` is the largest of the column and fills its side.
 */
export function deviationBar(points: number, largest: number): Html {
  const width = largest > 0 ? (Math.abs(points) / largest) * (PLAN - 2) : 0
  const x = points < 0 ? PLAN - width : PLAN
  return html`<svg aria-hidden="true">
<rect class="${shade(points >= 0)}" x="${x.toFixed(1)}%" width="${width.toFixed(1)}%" height="12"/>
<rect class="k" x="${PLAN}%" width="2" height="12"/></svg>`
}

const shade = (met: boolean): string => (met ? 'a' : 'a lo')
const percent = (ratio: number): string => `${(Math.min(1, Math.max(0, ratio)) * 100).toFixed(1)}%`
