import './devices.css';
import { Button } from '#kit/button.tsx';
import { Notice } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';

/** What is shown this once and kept nowhere in the clear. */
export function ShownOnce({
  title,
  lines,
  onClose,
}: {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <Notice tone="warn">只显示这一次。现在抄到设备里；丢了只能换新的。</Notice>
        <dl className="devices-once">
          {lines.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="strong">{value}</dd>
            </div>
          ))}
        </dl>
        <DialogFoot>
          <Button kind="primary" onClick={onClose}>
            抄好了
          </Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}
