import { Card, Notice } from '#kit/card.tsx';
import { count } from '#kit/format.ts';
import { LawNote } from '#kit/law-note.tsx';
import { Link } from '#kit/link.tsx';
import { Table } from '#kit/table.tsx';
import { withUnit } from '#kit/units.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { WarningPage } from '../domain/wire.ts';

/** 哪里不对: a sentence, the values beside their thresholds, the article, the rows behind, what clears it. */
export function Why({ page }: { readonly page: WarningPage }) {
  const today = useToday();
  return (
    <>
      <Card title="哪里不对">
        <div className="stack">
          <p className="why-says">{page.says}</p>
          {page.warning.standing || page.warning.state === 'closed' ? null : <Notice tone="good">数据显示问题已经消除，等核实后销号。</Notice>}
          <LawNote articles={page.articles} />
          <Reading page={page} />
        </div>
      </Card>
      {page.values.length > 0 ? (
        <Card title="算出来的数" flush>
          <div className="why-values">
            <Table
              caption="算出来的数和界线"
              rows={page.values}
              keyOf={(value) => value.label}
              columns={[
                { key: 'label', head: '项', rowHead: true, cell: (value) => value.label },
                { key: 'value', head: '现在', end: true, cell: (value) => withUnit(value.value, value.unit, today) },
                { key: 'threshold', head: '界线', end: true, cell: (value) => (value.threshold === null ? '—' : withUnit(value.threshold, value.unit, today)) },
              ]}
            />
          </div>
        </Card>
      ) : null}
      {page.rows.length > 0 ? (
        <Card title="数从哪里来">
          <ul className="rows-list">
            {page.rows.map((rows) => (
              <li key={rows.title}>
                <Link to={rows.screen}>{rows.title}</Link>
                <span className="number muted">{count(rows.count)} 行</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {page.consequences.length > 0 ? (
        <Card title="再不改正会怎样">
          <ul className="why-consequences">
            {page.consequences.map(({ says, before, basis }) => (
              <li key={says}>
                <p className="strong">{says}</p>
                <p className="muted">
                  此前必须：{before}（{basis}）
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card title="怎样才算消除">
        <p>{page.clears}</p>
      </Card>
    </>
  );
}

/** How we read the article, by which local figures, and what a lawyer has still to look at. */
function Reading({ page }: { readonly page: WarningPage }) {
  return (
    <div className="why-more">
      <p>
        规则：<Link to={`/rules/${page.warning.ruleCode}`}>{page.ruleTitle}</Link>
      </p>
      {page.interpretation ? <p>怎么理解：{page.interpretation}</p> : null}
      {page.parameters.map((parameter) => (
        <p key={parameter.id}>
          {parameter.name}：{parameter.value}（{parameter.basis}）
        </p>
      ))}
      {page.needsLegalReview ? <p className="law-review">这条规则的条文还要法制人员核对，核对前只作提醒。</p> : null}
      {page.provisional ? <p className="law-review">期限跨到还没有公布放假安排的年份，日期是暂计的，公布后重算。</p> : null}
    </div>
  );
}
