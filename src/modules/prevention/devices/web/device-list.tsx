import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { count, moment } from '#kit/format.ts';
import { Empty, ErrorSummary } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { DeviceView } from '../domain/wire.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { renewKey, revokeDevice, setPush } from './requests.ts';
import { ShownOnce } from './shown-once.tsx';

/** Each gate: when it was last heard, how its clock stands, what of its counting is missing. */
export function DeviceList({
  devices,
  projectId,
  mayKeep,
}: {
  readonly devices: readonly DeviceView[];
  readonly projectId: string;
  readonly mayKeep: boolean;
}) {
  const { today } = useMe();
  const [revoking, setRevoking] = useState<DeviceView | null>(null);
  const [shown, setShown] = useState<{ readonly title: string; readonly lines: readonly { readonly label: string; readonly value: string }[] } | null>(null);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['devices', projectId] });
  const renew = useMutation({
    mutationFn: (device: DeviceView) => renewKey(device.appid),
    onSuccess: ({ secret }, device) => setShown({ title: `${device.name}的新密钥`, lines: [{ label: '密钥', value: secret }] }),
    onSettled: refresh,
  });
  const push = useMutation({
    mutationFn: (device: DeviceView) => setPush(device.appid, !device.isPushOpen),
    onSuccess: ({ path }, device) => {
      if (path !== null) setShown({ title: `${device.name}的推送地址`, lines: [{ label: '服务器地址', value: `${location.origin}${path}` }] });
    },
    onSettled: refresh,
  });
  if (devices.length === 0) return <Empty title="还没有登记设备">登记闸机或考勤机后，它自己上报打卡，不用再导文件。</Empty>;
  const columns: Column<DeviceView>[] = [
    {
      key: 'name',
      head: '设备',
      rowHead: true,
      cell: (device) => (
        <>
          {device.name} {device.isRevoked && <Tag tone="red">已停用</Tag>}
          <div className="muted small">
            {device.serialNo}
            {device.lat === null && '，没有登记位置'}
          </div>
        </>
      ),
    },
    { key: 'heard', head: '最近上报', cell: (device) => <Heard device={device} today={today} /> },
    { key: 'clock', head: '时钟', cell: (device) => <ClockWord device={device} /> },
    { key: 'punches', head: '打卡', end: true, cell: (device) => count(device.punches) },
    { key: 'missing', head: '缺的序号', cell: (device) => <Missing device={device} /> },
    { key: 'waiting', head: '待核实', end: true, cell: (device) => (device.waiting === 0 ? '0' : <span className="strong">{count(device.waiting)}</span>) },
  ];
  if (mayKeep) {
    columns.push({
      key: 'acts',
      head: '操作',
      hideHead: true,
      cell: (device) =>
        device.isRevoked ? null : (
          <span className="row">
            <Button kind="quiet" small busy={renew.isPending} onClick={() => renew.mutate(device)}>
              换密钥
            </Button>
            <Button kind="quiet" small busy={push.isPending} onClick={() => push.mutate(device)}>
              {device.isPushOpen ? '关推送地址' : '开推送地址'}
            </Button>
            <Button kind="quiet" small onClick={() => setRevoking(device)}>
              停用
            </Button>
          </span>
        ),
    });
  }
  return (
    <>
      <ErrorSummary error={renew.error ?? push.error} title="没有办成" />
      <Table caption="考勤设备" columns={columns} rows={devices} keyOf={(device) => device.appid} stack />
      {revoking !== null && (
        <ReasonDialog
          title={`停用${revoking.name}`}
          says="密钥一秒内失效。这台设备以后上报的打卡进待核实，不计入出勤。"
          act="停用这台设备"
          danger
          onClose={() => setRevoking(null)}
          work={(why) => revokeDevice(revoking.appid, why)}
          after={refresh}
        />
      )}
      {shown !== null && <ShownOnce title={shown.title} lines={shown.lines} onClose={() => setShown(null)} />}
    </>
  );
}

function Heard({ device, today }: { readonly device: DeviceView; readonly today: string }) {
  const silent = device.troubles.find(({ kind }) => kind === 'silent');
  if (device.heardAt === null) return <span className="muted">还没有上报过</span>;
  return (
    <>
      {moment(device.heardAt, today)}
      {silent !== undefined && (
        <div>
          <Tag tone={silent.tone}>{silent.says}</Tag>
        </div>
      )}
    </>
  );
}

function ClockWord({ device }: { readonly device: DeviceView }) {
  const { offsetSeconds } = device;
  if (offsetSeconds === null) return <span className="muted">未报</span>;
  const size = Math.abs(offsetSeconds);
  const words = size < 60 ? `${size} 秒` : size < 7_200 ? `${Math.round(size / 60)} 分钟` : `${Math.round(size / 360) / 10} 小时`;
  const said = size <= 5 ? '准' : `${offsetSeconds > 0 ? '快' : '慢'} ${words}`;
  return device.troubles.some(({ kind }) => kind === 'clock') ? <Tag tone="orange">{said}</Tag> : said;
}

function Missing({ device }: { readonly device: DeviceView }) {
  if (device.missingCount === 0) return <span className="muted">不缺</span>;
  const [first] = device.missing;
  const range = first === undefined ? '' : first.from === first.to ? `${first.from}` : `${first.from}—${first.to}`;
  return (
    <>
      <span className="strong">{count(device.missingCount)} 个</span>
      <div className="muted small">
        {range}
        {device.missing.length > 1 ? ' 等' : ''}，已要求补传
      </div>
    </>
  );
}
