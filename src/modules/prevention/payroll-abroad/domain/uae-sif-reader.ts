/** Reads a UAE SIF back and says what a bank would refuse it for. Shares nothing with the writer, so that both cannot be wrong alike. */
export function faultsOfUaeSif(fileName: string, text: string): readonly string[] {
  const faults: string[] = [];
  const say = (line: number, what: string) => faults.push(`line ${line}: ${what}`);
  const name = /^(\d{13})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\.SIF$/.exec(fileName);
  if (name === null) faults.push('file name');
  if (/[^\x20-\x7e\r\n]/.test(text)) faults.push('not ASCII');
  if (!text.endsWith('\r\n')) faults.push('no line end at the end');
  const lines = text.split('\r\n').slice(0, -1);
  const people = new Map<string, { variable: bigint; evp: bigint | null }>();
  let [total, last] = [0n, ''];
  let closed = false;
  for (const [at, line] of lines.entries()) {
    const no = at + 1;
    const cells = line.split(',');
    if (closed) say(no, 'after SCR');
    if (cells[0] === 'EDR') {
      const [, id = '', routing = '', account = '', from = '', until = '', days = '', fixed = '', variable = '', leave = ''] = cells;
      if (cells.length !== 10) say(no, `${cells.length} fields`);
      if (!/^\d{14}$/.test(id)) say(no, 'employee id');
      if (people.has(id)) say(no, 'employee twice');
      if (!/^\d{9}$/.test(routing)) say(no, 'routing code');
      if (!/^\d{16}$/.test(account) && !soundIban(account)) say(no, 'account');
      const [start, end] = [dayNumber(from), dayNumber(until)];
      if (start === null || end === null || end < start) say(no, 'period');
      else if (Number(days) !== end - start + 1 || Number(days) > 31) say(no, 'days in period');
      if (!/^\d+\.\d{2}$/.test(fixed) || !/^\d+\.\d{2}$/.test(variable)) say(no, 'income');
      if (!/^\d{1,2}$/.test(leave) || Number(leave) > 31) say(no, 'leave');
      people.set(id, { variable: cents(variable), evp: null });
      total += cents(fixed) + cents(variable);
      last = id;
    } else if (cells[0] === 'EVP') {
      const person = people.get(cells[1] ?? '');
      if (cells.length !== 10) say(no, `${cells.length} fields`);
      if (person === undefined || cells[1] !== last) say(no, 'EVP not behind its EDR');
      else if (person.evp !== null) say(no, 'EVP twice');
      else person.evp = cells.slice(3).reduce((sum, cell) => sum + cents(cell), 0n);
      if (cells.slice(3).some((cell) => !/^\d+\.\d{2}$/.test(cell))) say(no, 'amount');
    } else if (cells[0] === 'SCR') {
      closed = true;
      const [, employer = '', routing = '', on = '', time = '', month = '', count = '', sum = '', currency = '', reference = ''] = cells;
      if (cells.length < 9 || cells.length > 10) say(no, `${cells.length} fields`);
      if (!/^\d{13}$/.test(employer) || (name !== null && employer !== name[1])) say(no, 'employer id');
      if (!/^\d{9}$/.test(routing)) say(no, 'routing code');
      if (dayNumber(on) === null) say(no, 'creation date');
      if (!/^([01]\d|2[0-3])[0-5]\d$/.test(time)) say(no, 'creation time');
      if (!/^(0[1-9]|1[0-2])\d{4}$/.test(month)) say(no, 'salary month');
      if (Number(count) !== people.size) say(no, 'count');
      if (cents(sum) !== total) say(no, 'total');
      if (currency !== 'AED') say(no, 'currency');
      if (reference.length > 35) say(no, 'reference');
    } else say(no, 'record type');
  }
  if (!closed) faults.push('no SCR');
  if (people.size === 0) faults.push('nobody');
  for (const [id, { variable, evp }] of people) if ((evp ?? 0n) !== variable) faults.push(`EVP of ${id} is not its variable income`);
  return faults;
}

function cents(text: string): bigint {
  return BigInt(text.replace(/\D/g, '') || '0');
}

/** As one large number, where the writer goes digit by digit. */
function soundIban(text: string): boolean {
  if (!/^AE\d{21}$/.test(text)) return false;
  const moved = `${text.slice(4)}${text.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(moved) % 97n === 1n;
}

/** Days counted one by one from the year 2000: another way than the calendar the writer uses. */
function dayNumber(text: string): number | null {
  const match = /^(20\d{2})-?(\d{2})-?(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  const leaps = Math.floor((year - 1_997) / 4);
  return (year - 2_000) * 365 + leaps + lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day;
}
