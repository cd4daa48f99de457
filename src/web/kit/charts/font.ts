/** What charts are written in, also where they are taken away as files. */
export const FONT = "'Songma Digits', 'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif"
