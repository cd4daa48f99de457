import { Button, Menu } from '@mantine/core'
import { IconChartLine, IconCheck, IconCopy, IconDownload, IconMap, IconTable } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { savePng, saveSvg } from '#web/kit/charts/save-chart.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { copyText } from '../reading/copy-text.ts'
import { measureOf } from '../reading/use-measure.ts'
import { useSourceLine } from '../reading/use-source-line.ts'

type Drawings = { map: RefObject<SVGSVGElement | null>; trend: RefObject<SVGSVGElement | null> }
type Props = { answer: AttainmentAnswer; asked: Record<string, string>; drawings: Drawings }

/** The figure with its source, the table as a file, the drawings as pictures. */
export function ExportMenu({ answer, asked, drawings }: Props) {
  const words = useWords()
  const { t, lang, number } = words
  const [isCopied, setCopied] = useState(false)
  const { figure, unit, period } = answer
  const source = useSourceLine(answer)
  const name = `${figure.label}, ${unit.name}, ${tellPeriod(t, period)}`
  const { slug, ...rest } = asked
  const address = (ending: string) =>
    `/api/v1/programmes/${slug}/attainment.${ending}?${new URLSearchParams({ ...rest, figure: figure.key, lang })}`
  const copy = async () => {
    const measure = measureOf(words, figure.unitOfMeasure, [figure.value, figure.target])
    const attained = figure.attainmentPercent && `, ${number(figure.attainmentPercent, 1)} %`
    const target =
      figure.target === null
        ? ''
        : ` (${t('app.dashboard.target')} ${measure.whole(figure.target)}${attained ?? ''})`
    await copyText(`${figure.label}: ${measure.whole(figure.value)}${target}. ${source}`)
    setCopied(true)
    setTimeout(() => setCopied(false), 4_000)
  }
  return (
    <Menu position="bottom-end" width={230} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={
            isCopied ? <IconCheck size={16} aria-hidden /> : <IconDownload size={16} aria-hidden />
          }
        >
          {t(isCopied ? 'app.dashboard.copied' : 'app.dashboard.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t('app.dashboard.export.copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTable size={16} aria-hidden />}
          component="a"
          href={address('xlsx')}
          download
        >
          {t('app.dashboard.export.xlsx')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTable size={16} aria-hidden />}
          component="a"
          href={address('csv')}
          download
        >
          {t('app.dashboard.export.csv')}
        </Menu.Item>
        {(['trend', 'map'] as const).map((which) => {
          const Icon = which === 'map' ? IconMap : IconChartLine
          const drawing = drawings[which].current
          return (['svg', 'png'] as const).map((ending) => (
            <Menu.Item
              key={`${which} ${ending}`}
              leftSection={<Icon size={16} aria-hidden />}
              disabled={!drawing}
              onClick={() => drawing && (ending === 'svg' ? saveSvg : savePng)(drawing, name, source)}
            >
              {t(`app.dashboard.export.${which}.${ending}`)}
            </Menu.Item>
          ))
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
