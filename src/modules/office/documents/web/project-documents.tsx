import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { day } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { useMe } from '../../accounts/web/index.ts';
import { documentAddress, newDocumentAddress } from './addresses.ts';
import { documentsQuery } from './requests.ts';
import { StateTag } from './state-tag.tsx';
import './documents.css';

const SHOWN = 5;

/** The papers of one project: the two every site needs, and those made last. */
export function ProjectDocuments({ projectId, month }: { readonly projectId: string; readonly month: string | null }) {
  const { may, today } = useMe();
  const asked = useQuery(documentsQuery({ kind: '', project: projectId, q: '', state: '', page: 1 }));
  const items = asked.data?.items ?? [];
  return (
    <Card
      title="文书"
      aside={asked.data !== undefined && asked.data.total > SHOWN ? <Link to={`/documents?project=${projectId}`}>全部 {asked.data.total} 份</Link> : null}
    >
      <div className="stack-s">
        {may.includes('document.make') ? (
          <div className="row">
            <LinkButton small to={newDocumentAddress('payroll-sheet', { project: projectId, month })}>
              打印工资表签字版
            </LinkButton>
            <LinkButton small to={newDocumentAddress('notice-board', { project: projectId })}>
              维权告示牌
            </LinkButton>
            <LinkButton small to={newDocumentAddress(null, { project: projectId })}>
              其他文书
            </LinkButton>
          </div>
        ) : null}
        {items.length === 0 ? <p className="muted">{asked.isPending ? '正在取' : '还没有文书。'}</p> : null}
        <ul className="document-short">
          {items.slice(0, SHOWN).map((row) => (
            <li key={row.id}>
              <Link to={documentAddress(row.id)}>{row.numberText ?? row.kindName}</Link> <span className="muted">{day(row.madeOn, today)}</span>{' '}
              <StateTag row={row} today={today} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
