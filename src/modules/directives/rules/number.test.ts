import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readNumber } from './number.ts'
import { readAbbreviation, readType, typesOf } from './types.ts'

/** As written; side, number, year, types, body, normalised. */
const FORMS: [string, string, number, number | null, string, string, string][] = [
  // Party: a hyphen before the type
  ['05-CT/TW', 'party', 5, null, 'chỉ thị', 'TW', '05-CT/TW'],
  ['01-KL/TW', 'party', 1, null, 'kết luận', 'TW', '01-KL/TW'],
  ['21-KL/TW', 'party', 21, null, 'kết luận', 'TW', '21-KL/TW'],
  ['04-NQ/TW', 'party', 4, null, 'nghị quyết', 'TW', '04-NQ/TW'],
  ['03-KH/TW', 'party', 3, null, 'kế hoạch', 'TW', '03-KH/TW'],
  ['1587-KL/TU', 'party', 1587, null, 'kết luận', 'TU', '1587-KL/TU'],
  ['32-CT/TU', 'party', 32, null, 'chỉ thị', 'TU', '32-CT/TU'],
  ['12-BC/HU', 'party', 12, null, 'báo cáo', 'HU', '12-BC/HU'],
  ['12-KH/HU', 'party', 12, null, 'kế hoạch', 'HU', '12-KH/HU'],
  ['45-BC/ĐU', 'party', 45, null, 'báo cáo', 'ĐU', '45-BC/ĐU'],
  ['09-KH/ĐU', 'party', 9, null, 'kế hoạch', 'ĐU', '09-KH/ĐU'],
  ['366-QĐ/TW', 'party', 366, null, 'quyết định, quy định', 'TW', '366-QĐ/TW'],
  ['399-QĐ/TW', 'party', 399, null, 'quyết định, quy định', 'TW', '399-QĐ/TW'],
  ['08-QĐi/TW', 'party', 8, null, 'quy định', 'TW', '08-QĐi/TW'],
  ['36-HD/VPTW', 'party', 36, null, 'hướng dẫn', 'VPTW', '36-HD/VPTW'],
  ['02-TT/TW', 'party', 2, null, 'thông tri', 'TW', '02-TT/TW'],
  ['15-CTr/TU', 'party', 15, null, 'chương trình', 'TU', '15-CTr/TU'],
  ['27-CTHĐ/HU', 'party', 27, null, 'chương trình', 'HU', '27-CTHĐ/HU'],
  ['07-ĐA/HU', 'party', 7, null, 'đề án', 'HU', '07-ĐA/HU'],
  ['33-TTr/BTCHU', 'party', 33, null, 'tờ trình', 'BTCHU', '33-TTr/BTCHU'],
  ['104-CV/BTGDVTU', 'party', 104, null, 'công văn', 'BTGDVTU', '104-CV/BTGDVTU'],
  ['18-HD/BTCTW-UBKTTW', 'party', 18, null, 'hướng dẫn', 'BTCTW-UBKTTW', '18-HD/BTCTW-UBKTTW'],
  ['06-QC/HU', 'party', 6, null, 'quy chế', 'HU', '06-QC/HU'],
  ['03-NQ/CB', 'party', 3, null, 'nghị quyết', 'CB', '03-NQ/CB'],
  // State: a slash first
  ['2712/QĐ-UBND', 'state', 2712, null, 'quyết định', 'UBND', '2712/QĐ-UBND'],
  ['3350/QĐ-UBND', 'state', 3350, null, 'quyết định', 'UBND', '3350/QĐ-UBND'],
  ['200/NQ-HĐND', 'state', 200, null, 'nghị quyết', 'HĐND', '200/NQ-HĐND'],
  ['04/BC-UBND', 'state', 4, null, 'báo cáo', 'UBND', '04/BC-UBND'],
  ['766/QĐ-TTg', 'state', 766, null, 'quyết định', 'TTg', '766/QĐ-TTg'],
  ['20/CT-TTg', 'state', 20, null, 'chỉ thị', 'TTg', '20/CT-TTg'],
  ['117/CĐ-TTg', 'state', 117, null, 'công điện', 'TTg', '117/CĐ-TTg'],
  ['45/TTr-SNV', 'state', 45, null, 'tờ trình', 'SNV', '45/TTr-SNV'],
  ['9/QyĐ-UBND', 'state', 9, null, 'quy định', 'UBND', '09/QyĐ-UBND'],
  ['12/HĐ-UBND', 'state', 12, null, 'hợp đồng', 'UBND', '12/HĐ-UBND'],
  ['12/HD-UBND', 'state', 12, null, 'hướng dẫn', 'UBND', '12/HD-UBND'],
  ['354/TB-VPCP', 'state', 354, null, 'thông báo', 'VPCP', '354/TB-VPCP'],
  ['16/GM-UBND', 'state', 16, null, 'giấy mời', 'UBND', '16/GM-UBND'],
  ['88/KH-BCĐ', 'state', 88, null, 'kế hoạch', 'BCĐ', '88/KH-BCĐ'],
  // Law: the year in the number, or the National Assembly
  ['335/2025/NĐ-CP', 'law', 335, 2025, 'nghị định', 'CP', '335/2025/NĐ-CP'],
  ['09/2019/NĐ-CP', 'law', 9, 2019, 'nghị định', 'CP', '09/2019/NĐ-CP'],
  ['30/2020/NĐ-CP', 'law', 30, 2020, 'nghị định', 'CP', '30/2020/NĐ-CP'],
  ['91/2025/QH15', 'law', 91, 2025, 'luật, nghị quyết', 'QH15', '91/2025/QH15'],
  ['06/2022/QH15', 'law', 6, 2022, 'luật, nghị quyết', 'QH15', '06/2022/QH15'],
  ['05/2020/UBTVQH14', 'law', 5, 2020, 'pháp lệnh, nghị quyết', 'UBTVQH14', '05/2020/UBTVQH14'],
  ['1681/NQ-UBTVQH15', 'law', 1681, null, 'nghị quyết', 'UBTVQH15', '1681/NQ-UBTVQH15'],
  ['51/2001/NQ-QH10', 'law', 51, 2001, 'nghị quyết', 'QH10', '51/2001/NQ-QH10'],
  ['16/2023/TT-BNV', 'law', 16, 2023, 'thông tư', 'BNV', '16/2023/TT-BNV'],
  ['07/2014/TTLT-BNV-BTC', 'law', 7, 2014, 'thông tư liên tịch', 'BNV-BTC', '07/2014/TTLT-BNV-BTC'],
  ['24/2024/QĐ-UBND', 'law', 24, 2024, 'quyết định', 'UBND', '24/2024/QĐ-UBND'],
  ['11/2021/L-CTN', 'law', 11, 2021, 'lệnh', 'CTN', '11/2021/L-CTN'],
  ['18/VBHN-VPQH', 'law', 18, null, 'văn bản hợp nhất', 'VPQH', '18/VBHN-VPQH'],
  ['41-LCT/HĐNN8', 'law', 41, null, 'luật', 'HĐNN8', '41-LCT/HĐNN8'],
  // Letters: no type, the body whole
  ['12/UBND-NV', 'letter', 12, null, 'công văn', 'UBND-NV', '12/UBND-NV'],
  ['1234/VPCP-KTTH', 'letter', 1234, null, 'công văn', 'VPCP-KTTH', '1234/VPCP-KTTH'],
  ['77/SGDĐT-GDTrH', 'letter', 77, null, 'công văn', 'SGDĐT-GDTrH', '77/SGDĐT-GDTrH'],
  ['5/UBND', 'letter', 5, null, 'công văn', 'UBND', '05/UBND'],
  ['310/UBND.TH', 'letter', 310, null, 'công văn', 'UBND.TH', '310/UBND.TH'],
  // Front and its member organisations, in either form
  ['12/BC-MTTQ-BTT', 'front', 12, null, 'báo cáo', 'MTTQ-BTT', '12/BC-MTTQ-BTT'],
  ['34/TTr-MTTW-BTT', 'front', 34, null, 'tờ trình', 'MTTW-BTT', '34/TTr-MTTW-BTT'],
  ['05-KH/ĐTN', 'front', 5, null, 'kế hoạch', 'ĐTN', '05-KH/ĐTN'],
  ['22/HD-LĐLĐ', 'front', 22, null, 'hướng dẫn', 'LĐLĐ', '22/HD-LĐLĐ'],
  ['08-BC/HND', 'front', 8, null, 'báo cáo', 'HND', '08-BC/HND'],
  ['19/MTTQ-BTT', 'front', 19, null, 'công văn', 'MTTQ-BTT', '19/MTTQ-BTT'],
  // As people type them
  ['Số: 12/UBND-NV', 'letter', 12, null, 'công văn', 'UBND-NV', '12/UBND-NV'],
  ['Số 12-BC/HU', 'party', 12, null, 'báo cáo', 'HU', '12-BC/HU'],
  ['Số, ký hiệu: 335/2025/NĐ-CP', 'law', 335, 2025, 'nghị định', 'CP', '335/2025/NĐ-CP'],
  ['so 05-ct/tw', 'party', 5, null, 'chỉ thị', 'TW', '05-CT/TW'],
  ['5 – KL / TW', 'party', 5, null, 'kết luận', 'TW', '05-KL/TW'],
  ['12 - bc/hu', 'party', 12, null, 'báo cáo', 'HU', '12-BC/HU'],
  ['2712/qd-ubnd', 'state', 2712, null, 'quyết định', 'UBND', '2712/QĐ-UBND'],
  ['766/QD-TTG', 'state', 766, null, 'quyết định', 'TTg', '766/QĐ-TTg'],
  ['335/2025/ND-CP', 'law', 335, 2025, 'nghị định', 'CP', '335/2025/NĐ-CP'],
  ['200/NQ-HDND', 'state', 200, null, 'nghị quyết', 'HĐND', '200/NQ-HĐND'],
  ['2712/QÐ-UBND', 'state', 2712, null, 'quyết định', 'UBND', '2712/QĐ-UBND'],
  ['Số:\u00a045\u2011BC/HU', 'party', 45, null, 'báo cáo', 'HU', '45-BC/HU'],
  ['0012-BC/HU.', 'party', 12, null, 'báo cáo', 'HU', '12-BC/HU'],
  ['08-qđi/tw', 'party', 8, null, 'quy định', 'TW', '08-QĐi/TW'],
]

