import { Button, NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { exactText, plus, readExact, ZERO } from '#kernel/exact.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Scheme } from '../../../schema.ts'
import { marksOf, nameOfPlace, type Place, placeNamed } from '../rules/draft-place.ts'
import { addArea, addCriterion } from '../rules/scheme-edit.ts'
import classes from './draft.module.css'
import type { OpenDraft } from './use-draft.ts'

/** Areas and criteria with their points and what is wrong at each; on a phone a list to choose from. */
export function DraftTree({ held }: { held: OpenDraft }) {
  const { t } = useWords()
  const { scheme } = held
  return (
    <>
      <Chooser held={held} />
      <nav className={classes.tree} aria-label={t('app.schemes.parts')}>
        <Entry
          held={held}
          place={{ kind: 'head' }}
          name={t('app.schemes.head')}
          at=""
          points={totalOf(scheme)}
        />
        {scheme.areas.map((area, a) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: codes change under the hands of the writer
          <div key={a} className={classes.branch}>
            <Entry
              held={held}
              place={{ kind: 'area', area: a }}
              name={area.name}
              at={area.code}
              points={area.max}
            />
            {area.criteria.map((one, c) => (
              <Entry
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={c}
                held={held}
                place={{ kind: 'criterion', area: a, criterion: c }}
                name={one.name}
                at={one.code}
                points={one.max}
              />
            ))}
          </div>
        ))}
      </nav>
      <AddButtons held={held} />
    </>
  )
}

/** A criterion goes to the area that is open. */
function AddButtons({ held: { scheme, place, change, open } }: { held: OpenDraft }) {
  const { t } = useWords()
  const icon = <IconPlus size={14} aria-hidden />
  return (
    <div className={classes.adds}>
      {place.kind !== 'head' && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={icon}
          onClick={() => {
            const { area } = place
            change(addCriterion(scheme, area))
            open({ kind: 'criterion', area, criterion: scheme.areas[area]!.criteria.length })
          }}
        >
          {t('app.schemes.addCriterion')}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        leftSection={icon}
        onClick={() => {
          change(addArea(scheme))
          open({ kind: 'area', area: scheme.areas.length })
        }}
      >
        {t('app.schemes.addArea')}
      </Button>
    </div>
  )
}

type EntryProps = { held: OpenDraft; place: Place; name: string; at: string; points: string | null }

function Entry({ held, place, name, at, points }: EntryProps) {
  const { t, number } = useWords()
  const mark = marksOf(held.faults).get(at)
  const isOpen = nameOfPlace(place) === nameOfPlace(held.place)
  return (
    <button
      type="button"
      className={`${classes.entry} ${classes[place.kind]}`}
      aria-current={isOpen || undefined}
      onClick={() => held.open(place)}
    >
      <span>
        {at && <b>{at}</b>} {name || (place.kind === 'head' ? '' : t('app.schemes.noName'))}
      </span>
      {mark && (
        <IconAlertTriangle
          size={14}
          className={mark === 'must' ? classes.must : classes.look}
          aria-label={t(`app.schemes.mark.${mark}`)}
        />
      )}
      <small>{points === null || readExact(points) === null ? '–' : number(points)}</small>
    </button>
  )
}

function Chooser({ held: { scheme, place, open } }: { held: OpenDraft }) {
  const { t } = useWords()
  const named = ({ code, name }: { code: string; name: string }) =>
    `${code} ${name || t('app.schemes.noName')}`
  const groups = scheme.areas.map((area, a) => ({
    label: named(area),
    items: [
      { value: `${a}`, label: named(area) },
      ...area.criteria.map((one, c) => ({ value: `${a}.${c}`, label: named(one) })),
    ],
  }))
  return (
    <NativeSelect
      className={classes.chooser ?? ''}
      label={t('app.schemes.parts')}
      value={nameOfPlace(place)}
      onChange={({ currentTarget: { value } }) => open(placeNamed(value))}
    >
      <option value="-">{t('app.schemes.head')}</option>
      {groups.map(({ label, items }) => (
        <optgroup key={items[0]!.value} label={label}>
          {items.map((item) => (
            <option key={item.value} value={item.value}>
              {item.label}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
}

/** Null while an area's points cannot be read. */
function totalOf({ areas }: Scheme): string | null {
  const points = areas.map(({ max }) => readExact(max))
  return points.some((one) => one === null) ? null : exactText(points.map((one) => one!).reduce(plus, ZERO))
}
