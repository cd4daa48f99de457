// What people read when rows of a file are bad, word for word.

import { type BadFile, tellEach } from '../../../test/things-told.ts'

const H = 'code,name,amount\n'

const CASES: BadFile[] = [
  {
    what: 'too few and too many cells',
    file: `${H}a,Nhãn\nb,Xoài,1,5\n`,
    vi: [
      '2 : Dòng có 2 ô, dòng tiêu đề có 3 cột.',
      '3 : Dòng có 4 ô, dòng tiêu đề có 3 cột. Nếu trong ô có dấu phẩy, hãy đặt cả ô trong ngoặc kép ("); phần thập phân viết sau dấu chấm.',
    ],
    en: [
      '2 : The row has 2 cells, the header has 3 columns.',
      '3 : The row has 4 cells, the header has 3 columns. If a cell holds a comma, put the whole cell in quotation marks ("); decimals stand after a point.',
    ],
  },
  {
    what: 'numbers as they are written in Vietnam',
    file: `${H}a,Nhãn,"1.234,5"\nb,Xoài,"1,234"\nc,Na,1.234.567\nd,Mận,1 234\n`,
    vi: [
      '2 amount: “1.234,5” không phải số viết đúng. Dùng dấu chấm cho phần thập phân và không dùng dấu phân cách nghìn, ví dụ 1234.5.',
      '3 amount: “1,234” có dấu phẩy nên không rõ là số nào. Hãy viết 1234, hoặc 1.234 nếu là số thập phân.',
      '4 amount: “1.234.567” có dấu phân cách nghìn. Hãy viết liền: 1234567.',
      '5 amount: “1 234” có dấu cách giữa các chữ số. Hãy viết liền: 1234.',
    ],
    en: [
      '2 amount: “1.234,5” is not written as a number should be. Use a point for decimals and no thousands separators, for example 1234.5.',
      '3 amount: “1,234” has a comma, so it is not clear which number is meant. Please write 1234, or 1.234 if it is a decimal.',
      '4 amount: “1.234.567” has thousands separators. Please write it without them: 1234567.',
      '5 amount: “1 234” has spaces between its digits. Please write it without them: 1234.',
    ],
  },
  {
    what: 'letters in a number',
    file: `${H}a,Nhãn,12 ha\nb,Xoài,l0\nc,Na,\n`,
    vi: [
      '2 amount: “12 ha” không phải là số. Ô này chỉ ghi số, không ghi chữ, dấu % hay đơn vị đo.',
      '3 amount: “l0” không phải là số. Ô này chỉ ghi số, không ghi chữ, dấu % hay đơn vị đo.',
      '4 amount: Ô này không được để trống.',
    ],
    en: [
      '2 amount: “12 ha” is not a number. This cell holds digits only, without words, % or a unit of measure.',
      '3 amount: “l0” is not a number. This cell holds digits only, without words, % or a unit of measure.',
      '4 amount: This cell must not be empty.',
    ],
  },
  {
    what: 'other ways to write a number',
    file: `${H}a,Nhãn,1e5\nb,Xoài,+3\nc,Na,−4\nd,Mận,0.12345678901\n`,
    vi: [
      '2 amount: “1e5” viết kiểu số mũ. Hãy viết đủ các chữ số.',
      '3 amount: “+3” có dấu cộng ở đầu. Hãy viết 3.',
      '4 amount: “−4” dùng dấu gạch dài. Hãy dùng dấu trừ thường: -4.',
      '5 amount: “0.12345678901” quá dài: nhiều nhất 20 chữ số trước và 10 chữ số sau dấu chấm.',
    ],
    en: [
      '2 amount: “1e5” is written with an exponent. Please write all its digits.',
      '3 amount: “+3” begins with a plus sign. Please write 3.',
      '4 amount: “−4” has a long dash. Please use a plain minus sign: -4.',
      '5 amount: “0.12345678901” is too long: at most 20 digits before the point and 10 after it.',
    ],
  },
  {
    what: 'formulas',
    file: `${H}a,"=HYPERLINK(""http://x"")",1\nb,@SUM(A1),=1+1\nc,+1,1\nd,-1,1\n"\te",x,1\n`,
    vi: [
      '2 name: “=HYPERLINK("http://x")” bắt đầu bằng =, +, -, @ hoặc dấu tab, giống một công thức. Hãy ghi nội dung, bỏ ký tự đầu.',
      '3 name: “@SUM(A1)” bắt đầu bằng =, +, -, @ hoặc dấu tab, giống một công thức. Hãy ghi nội dung, bỏ ký tự đầu.',
      '4 name: “+1” bắt đầu bằng =, +, -, @ hoặc dấu tab, giống một công thức. Hãy ghi nội dung, bỏ ký tự đầu.',
      '5 name: “-1” bắt đầu bằng =, +, -, @ hoặc dấu tab, giống một công thức. Hãy ghi nội dung, bỏ ký tự đầu.',
      '6 code: “e” bắt đầu bằng =, +, -, @ hoặc dấu tab, giống một công thức. Hãy ghi nội dung, bỏ ký tự đầu.',
    ],
    en: [
      '2 name: “=HYPERLINK("http://x")” begins with =, +, -, @ or a tab, like a formula. Please write the content without that first character.',
      '3 name: “@SUM(A1)” begins with =, +, -, @ or a tab, like a formula. Please write the content without that first character.',
      '4 name: “+1” begins with =, +, -, @ or a tab, like a formula. Please write the content without that first character.',
      '5 name: “-1” begins with =, +, -, @ or a tab, like a formula. Please write the content without that first character.',
      '6 code: “e” begins with =, +, -, @ or a tab, like a formula. Please write the content without that first character.',
    ],
  },
  {
    what: 'damaged letters',
    file: `${H}a,Nh\ufffdn,1\nb,X\u0001,1\n`,
    vi: [
      '2 name: “Nh\ufffdn” có ký tự hỏng. Hãy gõ lại ô này.',
      '3 name: “X\u0001” có ký tự hỏng. Hãy gõ lại ô này.',
    ],
    en: [
      '2 name: “Nh\ufffdn” holds a damaged character. Please type this cell again.',
      '3 name: “X\u0001” holds a damaged character. Please type this cell again.',
    ],
  },
  {
    what: 'dates the other way round',
    file: 'code,name,amount,valid_from\na,Nhãn,1,31/12/2025\nb,Xoài,1,2025-02-30\nc,Na,1,hôm qua\n',
    vi: [
      '2 valid_from: “31/12/2025” viết ngày trước. Hãy viết năm-tháng-ngày: 2025-12-31.',
      '3 valid_from: Không có ngày 2025-02-30 trên lịch.',
      '4 valid_from: “hôm qua” không phải là ngày. Hãy viết năm-tháng-ngày, ví dụ 2025-07-01.',
    ],
    en: [
      '2 valid_from: “31/12/2025” has the day first. Please write year-month-day: 2025-12-31.',
      '3 valid_from: There is no day 2025-02-30 in the calendar.',
      '4 valid_from: “hôm qua” is not a date. Please write year-month-day, for example 2025-07-01.',
    ],
  },
  {
    what: 'codes and texts',
    file: `${H}a b,Nhãn,1\nc,${'dài '.repeat(40)},1\n`,
    vi: [
      '2 code: “a b” không phải là mã. Mã chỉ có chữ, số, dấu gạch và dấu chấm, nhiều nhất 60 ký tự.',
      '3 name: Nội dung quá dài, nhiều nhất 40 ký tự.',
    ],
    en: [
      '2 code: “a b” is not a code. A code has only letters, digits, hyphens, underscores and points, at most 60.',
      '3 name: The text is too long: at most 40 characters.',
    ],
  },
]

tellEach(CASES)
