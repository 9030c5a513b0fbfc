// Makes the files of Museum/ that SheetJS writes: node make_mess.mjs MUSEUM, in a folder in which the npm package xlsx is installed.
import { createRequire } from "node:module";
import { join } from "node:path";

const XLSX = createRequire(`${process.cwd()}/`)("xlsx");
const museum = process.argv[2];

function write(name, rows, format) {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  for (const [cell, code] of Object.entries(format ?? {})) {
    sheet[cell].z = code;
  }
  XLSX.utils.book_append_sheet(book, sheet, "Visits");
  XLSX.writeFile(book, join(museum, name));
}

const missing = ["", "NA", "N/A", "ND", "n.d.", "-", "--", "/", ".", 999, "未查", "未做", "缺失", "不详", "拒查"];
write("missing-codes-sheetjs.xlsx", [
  ["Subject", "Study day", "Albumin (g/L)", "mRSS"],
  ...missing.map((code, index) => [`P-${index + 1}`, 1, code, 0]),
]);
write("percent-sheetjs.xlsx", [["Subject", "Study day", "FVC % pred", "mRSS", "FVC (L)"], ["P-01", 1, 0.85, 20, 2.5], ["P-02", 1, 0.85, 21, 2.6]], { C2: "0%" });
write("wide-sheetjs.xlsb", [["Subject", "Sex", "mRSS_0", "mRSS_6m", "mRSS 24月"], ["P-01", "女", 20, 15, 10]]);
