// A backup is a gzip file of lines, the same from either engine. A line that begins with `[` says what follows: first
// the head, before each table its name, at the very end how many rows there were. All other lines are rows, each the
// JSON that the database itself made of it, so that decimals, dates and jsonb come back as they were.

import { defineProblems } from '../http/problem.ts'

export const BackupProblem = defineProblems('backup', {
  unreadable: 422, // file, reason
  notABackup: 422, // file
  incomplete: 422, // file
  newer: 409, // file, schema
  notEmpty: 409, // place
  unwritable: 422, // file, reason
})

export type Head = ['songma-backup', { form: 1; schema: string; at: string }]
/** `sequences`: the last number given out by each identity column; null when none was. */
export type TableMark = ['table', { name: string; sequences: Record<string, number | null> }]
export type End = ['end', { rows: number }]
export type Mark = Head | TableMark | End

export const FORM = 1