/** As written, and the first thing that is wrong. */
const MALFORMED: [string, string][] = [
  ['', 'blank'],
  [' \u00a0 ', 'blank'],
  ['Số:', 'serial'],
  ['BC/HU', 'serial'],
  ['-5-CT/TW', 'serial'],
  ['/QĐ-UBND', 'serial'],
  ['1234567/QĐ-UBND', 'serial'],
  ['không số', 'serial'],
  ['0-BC/HU', 'zero'],
  ['00/QĐ-UBND', 'zero'],
  ['12', 'form'],
  ['12BC/HU', 'form'],
  ['12a-BC/HU', 'form'],
  ['1.234/QĐ-UBND', 'form'],
  ['12 BC HU', 'form'],
  ['12-BC/HU/2021', 'form'],
  ['05/NQ/CP', 'form'],
  ['12-BC', 'body'],
  ['12-BC/', 'body'],
  ['12-BC/H U', 'body'],
  ['12-BC/-HU', 'body'],
  ['12/', 'body'],
  ['12/BC', 'body'],
  ['12/BC-', 'body'],
  ['12/QĐ-UBND-', 'body'],
  ['335/2025/', 'body'],
  ['335/2025', 'body'],
  ['335/2025/CP', 'body'],
  ['12-/HU', 'type'],
  ['12--BC/HU', 'type'],
  ['12-XX/HU', 'type'],
  ['12-NĐ/TW', 'type'],
  ['12/-UBND', 'type'],
  ['12/XX-UBND', 'type'],
  ['335/2025/XX-CP', 'type'],
  ['335/25/NĐ-CP', 'year'],
  ['335/1899/NĐ-CP', 'year'],
  ['335/20255/NĐ-CP', 'year'],
]

