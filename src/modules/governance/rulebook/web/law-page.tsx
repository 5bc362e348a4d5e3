import type { ReactNode } from 'react';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { useLaw } from './requests.ts';

export interface LawPageProps<Page> {
  /** `rules`, `calculators`: the part of the law the code in the address belongs to. */
  readonly part: string;
  /** 规则、计算器: what the page is called while there is nothing to show. */
  readonly called: string;
  readonly children: (page: Page) => ReactNode;
}

/** One thing of the law, by the code in the address: fetched, or said why not under a heading of its own. */
export function LawPage<Page>({ part, called, children }: LawPageProps<Page>) {
  const { code = '' } = useScreenParams();
  const page = useLaw<Page>(`${part}/${encodeURIComponent(code)}`);
  if (page.error) {
    return (
      <div className="stack">
        <PageHead title={called} />
        <Problem error={page.error} onRetry={() => void page.refetch()} />
      </div>
    );
  }
  return page.isPending ? <Skeleton lines={12} /> : children(page.data);
}
