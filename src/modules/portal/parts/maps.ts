// Two maps, one question each: how much, and how far from target.

import { html } from 'hono/html'
import { kindsOf, shortName } from '#modules/organisation/rules/names.ts'
import { classOf } from '#modules/programmes/rules/classes.ts'
import { cellsOf } from '#modules/programmes/rules/tile-cells.ts'
import { borderMap } from '../charts/border-map.ts'
import { tileMap } from '../charts/tile-map.ts'
import { type MapForm, mapForm } from '../rules/map-cells.ts'
import { riverCourse } from '../rules/river.ts'
import type { Confluence, Part, ProgrammeView } from '../view.ts'
import type { Html } from './html.ts'
import { classBars, mapKey } from './map-key.ts'
import { amounts, deviations, type MapTheme } from './map-themes.ts'
import type { Words } from './words.ts'

/**
 * Both maps; the second only when at least one unit has a target. Side by side as long as their names stay legible.
 *
 * @param rowId where a unit leads to: its row in the table below.
 */
export function maps(
  w: Words,
  confluence: Confluence,
  restated: boolean,
  rowId: (part: Part) => string,
): Html {
  const form = mapForm(confluence.parts)
  const oldNames = restated && form.form === 'tiles'
  const themes = [amounts(w, confluence, oldNames), deviations(w, confluence)].filter(
    (theme) => theme !== null,
  )
  if (themes.length === 0) return html``
  const outlines = themes[0]!.id
  const figures = themes.map((theme) => mapFigure(w, confluence.parts, theme, { ...form, outlines }, rowId))
  const beside = themes.length > 1 && form.columns <= 7
  const layout = beside ? 'two even maps-2' : 'maps'
  return html`<section class="${layout}" aria-label="${w.t('portal.map')}">${figures}</section>`
}

function mapFigure(
  w: Words,
  parts: readonly Part[],
  theme: MapTheme,
  { form, columns, outlines }: MapForm & { outlines: string },
  rowId: (part: Part) => string,
): Html {
  const { id, title, classes } = theme
  const units = parts.map((part) => {
    const value = theme.of(part)
    return {
      part,
      href: `#${rowId(part)}`,
      name: shortName(part.unit),
      text: value === null ? w.t('portal.map.none') : theme.write(value),
      shade: value === null ? '' : (classes.shades[classOf(value, classes.limits)] ?? ''),
    }
  })
  const words = { id, title, description: w.t('portal.map.table-below') }
  const draw = {
    bars: () => classBars(w, classes, w.kinds(kindsOf(parts.map(({ unit }) => unit)), parts.length)),
    borders: () =>
      borderMap({
        ...words,
        units: units.map((unit) => ({ ...unit, border: unit.part.border! })),
        outlines,
      }),
    tiles: () =>
      tileMap({
        ...words,
        units: units.map((unit) => ({ ...unit, cells: cellsOf(unit.part) })),
        river: riverOf(parts),
        riverName: w.t('portal.map.river'),
      }),
  }
  const scroll =
    columns > 7
      ? html`<div class="tw" tabindex="0" role="group" aria-label="${title}">${draw[form]()}</div>`
      : draw[form]()
  return html`<figure>
<h2>${theme.heading}</h2>
<p class="s quiet">${theme.measure}</p>
${form === 'bars' ? '' : mapKey(w, classes)}
${scroll}
</figure>`
}

/** The river between the recorded banks of all bricks, those of merged communes included. */
const riverOf = (parts: readonly Part[]) =>
  riverCourse(
    parts
      .flatMap((part) => (part.predecessors.length > 0 ? part.predecessors : [part]))
      .flatMap(({ place }) => (place?.bank ? [{ ...place, bank: place.bank }] : [])),
  )

/** How faithful the schematic map is, and what its dark line means; nothing under a map of real borders. */
export function mapNote(w: Words, { main, map, restated, borders }: ProgrammeView): Html {
  if (!main || mapForm(main.parts).form !== 'tiles') return html``
  const notes = restated
    ? [w.t('portal.map.note.now', { basis: borders?.basis ?? 'none' })]
    : [
        w.t('portal.map.note'),
        map
          ? w.t('portal.map.note.touching', { touching: w.count(map.touching), pairs: w.count(map.pairs) })
          : '',
      ]
  const river = riverOf(main.parts) ? w.t('portal.map.note.river') : ''
  return html`<p class="cap">${[...notes, river].filter(Boolean).join(' ')}</p>`
}
