import { useMediaQuery } from '@mantine/hooks'

/** Below this width a sheet is one unit at a time. */
export const usePhone = (): boolean => useMediaQuery('(max-width: 760px)') ?? false
