import { useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Card, Notice } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { FileDrop } from '#kit/file-drop.tsx';
import { count } from '#kit/format.ts';
import type { BatchPage, FileTaken } from '../domain/wire.ts';
import { sendResultFile } from './requests.ts';
import { useAct } from './use-act.ts';

const LARGEST = 8 * 1024 * 1024;

/** Brings back what the bank answered by file: every row is taken, or none and each wrong cell is named. */
export function ResultFile({ page }: { readonly page: BatchPage }) {
  const [kind, setKind] = useState<'results' | 'refunds'>('results');
  const [taken, setTaken] = useState<FileTaken | null>(null);
  const send = useAct(page.id, (file: File) => sendResultFile(page.id, file, kind === 'refunds'), setTaken);
  const problem = send.error === null ? null : ApiProblem.of(send.error);
  return (
    <Card title="传回盘">
      <div className="stack">
        <Select
          label="哪一种"
          value={kind}
          onChange={(event) => setKind(event.target.value === 'refunds' ? 'refunds' : 'results')}
          choices={[
            { value: 'results', name: '回盘（每笔成没成）' },
            { value: 'refunds', name: '退票清单（发了又退回的）' },
          ]}
        />
        <FileDrop
          label="银行给的文件"
          hint=".xlsx、.xls、.csv、.txt，不超过 8 MB。不要用别的软件另存"
          accept=".xlsx,.xls,.csv,.txt,.bxt,.bpt"
          maxBytes={LARGEST}
          onFiles={(files) => files[0] && (setTaken(null), send.mutate(files[0]))}
        />
        {send.isPending && <p className="muted">正在读</p>}
        {taken !== null && problem === null && (
          <Notice tone="good">
            收下 {count(taken.rows)} 行：到卡 {count(taken.paid)}，没发成 {count(taken.failed)}，退票 {count(taken.returned)}，还没结果 {count(taken.open)}。
          </Notice>
        )}
        {problem !== null && (
          <Notice tone="bad">
            <p className="strong">{problem.says}</p>
            {problem.fields.length > 0 && (
              <ul className="pay-faults">
                {problem.fields.slice(0, 20).map((field, at) => (
                  <li key={at}>
                    {field.path}：{field.says}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
      </div>
    </Card>
  );
}
