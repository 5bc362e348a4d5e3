import './kit-gallery.css';
import { useState } from 'react';
import { ApiProblem } from '#kit/api.ts';
import { Button, FileLink, LinkButton } from '#kit/button.tsx';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { BarChart, LineChart } from '#kit/chart.tsx';
import { DateInput } from '#kit/date-input.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { DueWord } from '#kit/due-word.tsx';
import { Checkbox, ChoiceGroup, Radio, Select, TextArea, TextInput } from '#kit/field.tsx';
import { ChosenFiles, FileDrop } from '#kit/file-drop.tsx';
import { IdentityBar } from '#kit/identity-bar.tsx';
import { LawNote } from '#kit/law-note.tsx';
import { Link } from '#kit/link.tsx';
import { Money, ShortMoney } from '#kit/money.tsx';
import { NextStep } from '#kit/next-step.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { ProgressBar } from '#kit/progress-bar.tsx';
import { Empty, ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import { TileGrid } from '#kit/tile-grid.tsx';
import { Timeline } from '#kit/timeline.tsx';
import { useTell } from '#kit/toast.tsx';
import { VirtualTable } from '#kit/virtual-table.tsx';

/** Every part in every state: normal, shut with its reason, busy, empty, one, many, long, error. */
export default function KitGallery() {
  return (
    <div className="stack">
      <IdentityBar
        title="部件样张"
        over={<Tag>开发用</Tag>}
        dueLabel="整改期限"
        due="今天 24:00"
        facts={[
          { label: '总包', value: '山东泰和路桥集团有限公司聊城分公司高唐项目经理部' },
          { label: '欠薪', value: <Money fen="137902800" /> },
        ]}
      />
      <Buttons />
      <Fields />
      <Words />
      <Tables />
      <Charts />
      <States />
      <Moving />
    </div>
  );
}

function Buttons() {
  const { tell } = useTell();
  const [open, setOpen] = useState(false);
  return (
    <Card title="按钮">
      <div className="row">
        <Button kind="primary" onClick={() => tell('已受理：时风路安置房（3标段）。')}>
          受理
        </Button>
        <Button onClick={() => setOpen(true)}>延期</Button>
        <Button kind="danger">停用</Button>
        <Button kind="quiet">看表格</Button>
        <Button small>重设密码</Button>
        <Button kind="primary" busy>
          正在送
        </Button>
        <Button shutBecause="单位还在 5 日改正期内，11月23日起可以。">动用保证金</Button>
        <LinkButton to="/warnings">全部预警</LinkButton>
        <FileLink href="/icon.svg" fileName="icon.svg">
          下载模板
        </FileLink>
      </div>
      {open ? (
        <Dialog title="延期" onClose={() => setOpen(false)}>
          <TextArea label="说明" hint="为什么延，延到哪天" />
          <DialogFoot>
            <Button kind="primary">延期 3 天</Button>
            <Button onClick={() => setOpen(false)}>先不延</Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </Card>
  );
}

function Fields() {
  const [files, setFiles] = useState<readonly File[]>([new File(['x'], '银行回单-11月21日-农业银行高唐县支行-专户代发明细.pdf')]);
  return (
    <Card title="填写">
      <div className="stack">
        <TextInput label="姓名" hint="和身份证上一样" />
        <TextInput label="电话" optional defaultValue="13800000000" />
        <TextInput label="身份证号" error="少 1 位，应是 18 位" defaultValue="37152619800101123" />
        <DateInput label="从哪天" value="2026-11-22" onDay={() => undefined} />
        <TextArea label="说明" />
        <Select label="岗位" none="选一个岗位" choices={[{ value: 'a', name: '监察员' }]} />
        <ChoiceGroup legend="级别">
          <Checkbox label="红色" count="12" defaultChecked />
          <Checkbox label="橙色" count="1,204" />
        </ChoiceGroup>
        <ChoiceGroup legend="为什么销号">
          <Radio name="why" label="误报" defaultChecked />
          <Radio name="why" label="已转其他程序办理" />
        </ChoiceGroup>
        <FileDrop label="工资表" hint=".xlsx、.xls、.csv，不超过 50 MB" multiple onFiles={(more) => setFiles([...files, ...more])} />
        <ChosenFiles files={files} onRemove={(file) => setFiles(files.filter((one) => one !== file))} />
        <ProgressBar label="正在核对" share={0.25} words="1,240 / 5,000 行" />
        <ProgressBar label="正在读文件" />
      </div>
    </Card>
  );
}

function Words() {
  return (
    <Card title="词">
      <div className="stack">
        <div className="row">
          {['提示', '蓝', '黄', '橙', '红'].map((name, level) => (
            <LevelTag key={name} level={level} name={name} />
          ))}
          <Tag>待签收</Tag>
          <Tag tone="green">完成</Tag>
        </div>
        <div className="row">
          <DueWord daysLeft={-2} />
          <DueWord daysLeft={0} />
          <DueWord daysLeft={6} />
          <DueWord daysLeft={6} done />
          <Money fen="137902800" />
          <ShortMoney fen="21000000000" />
        </div>
        <Notice>普通的一行。</Notice>
        <Notice tone="warn">还有 3 天到发薪日（11月25日）。专户差 194,360 元。</Notice>
        <Notice tone="bad">没有送出去。</Notice>
        <Notice tone="good">数据显示问题已经消除。</Notice>
        <Facts
          items={[
            { label: '余额', value: <Money fen="111824000" /> },
            { label: '还差', value: <Money fen="19436000" /> },
          ]}
        />
        <LawNote
          open
          articles={[
            {
              instrument: '工资条例',
              fullTitle: '保障农民工工资支付条例',
              article: '第三十条',
              text: '分包单位拖欠农民工工资的，由施工总承包单位先行清偿，再依法进行追偿。',
              evidence: 'VF',
            },
            {
              instrument: '专户办法',
              fullTitle: '工程建设领域农民工工资专用账户管理暂行办法',
              article: '第十七条',
              text: '总包单位应当按月将工资表交开户银行代发。',
              evidence: 'V1',
            },
          ]}
        />
        <Timeline
          items={[
            { key: '2', title: '单位回复整改：已发 23 人 402,600 元', meta: '11月21日 17:20　孙敏（劳资专管员）', note: '附银行回单 1 份' },
            { key: '1', title: '发出预警', meta: '11月16日 09:00' },
          ]}
        />
      </div>
    </Card>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly fen: string;
}

const LINES: readonly Line[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: String(index),
  name: `工人 ${index + 1}`,
  fen: String((index * 7919) % 900_000),
}));
const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', head: '姓名', rowHead: true, sort: 'name', cell: (line) => <Link to={`/kit?line=${line.id}`}>{line.name}</Link> },
  { key: 'fen', head: '应发', end: true, sort: '-fen', foot: '合计 1,312,600 元', cell: (line) => <Money fen={line.fen} /> },
];

function Tables() {
  const [tab, setTab] = useState('few');
  const [sort, setSort] = useState('name');
  const [page, setPage] = useState(3);
  return (
    <Card title="表" flush>
      <Tabs
        label="几种表"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { key: 'few', label: '三行', count: 3 },
          { key: 'many', label: '一万行', count: 10_000 },
          { key: 'none', label: '没有', count: 0 },
        ]}
      >
        {tab === 'few' ? (
          <Table caption="三行" columns={COLUMNS} rows={LINES.slice(0, 3)} keyOf={(line) => line.id} sort={sort} onSort={setSort} stack />
        ) : null}
        {tab === 'many' ? <VirtualTable caption="一万行" columns={COLUMNS} rows={LINES} keyOf={(line) => line.id} sort={sort} onSort={setSort} /> : null}
        {tab === 'none' ? (
          <Empty title="没有超期的。" actions={<Button>看全部</Button>}>
            最近一次超期是 11月3日。
          </Empty>
        ) : null}
        <Pagination page={page} size={20} total={8011} onPage={setPage} onSize={() => undefined} />
      </Tabs>
    </Card>
  );
}

