const KEPT = 'songma.letters'

/** Single letters can be turned off by whoever they get in the way of. */
export const lettersWork = (): boolean => localStorage.getItem(KEPT) !== 'off'
export const setLettersWork = (work: boolean): void => localStorage.setItem(KEPT, work ? 'on' : 'off')
