import { useQuery } from '@tanstack/react-query';
import { Card } from '#kit/card.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Problem, Skeleton } from '#kit/states.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { newDocumentAddress } from './addresses.ts';
import { kindsQuery } from './requests.ts';
import './documents.css';

/** 新做文书: the kinds this person may make, under their headings. */
export default function KindsPage() {
  const asked = useQuery(kindsQuery);
  const [url] = useUrlState();
  const about = { project: url.get('project'), month: url.get('month') };
  const mine = (asked.data?.items ?? []).filter(({ mayMake }) => mayMake);
  const groups = [...new Set(mine.map(({ group }) => group))];
  return (
    <div className="stack">
      <PageHead title="新做文书" sub="选一种。字段先由台账、工资表填好，您核对、补充后制作" />
      {asked.isError ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {asked.isPending ? <Skeleton lines={8} /> : null}
      {groups.map((group) => (
        <Card key={group} title={group} flush>
          <ul className="document-kinds">
            {mine
              .filter((kind) => kind.group === group)
              .map((kind) => (
                <li key={kind.code}>
                  <Link className="strong" to={newDocumentAddress(kind.code, about)}>
                    {kind.name}
                  </Link>
                  <p>{kind.means}</p>
                  <p className="muted small">{kind.basis.join('、')}</p>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