function Charts() {
  const labels = ['12月', '1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月'];
  return (
    <div className="split">
      <div className="stack">
        <Card title="线">
          <LineChart
            title="发出与销号"
            says="11月发出 55 件，销号 54 件。"
            labels={labels}
            series={[
              { name: '发出', values: [60, 58, 52, 48, 38, 30, 40, 48, 55, 60, 60, 55] },
              { name: '销号', values: [55, 55, 52, 48, 40, 30, 31, 40, 48, 53, 55, 54] },
            ]}
          />
        </Card>
        <Card title="柱">
          <BarChart
            title="应发、到账、已发"
            says="10月应发 1,312,600 元，只发了 1,118,240 元。"
            labels={labels.slice(6)}
            series={[
              { name: '应发', values: [110, 120, 118, 125, 131, 128] },
              { name: '到账', values: [110, 120, 118, 125, 112, 0] },
              { name: '已发', values: [110, 120, 118, 125, 111, 0] },
            ]}
          />
        </Card>
      </div>
      <div className="stack">
        <Card title="格">
          <TileGrid
            label="各地在办"
            unit="件"
            tiles={['梁村镇', '尹集镇', '清平镇', '固河镇'].map((name, index) => ({ key: name, name, value: index * 3, to: '/warnings' }))}
          />
        </Card>
        <NextStep
          title="下一步：没改完，下达行政处理决定"
          says="还差 54 人 976,428 元，今晚到期。"
          primary={
            <Button kind="primary" wide>
              起草行政处理决定书
            </Button>
          }
          others={
            <>
              <Button>申请用保证金</Button>
              <Button>延期</Button>
            </>
          }
          shut={[{ label: '销号', why: '还没有核实，不能销号。' }]}
        />
      </div>
    </div>
  );
}

function States() {
  return (
    <div className="stack">
      <Problem error={new ApiProblem(500, { reference: 'A7F3-20' })} kept="筛选条件还在。" onRetry={() => undefined} />
      <Problem error={new ApiProblem(403, { says: '你没有看这个市的权限。找 黄丽华 开通。' })} />
      <Card title="正在取" flush>
        <Skeleton />
      </Card>
    </div>
  );
}

function Moving() {
  const [error, setError] = useState<ApiProblem | null>(null);
  return (
    <Card title="拒绝">
      <div className="stack">
        <ErrorSummary error={error} fieldId={() => 'gallery-note'} />
        <TextArea label="说明" id="gallery-note" error={error ? '没有写说明' : null} />
        <div className="row">
          <Button onClick={() => setError(new ApiProblem(422, { says: '还差 1 处。', fields: [{ path: 'note', says: '没有写说明' }] }))}>登记处置结果</Button>
        </div>
      </div>
    </Card>
  );
}
