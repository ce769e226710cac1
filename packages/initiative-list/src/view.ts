import type { ListedInitiative } from '@buurt/domain/initiatives/initiative.js';
import type { Frame, Look } from './board-host.js';

/** What a card shows and does. */
export interface View extends Frame {
  readonly look: Look;
  readonly now: number;
  /** What stands in the search field: also what is not asked yet. */
  readonly typed: string;
  readonly themeName: (id: string) => string;
  readonly supported: (id: string) => boolean;
  readonly supportCount: (initiative: ListedInitiative) => number;
  /** What went wrong with the support of an initiative, in words. */
  readonly trouble: (id: string) => string | undefined;
  readonly toggleSupport: (initiative: ListedInitiative) => void;
  /** Where an initiative is to be read; undefined where it has no address. */
  readonly hrefOf: (id: string) => string | undefined;
  readonly open: (id: string, event: Event, join?: boolean) => void;
}

/** An initiative that has ended takes no support and no help. */
export const hasEnded = ({ status }: Pick<ListedInitiative, 'status'>): boolean =>
  status === 'done' || status === 'declined';
