import { Button } from '#kit/button.tsx';
import { day } from '#kit/format.ts';
import { NextStep } from '#kit/next-step.tsx';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { StepKind, WarningPage } from '../domain/wire.ts';

/** Steps that move the matter on, in the order of its life; the first open one is the primary button. */
const FORWARD: readonly StepKind[] = ['acknowledge', 'handle', 'verify', 'close', 'reopen'];

export function NextStepPanel({ page, onStep }: { readonly page: WarningPage; readonly onStep: (step: StepKind) => void }) {
  const today = useToday();
  const { warning } = page;
  const wanted = warning.nextStep?.step;
  const primary = page.open.find((step) => step.step === wanted) ?? (wanted ? undefined : page.open.find((step) => FORWARD.includes(step.step)));
  const others = page.open.filter((step) => step !== primary);
  const isClosed = warning.state === 'closed';
  return (
    <NextStep
      title={primary && !isClosed ? `下一步：${primary.label}` : isClosed ? '这条预警已经销号' : '现在不用你办'}
      says={<p>{sentence(page, primary !== undefined, today)}</p>}
      primary={
        primary ? (
          <Button kind={isClosed ? 'secondary' : 'primary'} wide onClick={() => onStep(primary.step)}>
            {primary.label}
          </Button>
        ) : null
      }
      others={
        others.length > 0
          ? others.map((step) => (
              <Button key={step.step} onClick={() => onStep(step.step)}>
                {step.label}
              </Button>
            ))
          : null
      }
      basis={primary?.basis ? <p className="law-note">依据：{primary.basis}</p> : null}
      shut={page.shut}
    />
  );
}

function sentence({ warning }: WarningPage, mine: boolean, today: string): string {
  if (warning.state === 'closed') return '数据再显示同样的问题，会自动重新打开。';
  const by = `${day(warning.actBy, today)}前`;
  if (mine) return warning.daysLeft < 0 ? `本该 ${by}办，已经超期，每过一个期限升一级。` : `${by}要办好。`;
  return `在等${warning.ownerName ?? warning.ownerRoleName}，${by}要办好。`;
}
