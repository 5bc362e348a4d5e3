/** Small sums on calendar months, as the screens of this module need them. A month is `YYYY-MM`. */

function parts(month: string): { readonly year: number; readonly number: number } {
  const [year = '0', number = '1'] = month.split('-');
  return { year: Number(year), number: Number(number) };
}

export function daysIn(month: string): number {
  const { year, number } = parts(month);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(month: string, day: number): number {
  const { year, number } = parts(month);
  return new Date(Date.UTC(year, number - 1, day)).getUTCDay();
}

/** The last `length` months up to and with `month`, newest first. */
export function monthsBack(month: string, length: number): string[] {
  const { year, number } = parts(month);
  const last = year * 12 + number - 1;
  return Array.from({ length }, (_, index) => {
    const at = last - index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
