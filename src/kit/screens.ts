import { useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/**
 * One screen a module offers. A face gathers them: routes, navigation and rights follow by themselves.
 * Two screens may share a path when they belong to different faces.
 */
export interface Screen {
  /** `/warnings/$id`; the parts behind `$` are read with `useScreenParams`. */
  readonly path: string;
  readonly faces: readonly ('desk' | 'enterprise')[];
  /** Fetches the screen's code when it is first opened. The file's default export is the screen. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Permission without which the screen is neither offered nor shown. */
  readonly may?: string;
  readonly nav?: {
    readonly label: string;
    /** Place in the list, 10 apart. */
    readonly order: number;
    /** Hook that gives the number beside the label: how much waits. */
    readonly useCount?: () => number | undefined;
    /** Paths that light this entry up besides its own: `/projects`. */
    readonly also?: readonly string[];
  };
}

/** The parts of the address behind `$`. */
export function useScreenParams(): Readonly<Record<string, string | undefined>> {
  return useParams({ strict: false });
}
