import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { lookAtIdentity } from './requests.ts';

/** A looked-at number goes back behind its mask after a minute, so that a screen left alone shows none. */
const SHOWN_MS = 60_000;

/** A masked identity number. Who holds the right may look at it: asked once more, logged, for a minute. */
export function IdentityCell({
  personId,
  projectId,
  name,
  mask,
}: {
  readonly personId: string;
  readonly projectId: string;
  readonly name: string;
  readonly mask: string;
}) {
  const { may } = useMe();
  const [asking, setAsking] = useState(false);
  const [identity, setIdentity] = useState<string | null>(null);
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    if (identity === null) return;
    const timer = setTimeout(() => setIdentity(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [identity]);
  if (identity !== null) {
    return (
      <span className="identity-shown">
        <span className="number strong">{identity}</span>{' '}
        <Hand>
          <Button
            kind="quiet"
            small
            onClick={() => {
              setIdentity(null);
              setHidden(true);
            }}
          >
            藏起来
          </Button>
        </Hand>
      </span>
    );
  }
  const show = may.includes('worker.unmask') && (
    <Button kind="quiet" small onClick={() => setAsking(true)}>
      显示<span className="vh">{name}的身份证号</span>
    </Button>
  );
  return (
    <span className="identity-shown">
      <span className="number">{mask}</span>
      {hidden ? <Hand>{show}</Hand> : show}
      {asking && (
        <LookDialog
          personId={personId}
          projectId={projectId}
          name={name}
          onClose={() => setAsking(false)}
          onSeen={(seen) => {
            setIdentity(seen);
            setAsking(false);
            setHidden(false);
          }}
        />
      )}
    </span>
  );
}

/** Takes the focus when it appears: it stands where the pressed button stood. */
function Hand({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return <span ref={place}>{children}</span>;
}

function LookDialog({
  personId,
  projectId,
  name,
  onClose,
  onSeen,
}: {
  readonly personId: string;
  readonly projectId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onSeen: (identity: string) => void;
}) {
  const look = useMutation({ mutationFn: () => lookAtIdentity(personId, projectId), onSuccess: (answer) => onSeen(answer.identity) });
  return (
    <Dialog title={`看${name}的身份证号`} onClose={onClose}>
      <div className="stack">
        <ErrorSummary error={look.error} />
        <p>谁、什么时候看的，都记进审计。看一分钟后自动藏起来。</p>
        <DialogFoot>
          <Button kind="primary" busy={look.isPending} onClick={() => look.mutate()}>
            看号码，记进审计
          </Button>
          <Button onClick={onClose}>不看</Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}
