import type { Screen } from '#kit/screens.ts';

/** 工资代发: batches and one of them; an enterprise acts, an office looks. */
export const paymentScreens: readonly Screen[] = [
  { path: '/payments', faces: ['enterprise', 'desk'], load: () => import('./payments-page.tsx'), may: 'payment.see', nav: { label: '工资代发', order: 50 } },
  { path: '/payments/$batchId', faces: ['enterprise', 'desk'], load: () => import('./batch-page.tsx'), may: 'payment.see' },
];
