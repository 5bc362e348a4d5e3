import './tag.css';
import type { ReactNode } from 'react';

export type Tone = 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red';

export function Tag({ tone = 'grey', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={tone === 'grey' ? 'tag' : `tag tag-${tone}`}>{children}</span>;
}

/** 提示 · 蓝 · 黄 · 橙 · 红: always with the word, sparingly, only for warnings. */
export function LevelTag({ level, name }: { readonly level: number; readonly name: string }) {
  return <span className={`tag tag-${level}`}>{levelWords(name)}</span>;
}

/** 红 and 红色 become 红色预警; 提示 stays, and so does a place's own longer name. */
export function levelWords(name: string): string {
  if (name.length === 1) return `${name}色预警`;
  return name.endsWith('色') ? `${name}预警` : name;
}
