import { maskIdentityNumber } from '#kernel/identifiers/index.ts';

/** Where a fault stands: a top-level field, or a field of a member of a list. */
export interface FaultPlace {
  readonly list: string | null;
  readonly index: number;
  readonly field: string;
}

/** One fault in the grammar clients read with regular expressions: `[field]message!` or `[list][0][field]message!`. */
export function faultText({ list, index, field }: FaultPlace, message: string): string {
  return list === null ? `[${field}]${message}` : `[${list}][${index}][${field}]${message}`;
}

/** Several faults are joined by a semicolon; nobody reads more than twenty. */
export function joinFaults(faults: readonly string[]): string {
  return faults.length <= 20 ? faults.join(';') : `${faults.slice(0, 20).join(';')};[...]另有${faults.length - 20}处错误!`;
}

/** Reads the grammar back, as our own uploader does with the answers of others. */
export function readFaults(text: string): readonly (FaultPlace & { readonly message: string })[] {
  return text.split(';').flatMap((one): readonly (FaultPlace & { readonly message: string })[] => {
    const inList = /^\[(\w+)\]\[(\d{1,6})\]\[(\w+)\](.*)$/su.exec(one);
    if (inList !== null) return [{ list: inList[1] ?? '', index: Number(inList[2]), field: inList[3] ?? '', message: inList[4] ?? '' }];
    const plain = /^\[(\w+)\](.*)$/su.exec(one);
    return plain === null ? [] : [{ list: null, index: 0, field: plain[1] ?? '', message: plain[2] ?? '' }];
  });
}

/** The number of a team in 「班组已存在…已存在班组编号为:1500161164」: the ten characters after the colon. */
export function teamNumberIn(text: string): string | null {
  return /班组编号为[:：](\d{10})/u.exec(text)?.[1] ?? null;
}

/** Identity numbers inside a text of another system, masked before it is kept or shown. */
export function masked(text: string): string {
  return text.replace(/(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)|(?<!\d)\d{16,19}(?!\d)/gu, maskIdentityNumber);
}

/** 前4后4, the form the texts of this protocol use: `4501**********123X`. */
export function maskInText(identity: string): string {
  return identity.length < 10 ? '*'.repeat(identity.length) : `${identity.slice(0, 4)}${'*'.repeat(identity.length - 8)}${identity.slice(-4)}`;
}
