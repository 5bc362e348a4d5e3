import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { count } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { projectAddress } from '../../projects/web/addresses.ts';
import type { DevicesPage } from '../domain/wire.ts';
import { DeviceList } from './device-list.tsx';
import { FlagList } from './flag-list.tsx';
import { EnterDialog } from './enter-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { devicesQuery } from './requests.ts';
import { TroubleList } from './trouble-list.tsx';
import { WaitingList } from './waiting-list.tsx';

/** 考勤设备: are the gates speaking, is anything missing, what waits for me? */
export default function DevicesOfProject() {
  const { projectId = '' } = useScreenParams();
  const asked = useQuery(devicesQuery(projectId));
  if (asked.isError && asked.data === undefined) {
    return (
      <div className="stack">
        <PageHead title="考勤设备没有打开" />
        <Problem error={asked.error} onRetry={() => asked.refetch()} />
      </div>
    );
  }
  if (asked.data === undefined) return <Skeleton lines={10} />;
  return <Devices projectId={projectId} page={asked.data} />;
}

function Devices({ projectId, page }: { readonly projectId: string; readonly page: DevicesPage }) {
  const { may } = useMe();
  const [open, setOpen] = useState<'register' | 'enter' | null>(null);
  const mayKeep = page.mayRegister && may.includes('import.records');
  const { manual } = page;
  return (
    <div className="stack">
      <PageHead
        title="考勤设备"
        sub={
          <>
            {page.projectName} <Link to={projectAddress(projectId, { tab: 'attendance' })}>回到项目的考勤</Link>
          </>
        }
        actions={
          mayKeep && (
            <>
              <Button kind="primary" onClick={() => setOpen('register')}>
                登记设备
              </Button>
              <Button onClick={() => setOpen('enter')}>补录打卡</Button>
            </>
          )
        }
      />
      <TroubleList devices={page.devices} />
      {page.waiting > 0 && <Notice tone="warn">{count(page.waiting)} 次打卡待核实，核实前不计入出勤。</Notice>}
      <Card title="设备" flush>
        <DeviceList devices={page.devices} projectId={projectId} mayKeep={mayKeep} />
      </Card>
      <Card
        title="待核实的打卡"
        flush
        aside={
          <span className="muted small">
            本月手工补录 {count(manual.punches)} 次，共 {count(manual.ofAll)} 次打卡
          </span>
        }
      >
        <WaitingList rows={page.quarantine} waiting={page.waiting} projectId={projectId} />
      </Card>
      <Card title="收下但可疑的" flush>
        <FlagList flags={page.flags} projectId={projectId} />
      </Card>
      {open === 'register' && <RegisterDialog projectId={projectId} onClose={() => setOpen(null)} />}
      {open === 'enter' && <EnterDialog projectId={projectId} onClose={() => setOpen(null)} />}
    </div>
  );
}
