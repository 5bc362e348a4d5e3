import type { ImportState, ImportView } from '../domain/wire.ts';
import './import-steps.css';

const STEPS = ['传上来', '读表、对列', '核对合计', '收下'] as const;

/** Which of the four steps each state stands at; done lies behind the last. */
const STANDS_AT: Readonly<Record<ImportState, number>> = {
  reading: 1,
  'needs-mapping': 1,
  failed: 1,
  checked: 2,
  cancelled: 2,
  importing: 3,
  done: 4,
  undone: 4,
};

/** Where the import stands among its steps, in words. */
export function ImportSteps({ view }: { readonly view: ImportView }) {
  const at = STANDS_AT[view.state];
  return (
    <ol className="import-steps" aria-label="导入的步骤">
      {STEPS.map((step, index) => (
        <li key={step} data-state={index < at ? 'behind' : index === at ? 'here' : 'ahead'} aria-current={index === at ? 'step' : undefined}>
          <span className="import-steps-mark" aria-hidden="true">
            {index < at ? '✓' : index + 1}
          </span>
          {step}
          <span className="vh">{index < at ? '，过了' : index === at ? '，现在' : '，还没到'}</span>
        </li>
      ))}
    </ol>
  );
}
