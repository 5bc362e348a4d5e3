import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '#kit/button.tsx';
import { count } from '#kit/format.ts';
import { ErrorSummary } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import type { ImportView } from '../domain/wire.ts';
import { confirmImport } from './requests.ts';
import { KINDS, saysNothingMoved } from './states.ts';

/** A file that can be taken over as it stands: checked, not one bad row, something in it or word that nothing moved. */
function isClean(view: ImportView): boolean {
  return view.state === 'checked' && view.errorRows === 0 && ((view.accepted?.rows ?? 0) > 0 || saysNothingMoved(view));
}

/** Projects before people, people before their days and pay, whatever order the files came in. */
function inOrder(views: readonly ImportView[]): readonly ImportView[] {
  const rank = (view: ImportView) => KINDS.findIndex((choice) => choice.kind === view.kind);
  return [...views].sort((a, b) => rank(a) - rank(b) || Number(a.id) - Number(b.id));
}

/** One press for a heap of files without errors; those with errors stay for a look each. */
export function AcceptAll({ imports }: { readonly imports: readonly ImportView[] }) {
  const clean = inOrder(imports.filter(isClean));
  const queries = useQueryClient();
  const { tell } = useTell();
  const accept = useMutation({
    mutationFn: async () => {
      for (const view of clean) await confirmImport(view.id, false);
      return clean.length;
    },
    onSuccess: (taken) => tell(`收下了 ${taken} 个文件，正在写进去`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  });
  if (clean.length < 2 && !accept.isPending) return accept.isError ? <ErrorSummary error={accept.error} title="没有全收下" /> : null;
  const rows = clean.reduce((sum, view) => sum + (view.accepted?.rows ?? 0), 0);
  return (
    <div className="accept-all">
      <ErrorSummary error={accept.error} title="没有全收下" />
      <p>
        <span className="strong">{count(clean.length)} 个文件读好了，没有错</span>，共 {count(rows)} 行。有错的留着一个个看。
      </p>
      <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
        收下没错的 {count(clean.length)} 个文件
      </Button>
    </div>
  );
}
