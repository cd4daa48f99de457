// The look of the staff workspace: one place for colour, type, density and focus.
// Semantic names (--sm-*) are what screens use; the ten-step ramps feed Mantine's own components.
import {
  ActionIcon,
  Button,
  type CheckboxFactory,
  type CSSVariablesResolver,
  createTheme,
  type ExtendComponent,
  Input,
  Kbd,
  type MantineColorsTuple,
  Popover,
  rem,
  type SegmentedControlFactory,
  Tooltip,
} from '@mantine/core'

const ramp = (
  ...c: [string, string, string, string, string, string, string, string, string, string]
): MantineColorsTuple => c

/** The river: action, selection, done. Steps 2, 5, 7 and 9 are the portal's river-pale, river-2, river and river-deep. */
export const river = ramp(
  '#EEF6F4',
  '#D5E9E5',
  '#B3D6D0',
  '#86BDB6',
  '#559E98',
  '#2B7F7A',
  '#176E6A',
  '#0A5E5B',
  '#074B4A',
  '#06383A',
)
/** Longan: attention that is not an error (outlier, below target, due soon). Steps 1, 5 and 7 are the portal's; text is step 7 and darker. */
export const longan = ramp(
  '#FCF6EA',
  '#F7ECD8',
  '#F3DFBA',
  '#E8C587',
  '#D19A45',
  '#BB7A1C',
  '#A16414',
  '#8A4F0C',
  '#6D3E08',
  '#4F2C05',
)
/** Brick: returned, refused, overdue. Step 7 is the portal's error. */
export const brick = ramp(
  '#FCF0EE',
  '#F8DEDA',
  '#F0BDB5',
  '#E49487',
  '#D5695A',
  '#C4483A',
  '#B5392D',
  '#9D2B22',
  '#7D2119',
  '#5C1711',
)
/** Dusk blue: on its way, waiting for a network or a person. */
export const dusk = ramp(
  '#EEF3F8',
  '#DAE5EF',
  '#B7CBDD',
  '#8CACC7',
  '#628DAF',
  '#437393',
  '#335E7C',
  '#284B64',
  '#1E3B4E',
  '#152A39',
)
/** Mist: the portal's neutrals. Replaces Mantine's gray everywhere. */
export const mist = ramp(
  '#F8FAFA',
  '#F1F5F4',
  '#E2EAE8',
  '#CFD9D6',
  '#A9B7B3',
  '#778783',
  '#66756F',
  '#5A6966',
  '#42524F',
  '#12201F',
)

/** Row, control and bar heights in px. Nothing that can be clicked is under 24; phone controls are 44. */
export const size = {
  row: 30,
  rowRoomy: 36,
  control: 30,
  controlSmall: 24,
  touch: 44,
  top: 44,
  rail: 52,
  nav: 204,
  drawer: 392,
} as const

/** Attainment, below to above: <90, 90–<100, 100–<110, ≥110 %. Below target also carries a mark, never colour alone. */
export const diverging = ['#D19A45', '#F3DFBA', '#B3D6D0', '#2B7F7A'] as const
/** Amounts, low to high. Ink text on the first three, white on the last two. */
export const sequence = ['#E4F0ED', '#B3D6D0', '#72B3AC', '#2B7F7A', '#06484A'] as const

const heights = { xs: size.controlSmall, sm: size.control, md: 36, lg: size.touch, xl: 52 } as Record<
  string,
  number
>
const height = (s: unknown) => rem(heights[String(s ?? 'sm')] ?? size.control)

