// Makes the synthetic workbooks of this folder that SheetJS writes (npm install xlsx@0.18.5). Run with the folder as working directory.
import fs from 'node:fs';
import XLSX from 'xlsx';

const rows = [
  ['Subject', 'Visit date', 'mRSS', 'FVC', 'Share', 'On TPN'],
  ['S-001', 40973, 26, 2.85, 0.85, true],
  ['S-002', 41159, 18, 3.1, 0.5, false],
  ['受试者-003', 36525, 0, 0.125, 1, true],
];

const sheet = XLSX.utils.aoa_to_sheet(rows);
for (const row of [2, 3, 4]) {
  sheet[`B${row}`].z = 'yyyy-mm-dd';
  sheet[`E${row}`].z = '0%';
}

function save(name, bookType, extra = {}) {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, { ...sheet, ...extra }, 'Visits');
  fs.writeFileSync(name, XLSX.write(book, { type: 'buffer', bookType, bookSST: bookType !== 'biff5' }));
}

save('table-sheetjs.xlsx', 'xlsx');
save('table-sheetjs.xlsb', 'xlsb');
save('table-sheetjs.xls', 'biff8');
save('table-sheetjs-biff5.xls', 'biff5');

const corners = {
  H2: { t: 'n', v: 52, f: 'C2*2' },
  H3: { t: 'e', v: 0x07 },
  H4: { t: 's', v: 'high', f: 'IF(C2>20,"high","low")' },
  '!ref': 'A1:H4',
  '!merges': [{ s: { r: 6, c: 0 }, e: { r: 7, c: 2 } }],
  '!cols': [{}, {}, {}, { hidden: true }],
  '!rows': [{}, {}, { hidden: true }],
};
for (const [name, type] of [['corners-sheetjs.xlsx', 'xlsx'], ['corners-sheetjs.xlsb', 'xlsb'], ['corners-sheetjs.xls', 'biff8']]) {
  save(name, type, corners);
}
