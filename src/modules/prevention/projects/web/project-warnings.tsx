import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { LinkButton } from '#kit/button.tsx';
import { DueWord } from '#kit/due-word.tsx';
import { Link } from '#kit/link.tsx';
import { Empty } from '#kit/states.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import type { WarningList, WarningRow } from '#modules/monitoring/warnings/domain/wire.ts';
import { warningsAddress } from './addresses.ts';
import { Listed } from './listed.tsx';
import { A_PAGE } from './requests.ts';

/** A line a warning: what, how heavy, how far, by when; opening it is where it is answered. */
export function WarningLines({ rows, naming }: { readonly rows: readonly WarningRow[]; readonly naming?: boolean }) {
  return rows.map((warning) => (
    <li key={warning.id}>
      <div>
        <p>
          <Link to={`/warnings/${warning.id}`} className="strong">
            {warning.title}
          </Link>{' '}
          <LevelTag level={warning.level} name={warning.levelName} /> <Tag>{warning.stateName}</Tag>
        </p>
        <p className="muted">
          {naming && `${warning.projectName}：`}
          {warning.says}
        </p>
      </div>
      <DueWord daysLeft={warning.daysLeft} done={warning.state === 'closed'} />
    </li>
  ));
}

/** The open warnings of this project, soonest due first; the full list with its filters is one click away. */
export function ProjectWarnings({ projectId }: { readonly projectId: string }) {
  const asked = useQuery({
    queryKey: ['warnings', 'project', projectId],
    queryFn: () => api.get<WarningList>('/api/warnings', { project: projectId, sort: 'act_by', page: 1, size: A_PAGE }),
  });
  const empty = (
    <Empty title="这个项目没有没办完的预警">
      <Link to={warningsAddress(projectId)}>看办完的</Link>
    </Empty>
  );
  return (
    <Listed asked={asked} page={1} size={Number.MAX_SAFE_INTEGER} unit="条" onPage={() => undefined} empty={empty}>
      {(rows) => (
        <ul className="project-warnings">
          <WarningLines rows={rows} />
          <li>
            <LinkButton small to={warningsAddress(projectId)}>
              看全部、筛选
            </LinkButton>
          </li>
        </ul>
      )}
    </Listed>
  );
}