export const theme = createTheme({
  colors: { river, longan, brick, dusk, mist, gray: mist },
  primaryColor: 'river',
  primaryShade: 7,
  autoContrast: true,
  black: '#12201F',
  white: '#FFFFFF',
  // Be Vietnam Pro has no tabular figures; 'Songma Digits' (Inter's digits only, tnum) supplies them by unicode-range.
  fontFamily: "'Songma Digits', 'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif",
  fontFamilyMonospace: "'Songma Digits', 'Be Vietnam Pro', system-ui, sans-serif",
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(2), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(12) },
  defaultRadius: 'sm',
  headings: {
    fontFamily: "'Songma Digits', 'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(15), lineHeight: '1.4' },
      h3: { fontSize: rem(13), lineHeight: '1.4' },
      h4: { fontSize: rem(13), lineHeight: '1.4' },
      h5: { fontSize: rem(12), lineHeight: '1.4' },
      h6: { fontSize: rem(12), lineHeight: '1.4' },
    },
  },
  shadows: {
    sm: '0 1px 2px rgba(18,32,31,.08)',
    md: '0 4px 16px -4px rgba(18,32,31,.18)',
    lg: '0 12px 40px -12px rgba(18,32,31,.28)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, p) => ({
        root: {
          '--button-height': height(p.size),
          '--button-fz': p.size === 'lg' ? rem(15) : p.size === 'xs' ? rem(12) : rem(13),
          '--button-padding-x': p.size === 'xs' ? rem(8) : rem(12),
        },
      }),
      styles: { root: { fontWeight: 500 }, section: { marginInlineEnd: rem(6) } },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: 'sm', variant: 'subtle', color: 'mist.8' },
      vars: (_, p) => ({ root: { '--ai-size': height(p.size) } }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_, p) => ({
        wrapper: {
          '--input-height': height(p.size),
          '--input-fz': p.size === 'lg' ? rem(16) : rem(13),
          '--input-bd': 'var(--sm-control-line)',
          '--input-placeholder-color': 'var(--sm-ink-3)',
        },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        error: { fontSize: rem(12) },
        label: { fontSize: rem(12), fontWeight: 500, color: 'var(--sm-ink-2)', marginBottom: rem(3) },
      },
    }),
    // The first page has neither of these two: naming them as values would make them travel with it
    SegmentedControl: {
      defaultProps: { size: 'sm' },
      vars: (_, p) => ({
        root: {
          '--sc-padding': p.size === 'lg' ? `${rem(9)} ${rem(10)}` : `${rem(3)} ${rem(10)}`,
          '--sc-font-size': p.size === 'lg' ? rem(15) : rem(13),
        },
      }),
      styles: {
        root: { background: 'var(--sm-sunken)', padding: rem(2) },
        label: { color: 'var(--sm-ink-2)' },
      },
    } satisfies ExtendComponent<SegmentedControlFactory>,
    Checkbox: {
      defaultProps: { size: 'sm' },
      styles: {
        root: { minHeight: rem(24), display: 'inline-flex', alignItems: 'center' },
        input: { borderColor: 'var(--sm-control-line)' },
        body: { alignItems: 'center' },
        label: { fontSize: rem(13) },
      },
    } satisfies ExtendComponent<CheckboxFactory>,
    // A dialog's head is no banner of the page
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', withArrow: true } }),
    Kbd: Kbd.extend({
      defaultProps: { size: 'xs' },
      styles: {
        root: {
          background: 'var(--sm-surface)',
          borderColor: 'var(--sm-line-strong)',
          borderBottomWidth: 1,
          color: 'var(--sm-ink-2)',
          fontWeight: 500,
        },
      },
    }),
  },
  other: { size, sequence, diverging },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--sm-row': rem(size.row),
    '--sm-top': rem(size.top),
    '--sm-rail': rem(size.rail),
    '--sm-nav': rem(size.nav),
    '--sm-drawer': rem(size.drawer),
  },
  light: {
    '--mantine-color-body': '#FFFFFF',
    '--mantine-color-text': '#12201F',
    '--mantine-color-dimmed': '#5A6966',
    '--mantine-color-error': '#9D2B22',
    '--mantine-color-default-border': '#CFD9D6',
    '--sm-paper': '#F6F9F8',
    '--sm-surface': '#FFFFFF',
    '--sm-sunken': '#EEF3F2',
    '--sm-hover': '#F6F9F8',
    '--sm-line': '#E6EDEB',
    '--sm-line-strong': '#CFD9D6',
    '--sm-control-line': '#778783',
    '--sm-ink': '#12201F',
    '--sm-ink-2': '#42524F',
    '--sm-ink-3': '#5A6966',
    '--sm-focus': '#0A5E5B',
    '--sm-halo': '#FFD66B',
    '--sm-select': '#EEF6F4',
    '--sm-fig': '#B3D6D0',
    // a state has a text colour, a ground and a mark, and always an icon and a word beside it
    '--sm-done': '#0A5E5B',
    '--sm-done-bg': '#EEF6F4',
    '--sm-done-mark': '#2B7F7A',
    '--sm-warn': '#8A4F0C',
    '--sm-warn-bg': '#FCF6EA',
    '--sm-warn-mark': '#BB7A1C',
    '--sm-back': '#9D2B22',
    '--sm-back-bg': '#FCF0EE',
    '--sm-back-mark': '#B5392D',
    '--sm-wait': '#335E7C',
    '--sm-wait-bg': '#EEF3F8',
    '--sm-wait-mark': '#437393',
    '--sm-rail-bg': '#06383A',
    '--sm-rail-ink': '#C9DFDC',
    '--sm-rail-active': '#0A5E5B',
  },
  dark: {},
})
