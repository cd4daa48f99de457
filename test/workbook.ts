// A form given out as a workbook, filled in as somebody in a spreadsheet would, and brought back.

import assert from 'node:assert/strict'
import { type Cell, openXlsx, saveXlsx } from 'hucre'
import { loadIndicators, saveForm } from '#modules/indicators/index.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'
import type { Client } from './persona.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,minimum,breakdown
fruit,Diện tích cây ăn quả,ha,sum,last,0,crop:xoài|nhãn
people,Số người tham gia,người,sum,sum,0,
rate,Tỷ lệ che phủ,%,mean,last,,
`
export const BOOK = '/api/v1/forms/nong-nghiep/workbook?period=2021'

export async function bookHouse(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.transact(async (tx) => {
    const indicators = await loadIndicators(tx)
    await saveForm(tx, {
      code: 'nong-nghiep',
      name: 'Biểu nông nghiệp',
      nameEn: 'Agriculture',
      frequency: 'year',
      indicatorIds: ['fruit', 'people', 'rate'].map((code) => indicators.get(code)!.id),
    })
  })
  await house.bring('values', 'indicator,unit_code,period,value,form\nfruit,A,2020,1430.5,nong-nghiep\n')
  return house
}

export const download = async (client: Client, asked = '&unit=A', lang = 'vi') => {
  const answer = await client.get(`${BOOK}${asked}`, { 'accept-language': lang })
  assert.equal(
    answer.status,
    200,
    await answer
      .clone()
      .text()
      .catch(() => ''),
  )
  return new Uint8Array(await answer.arrayBuffer())
}

/** Types values into cells, as somebody in a spreadsheet; addresses are those of the sheet. */
export async function fill(bytes: Uint8Array, typed: Record<string, Partial<Cell> | Cell['value']>) {
  const book = await openXlsx(bytes, { readStyles: true })
  const sheet = book.sheets[0]!
  for (const [address, given] of Object.entries(typed)) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!
    const column = [...letters!].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const at = `${Number(row) - 1},${column}`
    const cell =
      typeof given === 'object' && given !== null && !(given instanceof Date) ? given : { value: given }
    const value = cell.value ?? null
    sheet.rows[Number(row) - 1]![column] = value
    const type = value instanceof Date ? 'date' : typeof value === 'number' ? 'number' : 'string'
    sheet.cells!.set(at, { ...sheet.cells!.get(at), type, ...cell, value } as Cell)
  }
  return saveXlsx(book)
}

export type Answer = {
  rows: number
  created: number
  changed: number
  unchanged: number
  rejectedCount: number
  rejected: { row: number; field: string; code: string; message: string }[]
  changes: {
    at: string
    unit: { code: string }
    indicator: { code: string }
    before: string
    after: string
  }[]
}
export const bring = async (client: Client, bytes: Uint8Array, more = '') => {
  const answer = await client.post(
    `/api/v1/imports?format=workbook${more}`,
    new Blob([new Uint8Array(bytes)]),
  )
  return { status: answer.status, ...((await answer.json()) as Answer) }
}
export const counts = ({ created, changed, unchanged, rejectedCount }: Answer) => [
  created,
  changed,
  unchanged,
  rejectedCount,
]

export const valuesOf = async (client: Client, unit = 'A') => {
  const answer = await client.get(`/api/v1/reports/nong-nghiep/${unit}/2021`)
  if (answer.status === 404) return null
  const { values, quality } = (await answer.json()) as { values: { value: string }[]; quality: string }
  return { values, quality }
}
