import { Notice } from '#kit/card.tsx';
import { Table } from '#kit/table.tsx';
import { withUnit } from '#kit/units.ts';
import type { LawConsequence, LawParameter, LawStep, LawValue } from '../domain/wire.ts';

/** 推算过程: each step with its arithmetic and article. */
export function Derivation({ steps, today }: { readonly steps: readonly LawStep[]; readonly today: string }) {
  if (steps.length === 0) return null;
  return (
    <Table
      caption="推算过程"
      rows={steps.map((step, place) => ({ ...step, place }))}
      keyOf={(step) => String(step.place)}
      stack
      columns={[
        { key: 'label', head: '步骤', rowHead: true, cell: (step) => step.label },
        { key: 'reckoned', head: '怎么算', cell: (step) => step.reckoned ?? '直接取用' },
        { key: 'value', head: '得', end: true, cell: (step) => withUnit(step.value, step.unit, today) },
        { key: 'basis', head: '依据', cell: (step) => step.basis ?? '—' },
      ]}
    />
  );
}

export function Values({ values, today }: { readonly values: readonly LawValue[]; readonly today: string }) {
  if (values.length === 0) return null;
  return (
    <Table
      caption="算出来的数和界线"
      rows={values}
      keyOf={(value) => value.label}
      columns={[
        { key: 'label', head: '项', rowHead: true, cell: (value) => value.label },
        { key: 'value', head: '现在', end: true, cell: (value) => withUnit(value.value, value.unit, today) },
        { key: 'threshold', head: '界线', end: true, cell: (value) => (value.threshold === null ? '—' : withUnit(value.threshold, value.unit, today)) },
      ]}
    />
  );
}

/** What may follow and what must come before it: the system applies none of it. */
export function Consequences({ consequences }: { readonly consequences: readonly LawConsequence[] }) {
  if (consequences.length === 0) return null;
  return (
    <ul className="law-consequences">
      {consequences.map(({ says, before, basis }) => (
        <li key={says}>
          <span className="strong">{says}</span>
          <br />
          <span className="muted">
            此前必须：{before}（{basis}）
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Parameters({ parameters, place }: { readonly parameters: readonly LawParameter[]; readonly place: string }) {
  if (parameters.length === 0) return <p className="muted">这里没有要由地方设定的数。</p>;
  return (
    <Table
      caption="各项参数的数和出处"
      rows={parameters}
      keyOf={({ id }) => id}
      stack
      columns={[
        { key: 'name', head: '参数', rowHead: true, cell: ({ name }) => name },
        { key: 'value', head: `${place}现在`, end: true, cell: ({ value }) => value ?? '未设定' },
        { key: 'basis', head: '出处', cell: ({ basis, setBy }) => (setBy === null || basis.startsWith(setBy) ? basis : `${basis}（${setBy}）`) },
      ]}
    />
  );
}

export function Missing({ missing }: { readonly missing: readonly string[] }) {
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn">
      还缺：
      <ul className="law-missing">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  );
}
