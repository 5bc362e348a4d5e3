/** 建设单位的性质, as 财建〔2022〕183号 divides it: its least share of progress payment binds the first three. */
export const OWNERS = { government: '政府机关', institution: '事业单位', soe: '国有企业', other: '其他' } as const;

export function isPublicOwner(owner: keyof typeof OWNERS): boolean {
  return owner !== 'other';
}
