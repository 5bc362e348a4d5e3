import { dueWord } from './format.ts';
import './tag.css';

/** 超期 2 天 / 今天到期 / 剩 6 天. The words carry the meaning; the colour only helps. */
export function DueWord({ daysLeft, done = false }: { readonly daysLeft: number; readonly done?: boolean }) {
  if (done) return <span className="due">已办完</span>;
  const tone = daysLeft < 0 ? 'due-over' : daysLeft === 0 ? 'due-today' : '';
  return <span className={`due ${tone}`}>{dueWord(daysLeft)}</span>;
}
