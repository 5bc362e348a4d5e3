const MINUS = '−';

/** `137902800` fen → `1,379,028` ; fen that are not whole yuan keep two places: `12.05`. */
export function yuan(fenText: string): string {
  const negative = fenText.startsWith('-');
  const digits = (negative ? fenText.slice(1) : fenText).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-2);
  return `${negative ? MINUS : ''}${whole}${rest === '00' ? '' : `.${rest}`}`;
}

/** For statistics only: `21000000000` fen → `2.1 亿`. In cases the whole number is shown. */
export function shortYuan(fenText: string): { readonly number: string; readonly unit: string } {
  const value = Number(fenText) / 100;
  const trim = (n: number) => count(Number(n.toFixed(n >= 100 ? 0 : 1)));
  if (Math.abs(value) >= 1e8) return { number: trim(value / 1e8), unit: '亿元' };
  if (Math.abs(value) >= 1e5) return { number: trim(value / 1e4), unit: '万元' };
  return { number: yuan(fenText), unit: '元' };
}

export function count(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** `2026-11-21` → `11月21日`, with the year when it is not this year. */
export function day(text: string, today?: string): string {
  const [year = '', month = '', date = ''] = text.slice(0, 10).split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return today === undefined || today.slice(0, 4) === year ? short : `${year}年${short}`;
}

/** `2026-10` → `2026年10月`, or `10月` when it is this year. */
export function month(text: string, today?: string): string {
  const [year = '', number = ''] = text.split('-');
  return today?.slice(0, 4) === year ? `${Number(number)}月` : `${year}年${Number(number)}月`;
}

const moments = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-11-21T09:20:00Z` → `11月21日 17:20`, civil time in China wherever the browser stands. */
export function moment(text: string, today?: string): string {
  const parts: Record<string, string> = {};
  for (const part of moments.formatToParts(new Date(text))) parts[part.type] = part.value;
  const year = today && today.slice(0, 4) === parts['year'] ? '' : `${parts['year']}年`;
  return `${year}${parts['month']}月${parts['day']}日 ${parts['hour']}:${parts['minute']}`;
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** `2026-11-22` → `11月22日 星期日`. */
export function dayWithWeekday(text: string): string {
  const weekday = new Date(`${text}T00:00:00Z`).getUTCDay();
  return `${day(text)} 星期${WEEKDAYS[weekday] ?? ''}`;
}

/** −2 → 超期 2 天, 0 → 今天到期, 6 → 剩 6 天. */
export function dueWord(daysLeft: number): string {
  if (daysLeft < 0) return `超期 ${count(-daysLeft)} 天`;
  return daysLeft === 0 ? '今天到期' : `剩 ${count(daysLeft)} 天`;
}

/** 1536 → `1.5 KB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
