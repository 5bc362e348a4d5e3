import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { DateInput } from '#kit/date-input.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { dayWithWeekday } from '#kit/format.ts';
import { Problem } from '#kit/states.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { DueAnswer } from '../domain/wire.ts';

const UNITS = [
  { value: 'working-days', name: '个工作日' },
  { value: 'natural-days', name: '日（自然日）' },
  { value: 'months', name: '个月' },
];

/** 算期限: from a day, so many working days, days or months; the question stays in the address. */
export function DuePanel() {
  const today = useToday();
  const [url, change] = useUrlState();
  const [from, setFrom] = useState(url.get('from') ?? today);
  const [n, setN] = useState(url.get('n') ?? '20');
  const [unit, setUnit] = useState(url.get('unit') ?? 'working-days');
  const isNumber = /^\d{1,4}$/.test(n.trim());
  const [isTried, setTried] = useState(false);
  const asked = { from: url.get('from') ?? '', n: url.get('n') ?? '', unit: url.get('unit') ?? '' };
  const due = useQuery({
    queryKey: ['law', 'due', asked],
    queryFn: ({ signal }) => api.get<DueAnswer>('/api/law/due', asked, signal),
    enabled: asked.from !== '' && asked.n !== '' && asked.unit !== '',
  });
  return (
    <Card>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isNumber) change({ from, n: n.trim(), unit });
        }}
      >
        <div className="law-fields">
          <DateInput label="从哪一天起算" value={from} onDay={setFrom} />
          <TextInput
            label="多长"
            hint="写数字"
            error={isTried && !isNumber ? '写成 0 到 9999 的整数。' : null}
            inputMode="numeric"
            value={n}
            onChange={(event) => setN(event.target.value)}
          />
          <Select label="单位" hint="三种不能互换" value={unit} choices={UNITS} onChange={(event) => setUnit(event.target.value)} />
        </div>
        <div className="row">
          <Button kind="primary" type="submit">
            算到哪一天
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {due.error ? <Problem error={due.error} /> : null}
        {due.data ? (
          <div className="stack law-answer">
            <p className="law-says">
              {due.data.due.slice(0, 4)}年{dayWithWeekday(due.data.due)}
            </p>
            <ul className="law-trace">
              {due.data.trace.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {due.data.provisional ? <Notice tone="warn">跨到了还没有公布放假安排的年份，只能暂计，公布后要重算。</Notice> : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}
