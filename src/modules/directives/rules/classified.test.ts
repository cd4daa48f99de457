import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secrecyMark } from './classified.ts'

test('whatever stands in the column for it is a mark', () => {
  for (const mark of ['MẬT', 'Tối mật', 'A', 'thường']) assert.equal(secrecyMark(` ${mark} `), mark)
  assert.equal(secrecyMark('  '), null)
})

test('the stamp is one in other texts, by itself or set off', () => {
  const stamped = {
    MẬT: 'MẬT',
    'TỐI  MẬT': 'TỐI MẬT',
    'Báo cáo quốc phòng (TUYỆT MẬT)': 'TUYỆT MẬT',
    'MẬT: báo cáo tình hình': 'MẬT',
    'Báo cáo tình hình – TỐI MẬT': 'TỐI MẬT',
    '12-BC/HU (MẬT)': 'MẬT',
  }
  for (const [text, mark] of Object.entries(stamped))
    for (const form of ['NFC', 'NFD']) assert.equal(secrecyMark('', ['x', text.normalize(form)]), mark, text)
})

test('words about secrets and about honey are none', () => {
  for (const text of [
    'Về bảo vệ bí mật nhà nước',
    'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'KẾ HOẠCH PHÁT TRIỂN ĐÀN ONG, MẬT ONG',
    'Kế hoạch mật',
    'Giữ BÍ MẬT',
  ])
    assert.equal(secrecyMark('', [text]), null, text)
})
