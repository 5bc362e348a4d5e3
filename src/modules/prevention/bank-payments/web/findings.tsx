import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextArea } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import { ErrorSummary } from '#kit/states.tsx';
import { Tag } from '#kit/tag.tsx';
import type { BatchPage, FindingView } from '../domain/wire.ts';
import { decideFinding, dropLines } from './requests.ts';
import { useAct } from './use-act.ts';

/** What the check found: what bars, and what a person decides on. */
export function Findings({ page, makes, approves }: { readonly page: BatchPage; readonly makes: boolean; readonly approves: boolean }) {
  const [deciding, setDeciding] = useState<FindingView | null>(null);
  const drop = useAct(page.id, (lines: readonly number[]) => dropLines(page.id, lines));
  const barred = [...new Set(page.findings.flatMap((finding) => (finding.bars && finding.lineNo !== null ? [finding.lineNo] : [])))];
  const mayDrop = makes && (page.state === 'checked' || page.state === 'draft');
  return (
    <Card
      title={`核对发现 ${count(page.findings.length)} 处`}
      aside={
        mayDrop &&
        barred.length > 0 && (
          <Button small busy={drop.isPending} onClick={() => drop.mutate(barred)}>
            移出不能发的 {count(barred.length)} 人
          </Button>
        )
      }
    >
      <ErrorSummary error={drop.error} />
      <ul className="pay-findings">
        {page.findings.map((finding) => (
          <li key={finding.key}>
            <Tag tone={finding.bars ? 'red' : finding.decision === null ? 'yellow' : 'green'}>
              {finding.bars ? '不能发' : finding.decision === null ? '要核实' : '核实过'}
            </Tag>
            <p>
              {finding.says}
              {finding.decision !== null && (
                <span className="muted">
                  <br />
                  {finding.decision.by}：{finding.decision.note}
                </span>
              )}
            </p>
            {approves && page.state === 'checked' && !finding.bars && (
              <Button small onClick={() => setDeciding(finding)}>
                写核实结果
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deciding !== null && <Decide page={page} finding={deciding} onClose={() => setDeciding(null)} />}
    </Card>
  );
}

const SHORTEST_NOTE = 2;

function Decide({ page, finding, onClose }: { readonly page: BatchPage; readonly finding: FindingView; readonly onClose: () => void }) {
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useAct(page.id, () => decideFinding(page.id, finding.key, note.trim()), onClose);
  return (
    <Dialog title="写核实结果" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim().length < SHORTEST_NOTE) setMissing(true);
          else decide.mutate();
        }}
      >
        <ErrorSummary error={decide.error} />
        <p>{finding.says}</p>
        <TextArea
          label="怎样核实的"
          hint="记下名字，审计看得到"
          value={note}
          error={missing && note.trim().length < SHORTEST_NOTE ? '写一句，例如：当面问过本人' : null}
          onChange={(event) => setNote(event.target.value)}
        />
        <DialogFoot>
          <Button type="submit" kind="primary" busy={decide.isPending}>
            记下核实结果
          </Button>
          <Button onClick={onClose}>先不写</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
