import { Select } from '#kit/field.tsx';
import { month as monthName } from '#kit/format.ts';

/** Which month is shown; only months that have anything are offered. */
export function MonthPick({
  months,
  month,
  today,
  onPick,
}: {
  readonly months: readonly string[];
  readonly month: string;
  readonly today: string;
  readonly onPick: (month: string) => void;
}) {
  const offered = [...new Set([...months, month])].sort().reverse();
  return (
    <div className="month-pick">
      <Select
        label="月份"
        value={month}
        onChange={(event) => onPick(event.target.value)}
        choices={offered.map((value) => ({ value, name: monthName(value, today) }))}
      />
    </div>
  );
}
