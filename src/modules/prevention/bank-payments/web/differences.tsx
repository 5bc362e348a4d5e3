import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { count, day } from '#kit/format.ts';
import { ErrorSummary } from '#kit/states.tsx';
import type { BatchPage, DifferenceView } from '../domain/wire.ts';
import { explainDifference } from './requests.ts';
import { useAct } from './use-act.ts';

/** What does not agree between the account, the bank's results and our lines. */
export function Differences({ page, today, approves }: { readonly page: BatchPage; readonly today: string; readonly approves: boolean }) {
  const open = page.differences.filter((one) => one.explanation === null).length;
  return (
    <Card title="对账" aside={<span className={open > 0 ? 'danger-text' : 'muted'}>{open > 0 ? `${count(open)} 处没查清` : '都查清了'}</span>}>
      <ul className="pay-findings">
        {page.differences.map((one) => (
          <li key={one.id}>
            <p>
              {day(one.on, today)}：{one.says}
              {one.explanation !== null && (
                <span className="muted">
                  <br />
                  {one.explainedBy}：{one.explanation}
                </span>
              )}
            </p>
            {approves && one.explanation === null && <Explain page={page} difference={one} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const SHORTEST_NOTE = 2;

function Explain({ page, difference }: { readonly page: BatchPage; readonly difference: DifferenceView }) {
  const [note, setNote] = useState('');
  const explain = useAct(page.id, () => explainDifference(difference.id, note.trim()));
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim().length >= SHORTEST_NOTE) explain.mutate();
      }}
    >
      <TextInput label="查清是什么" value={note} onChange={(event) => setNote(event.target.value)} />
      <Button type="submit" small busy={explain.isPending} shutBecause={note.trim().length < SHORTEST_NOTE ? '先写查清的结果' : null}>
        记下
      </Button>
      <ErrorSummary error={explain.error} />
    </form>
  );
}
