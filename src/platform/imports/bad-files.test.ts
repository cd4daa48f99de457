// What people read when a file cannot be taken at all, word for word.

import { type BadFile, tellEach } from '../../../test/things-told.ts'

const H = 'code,name,amount\n'
/** 'Nà Nghịu' as Windows-1258 has it: letters, and dots below on their own. */
const WINDOWS_1258 = Buffer.from('4ee0204e676869f275', 'hex')

const CASES: BadFile[] = [
  {
    what: 'an empty file',
    file: '',
    vi: ['1 : Tệp trống, không có gì để nhập.'],
    en: ['1 : The file is empty: there is nothing to import.'],
  },
  {
    what: 'a header alone',
    file: H,
    vi: ['1 : Tệp chỉ có dòng tiêu đề, chưa có dòng số liệu nào.'],
    en: ['1 : The file has only a header: there are no rows of data yet.'],
  },
  {
    what: 'an empty first row',
    file: `\n${H}a,Nhãn,1\n`,
    vi: ['1 : Dòng đầu trống. Dòng đầu phải là tên các cột.'],
    en: ['1 : The first row is empty. It must hold the names of the columns.'],
  },
  {
    what: 'a missing column',
    file: 'code,name\na,Nhãn\n',
    vi: ['1 amount: Thiếu cột “amount” của loại tệp things.'],
    en: ['1 amount: The column “amount” of the format things is missing.'],
  },
  {
    what: 'an unknown column',
    file: 'code,name,amount,colour\na,Nhãn,1,đỏ\n',
    vi: [
      '1 colour: Loại tệp things không có cột “colour”. Các cột được dùng: code, name, amount, valid_from.',
    ],
    en: [
      '1 colour: The format things has no column “colour”. Its columns are: code, name, amount, valid_from.',
    ],
  },
  {
    what: 'a column that stands twice',
    file: 'code,name,amount,name\na,Nhãn,1,Na\n',
    vi: ['1 name: Cột “name” có hai lần ở dòng tiêu đề.'],
    en: ['1 name: The column “name” stands twice in the header.'],
  },
  {
    what: 'a column without a name',
    file: 'code,name,amount,\na,Nhãn,1,x\n',
    vi: ['1 : Cột thứ 4 chưa có tên ở dòng tiêu đề.'],
    en: ['1 : Column 4 has no name in the header.'],
  },
  {
    what: 'a header in capitals',
    file: 'CODE,name,amount\na,Nhãn,1\n',
    vi: [
      '1 CODE: Loại tệp things không có cột “CODE”. Các cột được dùng: code, name, amount, valid_from.',
      '1 code: Thiếu cột “code” của loại tệp things.',
    ],
    en: [
      '1 CODE: The format things has no column “CODE”. Its columns are: code, name, amount, valid_from.',
      '1 code: The column “code” of the format things is missing.',
    ],
  },
  {
    what: 'a header of no format',
    file: 'mã,tên\n1,2\n',
    vi: [
      '1 : Dòng tiêu đề không khớp với loại tệp nào. Các loại: prices (code, price); things (code, name, amount, valid_from).',
    ],
    en: [
      '1 : This header fits no format. The formats are: prices (code, price); things (code, name, amount, valid_from).',
    ],
  },
  {
    what: 'semicolons',
    file: 'code;name;amount\na;Nhãn;1\n',
    vi: [
      '1 : Các cột đang cách nhau bằng dấu chấm phẩy (;). Hãy lưu thành .xlsx rồi nhập lại, hoặc CSV với dấu phẩy (,).',
    ],
    en: [
      '1 : The columns are separated by semicolons (;). Please save the file as .xlsx and import it again, or as CSV with commas (,).',
    ],
  },
  {
    what: 'tabs',
    file: 'code\tname\tamount\na\tNhãn\t1\n',
    vi: [
      '1 : Các cột đang cách nhau bằng dấu tab. Hãy lưu thành .xlsx rồi nhập lại, hoặc CSV với dấu phẩy (,).',
    ],
    en: [
      '1 : The columns are separated by tabs. Please save the file as .xlsx and import it again, or as CSV with commas (,).',
    ],
  },
  {
    what: 'Windows-1258',
    file: Buffer.concat([Buffer.from(`${H}a,`), WINDOWS_1258, Buffer.from(',1\n')]),
    vi: [
      '2 : Dòng 2 có chữ không theo mã UTF-8. Hãy mở tệp trong Excel, lưu thành .xlsx hoặc “CSV UTF-8” rồi nhập lại.',
    ],
    en: [
      '2 : Line 2 has letters that are not UTF-8. Please open the file in Excel, save it as .xlsx or “CSV UTF-8”, and import it again.',
    ],
  },
  {
    what: 'UTF-16 without a mark',
    file: Buffer.from(`${H}a,Nhãn,1\n`, 'utf16le'),
    vi: ['1 : Không đọc được tệp này như một bảng. Hãy lưu thành CSV UTF-8 hoặc XLSX rồi nhập lại.'],
    en: ['1 : This file cannot be read as a table. Please save it as CSV UTF-8 or XLSX and import it again.'],
  },
  {
    what: 'an old workbook',
    file: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    vi: [
      '1 : Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu. Hãy lưu thành .xlsx không có mật khẩu, hoặc CSV UTF-8, rồi nhập lại.',
    ],
    en: [
      '1 : This is an old Excel file (.xls) or one with a password. Please save it as .xlsx without a password, or as CSV UTF-8, and import it again.',
    ],
  },
  {
    what: 'a web page',
    file: '<table><tr><td>1</td></tr></table>',
    vi: [
      '1 : Đây là trang web hoặc XML, không phải bảng. Hãy mở bằng Excel, lưu thành .xlsx hoặc CSV UTF-8 rồi nhập lại.',
    ],
    en: [
      '1 : This is a web page or XML, not a table. Please open it in Excel, save it as .xlsx or CSV UTF-8, and import it again.',
    ],
  },
  {
    what: 'an archive',
    file: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]),
    vi: ['1 : Tệp Excel bị hỏng hoặc tải về chưa đủ. Hãy mở lại bằng Excel, lưu rồi nhập lại.'],
    en: [
      '1 : The Excel file is damaged or was not downloaded completely. Please open it in Excel, save it and import it again.',
    ],
  },
  {
    what: 'JSON that is no GeoJSON',
    file: '{"code":"a"}',
    vi: ['1 : Tệp bắt đầu như JSON nhưng không phải GeoJSON kiểu FeatureCollection.'],
    en: ['1 : The file begins like JSON but is not a GeoJSON FeatureCollection.'],
  },
  {
    what: 'GeoJSON without features',
    file: '{"type":"FeatureCollection","features":[]}',
    vi: ['1 : Tệp GeoJSON không có Feature nào.'],
    en: ['1 : The GeoJSON file has no features.'],
  },
  {
    what: 'GeoJSON for a table',
    file: '{"type":"FeatureCollection","features":[]}',
    format: 'things',
    vi: ['1 : Loại tệp things cần CSV hoặc XLSX, tệp này là GeoJSON.'],
    en: ['1 : The format things needs a CSV or XLSX file; this one is GeoJSON.'],
  },
  {
    what: 'a table for GeoJSON',
    file: `${H}a,Nhãn,1\n`,
    format: 'outlines',
    vi: ['1 : Loại tệp outlines cần GeoJSON, tệp này là bảng.'],
    en: ['1 : The format outlines needs a GeoJSON file; this one is a table.'],
  },
  {
    what: 'a quote that is never closed',
    file: `${H}a,Nhãn,1\nb,"Xoài,2\n`,
    vi: ['3 : Có dấu ngoặc kép (") mở ra ở dòng này mà không đóng lại.'],
    en: ['3 : A quotation mark (") opens in this row and is never closed.'],
  },
  {
    what: 'a quote in the wrong place',
    file: `${H}a,thị trấn "Sông Mã",1\n`,
    vi: [
      '2 : Dấu ngoặc kép (") đặt sai chỗ, từ đây không đọc tiếp được. Ô có dấu ngoặc kép phải nằm trọn trong ngoặc kép, và mỗi dấu bên trong viết hai lần.',
    ],
    en: [
      '2 : A quotation mark (") is in the wrong place, and nothing after it can be read. A cell with quotation marks must stand wholly in quotation marks, and each one inside is written twice.',
    ],
  },
]

tellEach(CASES)
