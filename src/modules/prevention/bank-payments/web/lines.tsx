import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { commandId } from '#kit/command-id.ts';
import { Select } from '#kit/field.tsx';
import { count, day, yuan } from '#kit/format.ts';
import { Empty, ErrorSummary } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useGo, useUrlState } from '#kit/url-state.ts';
import type { BatchPage } from '../domain/wire.ts';
import { makeBatch } from './requests.ts';
import { LINE_TONES } from './states.ts';
import { useAct } from './use-act.ts';

/** As many as a person reads; the filter finds the rest. */
const SHOWN = 200;

/** Each person of the batch: what became of the money, what the bank said, what to do. */
export function Lines({ page, today }: { readonly page: BatchPage; readonly today: string }) {
  const [url, setUrl] = useUrlState();
  const wanted = url.get('line') ?? '';
  const names = new Map(page.items.map((line) => [line.state, line.stateName]));
  const rows = page.items.filter((line) => wanted === '' || line.state === wanted);
  return (
    <Card title="每个人" flush>
      <div className="payment-filters">
        <Select
          label="结果"
          none={`全部 ${count(page.items.length)} 人`}
          value={wanted}
          onChange={(event) => setUrl({ line: event.target.value })}
          choices={[...names].map(([value, name]) => ({ value, name }))}
        />
      </div>
      {rows.length === 0 ? (
        <Empty title="没有这样的人">换一种结果看。</Empty>
      ) : (
        <Table
          caption="代发明细"
          stack
          rows={rows.slice(0, SHOWN)}
          keyOf={(line) => line.id}
          columns={[
            { key: 'name', head: '姓名', rowHead: true, oneLine: true, cell: (line) => line.name },
            { key: 'card', head: '卡', oneLine: true, cell: (line) => (line.cardTail === null ? '没有' : `${line.cardBank ?? ''} 尾号 ${line.cardTail}`) },
            { key: 'amount', head: '金额', end: true, oneLine: true, cell: (line) => `${yuan(line.amountFen)} 元` },
            { key: 'state', head: '结果', oneLine: true, cell: (line) => <Tag tone={LINE_TONES[line.state]}>{line.stateName}</Tag> },
            { key: 'says', head: '银行怎么说', cell: (line) => line.bankSays ?? (line.paidOn === null ? '—' : `${day(line.paidOn, today)}到卡`) },
            { key: 'todo', head: '怎么办', cell: (line) => line.whatToDo },
          ]}
        />
      )}
      {rows.length > SHOWN && <p className="muted payment-filters">只列出前 {count(SHOWN)} 人，有问题的在最前。按结果筛选看其余的。</p>}
    </Card>
  );
}

/** Puts those whose money is certainly not with them into a batch of their own. */
export function Reissue({ page }: { readonly page: BatchPage }) {
  const lines = page.items.filter((line) => line.mayReissue);
  const [command] = useState(commandId);
  const go = useGo();
  const { tell } = useTell();
  const make = useAct(
    page.id,
    () => makeBatch({ commandId: command, projectId: page.projectId, month: page.month, people: lines.map((line) => line.personId) }),
    (made) => {
      tell(`补发名单做好了：${count(made.lines)} 人`);
      go(`/payments/${made.id}`);
    },
  );
  return (
    <>
      <Button kind="primary" busy={make.isPending} onClick={() => make.mutate()}>
        补发没发成的 {count(lines.length)} 人
      </Button>
      <ErrorSummary error={make.error} />
    </>
  );
}
