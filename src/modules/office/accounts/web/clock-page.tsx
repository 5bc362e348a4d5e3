import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Facts } from '#kit/card.tsx';
import { DateInput } from '#kit/date-input.tsx';
import { day, dayWithWeekday } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import type { ClockState } from '../domain/index.ts';

/** 调演示日期: moves the demonstration's day, so that limits can be seen to pass. No real installation offers it. */
export default function ClockPage() {
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => api.get<ClockState>('/api/clock') });
  return (
    <div className="stack">
      <PageHead title="调演示日期" sub="只有演示环境能调。调到哪天，时限和预警就按哪天算。" />
      {clock.error ? (
        <Problem error={clock.error} onRetry={() => void clock.refetch()} />
      ) : (
        <Card className="narrow">{clock.data ? <Mover clock={clock.data} /> : <Skeleton lines={3} />}</Card>
      )}
    </div>
  );
}

function Mover({ clock }: { readonly clock: ClockState }) {
  const [to, setTo] = useState(clock.today);
  const queries = useQueryClient();
  const { tell } = useTell();
  const move = useMutation({
    mutationFn: (moved: string | null) => api.post<ClockState>('/api/clock', { day: moved }),
    onSuccess: async (state) => {
      setTo(state.today);
      tell(`现在按 ${day(state.today)} 算。`);
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!move.isPending) move.mutate(to);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary error={move.error} title="日期没有调" />
      <Facts
        items={[
          { label: '现在按哪天算', value: dayWithWeekday(clock.today) },
          { label: '怎么来的', value: clock.movedTo ? '调过' : '真实日期' },
        ]}
      />
      <DateInput label="调到哪天" value={to} onDay={setTo} />
      <div className="row">
        <Button type="submit" kind="primary" busy={move.isPending}>
          按这天重算
        </Button>
        {[1, 7, 30].map((days) => (
          <Button key={days} busy={move.isPending} onClick={() => move.mutate(later(clock.today, days))}>
            往后 {days} 天
          </Button>
        ))}
        {clock.movedTo ? (
          <Button busy={move.isPending} onClick={() => move.mutate(null)}>
            回到真实日期
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function later(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
