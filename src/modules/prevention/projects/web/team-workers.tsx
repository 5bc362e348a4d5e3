import { useQuery } from '@tanstack/react-query';
import { count, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Problem, Skeleton } from '#kit/states.tsx';
import { workersQuery } from './requests.ts';

const SHOWN = 10;

/** The last link of the chain: the workers of one team, those owed first, as many as fit; the rest one click away. */
export function TeamWorkers({
  projectId,
  month,
  team,
  owing,
  all,
}: {
  readonly projectId: string;
  readonly month: string;
  readonly team: string;
  readonly owing: boolean;
  readonly all: string;
}) {
  const workers = useQuery(workersQuery(projectId, { month, which: owing ? 'owed' : '', team, q: '', person: '', page: 1 }, SHOWN));
  if (workers.isError) return <Problem error={workers.error} onRetry={() => workers.refetch()} />;
  if (workers.data === undefined) return <Skeleton lines={3} />;
  const { items, total } = workers.data;
  return (
    <ul className="people-chain-workers">
      {items.map((worker) => (
        <li key={worker.personId}>
          <span className="strong">{worker.name}</span>
          <span className="muted number">{worker.identityMask}</span>
          <span className="people-chain-sum">
            {worker.owedFen === '0' ? `已发 ${yuan(worker.paidFen)} 元` : <span className="danger-text">还欠 {yuan(worker.owedFen)} 元</span>}
          </span>
        </li>
      ))}
      {items.length === 0 && <li className="muted">这个月这个班组没有{owing ? '欠薪的' : ''}工人。</li>}
      {total > items.length && (
        <li>
          <Link to={all}>看全部 {count(total)} 人</Link>
        </li>
      )}
    </ul>
  );
}
