import { withArea, withCriterion } from '../rules/scheme-edit.ts'
import { AreaForm } from './area-form.tsx'
import { CriterionForm } from './criterion-form.tsx'
import { HeadForm } from './head-form.tsx'
import type { OpenDraft } from './use-draft.ts'

/** What is open, as fields. `isNew`: the scheme has no version yet, so its code may still be chosen. */
export function PlaceForm({ held, isNew }: { held: OpenDraft; isNew: boolean }) {
  const { scheme, place, change, open } = held
  if (place.kind === 'head') return <HeadForm scheme={scheme} isNew={isNew} onChange={change} />
  const area = scheme.areas[place.area]!
  if (place.kind === 'area')
    return (
      <AreaForm
        key={place.area}
        area={area}
        at={place.area}
        count={scheme.areas.length}
        onChange={(next) => change(withArea(scheme, place.area, next))}
        onOrder={(areas, at) => {
          change({ ...scheme, areas: areas(scheme.areas) })
          open(at === null ? { kind: 'head' } : { kind: 'area', area: at })
        }}
      />
    )
  const { area: areaAt, criterion: at } = place
  return (
    <CriterionForm
      key={`${areaAt}.${at}`}
      criterion={area.criteria[at]!}
      at={at}
      count={area.criteria.length}
      onChange={(next) => change(withCriterion(scheme, [areaAt, at], next))}
      onOrder={(criteria, to) => {
        change(withArea(scheme, areaAt, { ...area, criteria: criteria(area.criteria) }))
        open(
          to === null ? { kind: 'area', area: areaAt } : { kind: 'criterion', area: areaAt, criterion: to },
        )
      }}
    />
  )
}
