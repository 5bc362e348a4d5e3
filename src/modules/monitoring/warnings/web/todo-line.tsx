import { useRef } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button, LinkButton } from '#kit/button.tsx';
import { Notice } from '#kit/card.tsx';
import { commandId } from '#kit/command-id.ts';
import { DueWord } from '#kit/due-word.tsx';
import { count, month } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Money } from '#kit/money.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import type { WarningRow } from '../domain/wire.ts';
import { useStep } from './requests.ts';

/** One matter that waits: which site, how bad, how long, and the one button. */
export function TodoLine({ row, urgent }: { readonly row: WarningRow; readonly urgent: boolean }) {
  const at = `/warnings/${row.id}`;
  return (
    <li className="todo">
      <div>
        <div className="todo-name">
          <Link to={at}>
            {row.projectName}
            <span className="vh">：{row.title}</span>
          </Link>
          <LevelTag level={row.level} name={row.levelName} />
          <Tag>{row.stateName}</Tag>
        </div>
        <div className="todo-facts">
          <span className="todo-reason">
            {row.title}
            {row.month ? `（${month(row.month, row.raisedOn)}）` : ''}
          </span>
          {row.people > 0 ? <span>{count(row.people)} 人</span> : null}
          {row.amountFen === '0' ? null : <Money fen={row.amountFen} />}
          <span>{row.gcName}</span>
        </div>
      </div>
      <DueWord daysLeft={row.daysLeft} />
      <OneButton row={row} urgent={urgent} />
    </li>
  );
}

function OneButton({ row, urgent }: { readonly row: WarningRow; readonly urgent: boolean }) {
  const step = row.nextStep;
  const about = <span className="vh">：{row.projectName}</span>;
  if (step?.step === 'acknowledge') return <Acknowledge row={row} urgent={urgent} label={step.label} />;
  if (!step) {
    return (
      <LinkButton to={`/warnings/${row.id}`} wide>
        看预警{about}
      </LinkButton>
    );
  }
  return (
    <LinkButton to={`/warnings/${row.id}?step=${step.step}`} kind={urgent ? 'primary' : 'secondary'} wide>
      {step.label}
      {about}
    </LinkButton>
  );
}

/** Taking a warning over needs no words, so it is done here with one press. */
function Acknowledge({ row, urgent, label }: { readonly row: WarningRow; readonly urgent: boolean; readonly label: string }) {
  const id = useRef(commandId());
  const { tell } = useTell();
  const send = useStep(row.id, () => {
    id.current = commandId();
    tell(`已${label}：${row.projectName}。`);
  });
  const press = () => send.mutate({ command: { step: 'acknowledge', commandId: id.current }, files: [] });
  return (
    <>
      <Button kind={urgent ? 'primary' : 'secondary'} wide busy={send.isPending} onClick={press}>
        {label}
        <span className="vh">：{row.projectName}</span>
      </Button>
      {send.error ? (
        <div className="todo-refused" role="alert">
          <Notice tone="bad">{ApiProblem.of(send.error).says}</Notice>
        </div>
      ) : null}
    </>
  );
}