describe('a number of a document', () => {
  for (const [written, side, number, year, types, body, normalised] of FORMS)
    test(`${written} is ${normalised}`, () => {
      const { typeCodes, ...read } = readNumber(written) as Extract<
        ReturnType<typeof readNumber>,
        { ok: true }
      >
      const expected = { ok: true, side, number, year, types: types.split(', '), body, normalised }
      assert.deepEqual(read, expected)
      assert.equal(typeCodes.length, read.types.length)
    })

  for (const [written, reason] of MALFORMED)
    test(`${JSON.stringify(written)} is refused: ${reason}`, () =>
      assert.deepEqual(readNumber(written), { ok: false, reason }))

  test('reads the same from decomposed letters, and from itself', () => {
    for (const [written, , , , , , normalised] of FORMS)
      for (const text of [written.normalize('NFD'), normalised])
        assert.deepEqual(readNumber(text), readNumber(written), text)
  })

  test('keeps its parts apart: no two of different documents are one', () => {
    const normalised = FORMS.map((form) => form[6])
    assert.ok(new Set(normalised).size >= 60)
  })
})

describe('a type', () => {
  test('is read from its name in either language or its code, and never from an abbreviation', () => {
    for (const text of ['Kết luận', 'KET LUAN', 'kết  luận'.normalize('NFD'), 'Conclusion', 'conclusion'])
      assert.equal(readType(text), 'conclusion', text)
    assert.equal(readType('Đề án'), 'project')
    assert.equal(readType('QĐ'), undefined)
    assert.equal(readType(''), undefined)
  })

  test('of one abbreviation may be several, and differs by side', () => {
    const codes = (text: string, series: 'party' | 'state' | 'law') =>
      typesOf(text, series).map(({ code }) => code)
    assert.deepEqual(codes('QĐ', 'party'), ['decision', 'regulation'])
    assert.deepEqual(codes('QĐ', 'state'), ['decision'])
    assert.deepEqual(codes('TT', 'party'), ['party-circular'])
    assert.deepEqual(codes('TT', 'law'), ['circular'])
  })

  test('keeps its stroke where it makes another type', () => {
    assert.equal(readAbbreviation('HD', 'state'), 'HD')
    assert.equal(readAbbreviation('HĐ', 'state'), 'HĐ')
    assert.equal(readAbbreviation('DA', 'party'), 'DA')
    assert.equal(readAbbreviation('QDI', 'party'), 'QĐi')
  })
})
