import './rules-page.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#kit/api.ts';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import { LawNote } from '#kit/law-note.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { RuleRow } from '../domain/wire.ts';

/** 法规与规则: every rule in force here, its article, its local figures and how many warnings it holds open. */
export default function RulesPage() {
  const [url, change] = useUrlState();
  const me = useMe();
  const q = url.get('q') ?? '';
  const rules = useQuery({ queryKey: ['rules'], queryFn: ({ signal }) => api.get<readonly RuleRow[]>('/api/rules', undefined, signal), staleTime: 5 * 60_000 });
  const shown = (rules.data ?? []).filter((rule) => matches(rule, q));
  const { announce } = useTell();
  const isLoaded = rules.data !== undefined;
  useEffect(() => {
    if (isLoaded && q !== '') announce(`找到 ${shown.length} 条规则`);
  }, [isLoaded, q, shown.length, announce]);
  return (
    <div className="stack">
      <PageHead title="法规与规则" sub={rules.data ? `${me.regionName ?? '本地'}现行 ${count(rules.data.length)} 条` : undefined} />
      <div className="rules-search">
        <TextInput label="找规则" hint="编号、名称、法规或条文里的词" type="search" value={q} onChange={(event) => change({ q: event.target.value })} />
      </div>
      {rules.error ? (
        <Problem error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <Card flush>
          {rules.isPending ? (
            <Skeleton lines={10} />
          ) : shown.length === 0 ? (
            <Empty title={`没有和「${q}」有关的规则。`}>换一个词，或只写编号的前几个字母。</Empty>
          ) : (
            <ul className="rule-list">
              {shown.map((rule) => (
                <Rule key={rule.code} rule={rule} />
              ))}
            </ul>
          )}
        </Card>
      )}
    </div>
  );
}

function Rule({ rule }: { readonly rule: RuleRow }) {
  return (
    <li>
      <div className="rule-head">
        <h2>
          <span className="muted">{rule.code}</span>　{rule.title}
        </h2>
        {rule.open > 0 ? (
          <Link to={`/warnings?rule=${encodeURIComponent(rule.code)}`}>在办 {count(rule.open)} 件</Link>
        ) : (
          <span className="muted">没有在办</span>
        )}
      </div>
      <p className="muted">
        看每个{rule.subject}
        {rule.warns.length > 0 ? `，对应 ${rule.warns.join('、')}` : ''}
      </p>
      <LawNote articles={rule.articles} />
      {rule.parameters.map((parameter) => (
        <p key={parameter.id} className="muted small">
          {parameter.name}：{parameter.value}（{parameter.basis}）
        </p>
      ))}
    </li>
  );
}

function matches(rule: RuleRow, q: string): boolean {
  const words = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = [rule.code, ...rule.warns, rule.title, ...rule.articles.flatMap((article) => [article.fullTitle, article.article, article.text ?? ''])]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
