import { Card } from '#kit/card.tsx';
import { day } from '#kit/format.ts';
import { Tag } from '#kit/tag.tsx';
import type { ProjectPage } from '../domain/wire.ts';

/** 台账: what the office's ledger states of the project; what is late or missing says so. */
export function LedgerFacts({ ledger, today }: { readonly ledger: ProjectPage['ledger']; readonly today: string }) {
  return (
    <Card title="台账">
      {ledger.length === 0 ? (
        <p className="muted">台账里还没有这个项目的资料。</p>
      ) : (
        <dl className="facts ledger-facts">
          {ledger.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value === null ? <span className="muted">没填</span> : /^\d{4}-\d{2}-\d{2}$/.test(fact.value) ? day(fact.value, today) : fact.value}
                {fact.late !== null && (
                  <>
                    {' '}
                    <Tag tone="red">{fact.late}</Tag>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
