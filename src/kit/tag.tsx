import './tag.css';
import type { ReactNode } from 'react';

export type Tone = 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red';

export function Tag({ tone = 'grey', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={tone === 'grey' ? 'tag' : `tag tag-${tone}`}>{children}</span>;
}

/** 提示 · 蓝 · 黄 · 橙 · 红: always with the word, sparingly, only for warnings. */
export function LevelTag({ level, name }: { readonly level: number; readonly name: string }) {
  return <span className={`tag tag-${level}`}>{/[色示]$/.test(name) ? `${name}预警`.replace('提示预警', '提示') : name}</span>;
}
