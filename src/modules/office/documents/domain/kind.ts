import type { Citation } from '#law/citation.ts';
import { type Field, type ListField, OFFICE_FIELDS } from './field.ts';

/** What a document is about: a project or nothing stored, a project, or a wage month of a project. */
export type Binding = 'project-or-none' | 'project' | 'project-month';
export type Maker = 'office' | 'enterprise';

/** 文书种类, as data: a new kind is an entry here and a .docx beside it. */
export interface DocumentKind {
  readonly code: string;
  /** 农民工工资支付表. */
  readonly name: string;
  /** The heading it stands under in the list of kinds. */
  readonly group: string;
  /** What it is for, in one sentence. */
  readonly means: string;
  readonly binds: Binding;
  readonly makers: readonly Maker[];
  /**
   * 文号的写法: `{机关}人社监令字〔{年}〕第{号}号`; null for what has no number. A place may write its own. `{机关}` is the word the organ is
   * known by (机关代字).
   */
  readonly numbering: string | null;
  /** 对外文书: it must be served (送达), and its addressee sees it then. */
  readonly outward: boolean;
  /** Holds identity numbers of workers: whole ones only for whoever may look at them, each look written down. */
  readonly personal: boolean;
  readonly basis: readonly Citation[];
  readonly fields: readonly Field[];
  readonly lists: readonly ListField[];
  readonly images: readonly string[];
}

type NewKind = Omit<DocumentKind, 'numbering' | 'outward' | 'personal' | 'lists' | 'images' | 'fields'> &
  Partial<Pick<DocumentKind, 'numbering' | 'outward' | 'personal' | 'lists' | 'images'>> & { readonly fields: readonly Field[] };

/** Lays out a kind with the fields every document has. */
export function documentKind(kind: NewKind): DocumentKind {
  return { numbering: null, outward: false, personal: false, lists: [], images: [], ...kind, fields: [...OFFICE_FIELDS, ...kind.fields] };
}
