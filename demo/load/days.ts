// When things happened in the demo's story: the office began with the program in the first week of January 2022.

/** The office sets the program up: units, indicators, targets, programmes, accounts. */
export const SET_UP = new Date('2022-01-03T08:00:00+07:00')
/** It brings in, as a file, what the communes had sent on paper. */
export const BROUGHT_IN = new Date('2022-01-07T15:00:00+07:00')
/** The year that the demo tells about: unit codes in its own files mean the units of its last day. */
export const OF_YEAR = { startsOn: '2021-01-01', endsOn: '2021-12-31' }
