import { shortYuan, yuan } from './format.ts';

/** An amount as cases show it: 1,379,028 元. */
export function Money({ fen, unit = true }: { readonly fen: string; readonly unit?: boolean }) {
  return (
    <span className="number">
      {yuan(fen)}
      {unit ? ' 元' : ''}
    </span>
  );
}

/** An amount as statistics show it: 2.1 亿元, the exact figure on hover and for screen readers. */
export function ShortMoney({ fen }: { readonly fen: string }) {
  const { number, unit } = shortYuan(fen);
  if (unit === '元') return <Money fen={fen} />;
  return (
    <span className="number" title={`${yuan(fen)} 元`}>
      {number} {unit}
      <span className="vh">，即 {yuan(fen)} 元</span>
    </span>
  );
}
