import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortCodes } from './short-codes.ts'

const of = (...names: string[]) => shortCodes(names.map((name) => ({ name, kind: 'xã' })))

test('the first letters of the words, full Vietnamese letters', () =>
  assert.deepEqual(of('Xã Bó Sinh', 'Xã Đứa Mòn', 'Thị trấn Sông Mã', 'Phường 12'), [
    'BS',
    'ĐM',
    'TT',
    'P12',
  ]))

test('names that would share their letters are told apart by the first one that differs', () =>
  assert.deepEqual(of('Xã Chiềng Khoong', 'Xã Chiềng Khương', 'Xã Chiềng Cang'), ['CKo', 'CKư', 'CC']))

test('the very same name gets a number', () =>
  assert.deepEqual(of('Xã Tân An', 'Phường Tân An'), ['TA', 'TA2']))
