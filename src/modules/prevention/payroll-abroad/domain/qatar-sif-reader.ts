/** Reads a Qatar SIF back and says what a bank would refuse it for. Shares nothing with the writer. */
export function faultsOfQatarSif(fileName: string, text: string): readonly string[] {
  const faults: string[] = [];
  const name = /^SIF_(\d{8})_([A-Z0-9]{1,4})_(\d{8})_(\d{4})\.csv$/.exec(fileName);
  if (name === null) faults.push('file name');
  if (/[^\x20-\x7e\r\n]/.test(text)) faults.push('not ASCII');
  const [titles = [], values = [], columns = [], ...records] = text
    .replace(/\r\n$/, '')
    .split('\r\n')
    .map((line) => line.split(','));
  const head = (title: string) => values[titles.indexOf(title)] ?? '';
  const isVersion1 = head('SIF Version') === '1';
  if (titles.length !== values.length || (titles.length !== 10 && !isVersion1)) faults.push('header fields');
  const headRules: readonly (readonly [string, boolean])[] = [
    ['Employer EID', /^\d{8}$/.test(head('Employer EID')) && (name === null || head('Employer EID') === name[1])],
    ['File Creation Date', isDay(head('File Creation Date')) && (name === null || head('File Creation Date') === name[3])],
    ['File Creation Time', /^([01]\d|2[0-3])[0-5]\d$/.test(head('File Creation Time'))],
    ['Payer', /^\d{8}$/.test(head('Payer EID')) !== /^\d{11}$/.test(head('Payer QID'))],
    ['Payer Bank Short Name', /^[A-Z0-9]{1,4}$/.test(head('Payer Bank Short Name')) && (name === null || head('Payer Bank Short Name') === name[2])],
    ['Payer IBAN', soundIban(head('Payer IBAN'))],
    ['Salary Year and Month', /^\d{4}(0[1-9]|1[0-2])$/.test(head('Salary Year and Month'))],
    ['Total Salaries', /^\d{1,16}\.\d{2}$/.test(head('Total Salaries'))],
    ['Total records', /^\d{1,6}$/.test(head('Total records'))],
  ];
  faults.push(...headRules.filter(([, isSound]) => !isSound).map(([rule]) => rule));
  if (columns.length !== (isVersion1 ? 22 : 15)) faults.push(`${columns.length} record titles`);
  const seen = new Set<string>();
  let total = 0n;
  for (const [at, record] of records.entries()) {
    const say = (what: string) => faults.push(`record ${at + 1}: ${what}`);
    const cell = (title: string) => record[columns.indexOf(title)] ?? '';
    if (record.length !== columns.length) say(`${record.length} fields`);
    if (record[0] !== String(at + 1)) say('sequence');
    const who = cell('Employee QID') || cell('Employee Visa ID');
    if (/^\d{11}$/.test(cell('Employee QID')) === /^[A-Z0-9]{1,12}$/.test(cell('Employee Visa ID'))) say('QID or visa');
    if (seen.has(who)) say('employee twice');
    seen.add(who);
    if (cell('Employee Name').length < 1 || cell('Employee Name').length > 70) say('name');
    if (!/^[A-Z0-9]{1,4}$/.test(cell('Employee Bank Short Name'))) say('bank');
    if (!/^\d{1,29}$/.test(cell('Employee Account')) && !soundIban(cell('Employee Account'))) say('account');
    if (!/^[MB]$/.test(cell('Salary Frequency'))) say('frequency');
    if (!/^\d{1,2}(\.\d)?$/.test(cell('Number of Working Days')) || Number(cell('Number of Working Days')) > 31) say('working days');
    const [net, basic, extra, deducted] = ['Net Salary', 'Basic Salary', 'Extra Income', 'Deductions'].map((title) =>
      /^\d+\.\d{2}$/.test(cell(title)) ? BigInt(cell(title).replace('.', '')) : null,
    );
    if (
      net === null ||
      basic === null ||
      extra === null ||
      deducted === null ||
      net === undefined ||
      basic === undefined ||
      extra === undefined ||
      deducted === undefined
    )
      say('amount');
    else {
      if (basic + extra - deducted !== net) say('net');
      total += net;
    }
  }
  if (records.length === 0) faults.push('nobody');
  if (Number(head('Total records')) !== records.length) faults.push('count');
  if (BigInt(head('Total Salaries').replace(/\D/g, '') || '0') !== total) faults.push('total');
  return faults;
}

function soundIban(text: string): boolean {
  if (!/^QA\d{2}[A-Z]{4}[A-Z0-9]{21}$/.test(text)) return false;
  const moved = `${text.slice(4)}${text.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(moved) % 97n === 1n;
}

function isDay(text: string): boolean {
  const match = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
