import './home-page.css';
import { useState } from 'react';
import { Button, LinkButton } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { LineChart } from '#kit/chart.tsx';
import { count, dayWithWeekday, month } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Money, ShortMoney } from '#kit/money.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { TileGrid } from '#kit/tile-grid.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { Home } from '../domain/wire.ts';
import { useHome } from './home-query.ts';
import { TodoLine } from './todo-line.tsx';

/** 今日待办: what is overdue, due today and due within seven days; figures stand beside it, they do not lead. */
export default function HomePage() {
  const home = useHome();
  if (home.isPending) {
    return (
      <div className="stack">
        <PageHead title="今日待办" />
        <Card flush>
          <Skeleton lines={9} />
        </Card>
      </div>
    );
  }
  if (home.error && !home.data) {
    return (
      <div className="stack">
        <PageHead title="今日待办" />
        <Problem error={home.error} onRetry={() => void home.refetch()} />
      </div>
    );
  }
  return <Loaded home={home.data} />;
}

function Loaded({ home }: { readonly home: Home }) {
  const me = useMe();
  const { counts } = home;
  const mayImport = me.may.includes('import.ledger') || me.may.includes('import.records');
  return (
    <div className="stack">
      <PageHead
        title="今日待办"
        sub={`${dayWithWeekday(home.today)}　${saying(counts)}`}
        actions={
          <>
            {mayImport ? <LinkButton to="/imports">导入数据</LinkButton> : null}
            <LinkButton to="/warnings" kind="primary">
              全部在办预警 {count(counts.open)}
            </LinkButton>
          </>
        }
      />
      <div className="split">
        <Todo home={home} />
        <div className="stack">
          <Figures home={home} />
          <Trend home={home} />
          {home.places.length > 0 ? <Places places={home.places} /> : null}
        </div>
      </div>
    </div>
  );
}

function saying(counts: Home['counts']): string {
  const parts = [counts.overdue > 0 ? `${count(counts.overdue)} 件超期` : '', counts.dueToday > 0 ? `${count(counts.dueToday)} 件今天到期` : ''].filter(
    Boolean,
  );
  return parts.length > 0 ? parts.join('，') : '没有超期和今天到期的';
}

function Todo({ home }: { readonly home: Home }) {
  const groups = [
    { key: 'over', title: '已超期', rows: home.overdue, all: home.counts.overdue, more: '/warnings?mine=1&overdue=1' },
    { key: 'today', title: '今天到期', rows: home.dueToday, all: home.counts.dueToday, more: '/warnings?mine=1&sort=act_by' },
    { key: 'week', title: '七天内', rows: home.sevenDays, all: home.counts.sevenDays, more: '/warnings?mine=1&sort=act_by' },
  ].filter((group) => group.rows.length > 0);
  if (groups.length === 0) {
    return (
      <Card>
        <Empty title="没有超期的，七天内也没有到期的。" actions={<LinkButton to="/warnings">看全部在办预警</LinkButton>}>
          新的预警每次导入数据后算出来，每天零点也算一次。
        </Empty>
      </Card>
    );
  }
  return (
    <div className="card">
      {groups.map((group) => (
        <section key={group.key} className={`todo-group todo-${group.key}`} aria-labelledby={`todo-${group.key}`}>
          <h2 id={`todo-${group.key}`}>{group.title}</h2>
          <ul className="todo-list">
            {group.rows.map((row) => (
              <TodoLine key={row.id} row={row} urgent={group.key !== 'week'} />
            ))}
          </ul>
          {group.all > group.rows.length ? (
            <p className="home-more">
              <Link to={group.more}>
                {group.title}的共 {count(group.all)} 件，全看
              </Link>
            </p>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function Figures({ home }: { readonly home: Home }) {
  const { figures, counts } = home;
  return (
    <Card title="这个月" flush>
      <div className="figures">
        <Link to="/projects?owed=1">
          <span className="muted small">没按月发</span>
          <span className={figures.projectsNotPaid > 0 ? 'figure-number danger-text' : 'figure-number'}>{count(figures.projectsNotPaid)} 个项目</span>
          <span className="muted small">
            在管 {count(figures.projects)} 个，其中政府项目欠 {count(figures.governmentNotPaid)} 个
          </span>
        </Link>
        <Link to="/warnings?sort=-amount&data=0">
          <span className="muted small">还欠工资</span>
          <span className="figure-number">
            <ShortMoney fen={figures.owedFen} />
          </span>
          <span className="muted small">涉及 {count(figures.owedPeople)} 人</span>
        </Link>
        <div>
          <span className="muted small">已发工资</span>
          <span className="figure-number">
            <ShortMoney fen={figures.paidThisMonthFen} />
          </span>
          <span className="muted small">按专户流水</span>
        </div>
        <Link to="/warnings?state=closed">
          <span className="muted small">销号</span>
          <span className="figure-number">{count(figures.closedThisMonth)} 件</span>
          <span className="muted small">在办 {count(counts.open)} 件</span>
        </Link>
      </div>
    </Card>
  );
}

function Trend({ home }: { readonly home: Home }) {
  const { trend } = home;
  const last = trend.at(-1);
  if (!last) return null;
  const name = month(last.month, home.today);
  const says = `${name}发出 ${count(last.raised)} 件，销号 ${count(last.closed)} 件${last.raised > last.closed ? '，在办的还在增加' : ''}。`;
  return (
    <Card title="发出与销号">
      <LineChart
        title="近 12 个月发出与销号的预警"
        says={says}
        labels={trend.map((point) => month(point.month, point.month))}
        series={[
          { name: '发出', values: trend.map((point) => point.raised) },
          { name: '销号', values: trend.map((point) => point.closed) },
        ]}
      />
    </Card>
  );
}

function Places({ places }: { readonly places: Home['places'] }) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title="各地在办"
      flush={asTable}
      aside={
        <Button kind="quiet" small aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          看表格
        </Button>
      }
    >
      {asTable ? (
        <Table
          caption="各地在办预警"
          rows={places}
          keyOf={(place) => place.code}
          columns={[
            { key: 'name', head: '地方', rowHead: true, cell: (place) => <Link to={`/warnings?region=${place.code}`}>{place.name}</Link> },
            { key: 'open', head: '在办', end: true, cell: (place) => count(place.open) },
            { key: 'red', head: '红色', end: true, cell: (place) => count(place.red) },
            { key: 'owed', head: '欠薪（元）', end: true, cell: (place) => <Money fen={place.owedFen} unit={false} /> },
          ]}
        />
      ) : (
        <TileGrid
          label="各地在办预警"
          unit="件"
          tiles={places.map((place) => ({ key: place.code, name: place.name, value: place.open, to: `/warnings?region=${place.code}` }))}
        />
      )}
    </Card>
  );
}
