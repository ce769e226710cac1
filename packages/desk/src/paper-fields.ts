import type { DeskPaper, PaperMark, VoidReason } from '@buurt/domain/desk/paper-ballots.js';

/** What a paper is: good, or void and why. */
export type PaperKind = 'good' | VoidReason | 'no-code';

/** A ballot on paper as it stands in the fields. */
export interface PaperFields {
  readonly code: string;
  readonly marks: string;
  readonly kind: PaperKind;
}

export const noFields: PaperFields = { code: '', marks: '', kind: 'good' };

/** Why the marks of a paper cannot be read; `what` is the piece that it is about. */
export interface MarksProblem {
  readonly code: 'empty' | 'unreadable' | 'not-on-ballot' | 'doubled';
  readonly what: string;
}

export type ReadMarks = { readonly marks: readonly PaperMark[] } | { readonly problem: MarksProblem };

export const takesPoints = ({ expression }: Pick<DeskPaper, 'expression'>): boolean =>
  expression === 'allocate' || expression === 'score';

/**
 * The plans that somebody typed, by their numbers.
 * @example marksIn('2 5', approving) // { marks: [{ number: 2, points: null }, { number: 5, points: null }] }
 * @example marksIn('2=6, 5=4', dividing) // { marks: [{ number: 2, points: 6 }, { number: 5, points: 4 }] }
 */
export function marksIn(typed: string, paper: Pick<DeskPaper, 'expression' | 'plans'>): ReadMarks {
  const pieces = typed
    .split(/[=:]/)
    .map((piece) => piece.trim())
    .join('=')
    .split(/[\s,;.+&]+/)
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return { problem: { code: 'empty', what: '' } };
  const form = takesPoints(paper) ? /^(\d{1,4})=([-−]?\d{1,6})$/ : /^(\d{1,4})$/;
  const marks: PaperMark[] = [];
  for (const piece of pieces) {
    const [, written, points] = form.exec(piece) ?? [];
    if (written === undefined) return { problem: { code: 'unreadable', what: piece } };
    const number = Number(written);
    if (!paper.plans.some((plan) => plan.number === number))
      return { problem: { code: 'not-on-ballot', what: written } };
    if (marks.some((mark) => mark.number === number)) return { problem: { code: 'doubled', what: written } };
    marks.push({ number, points: points === undefined ? null : Number(points.replace('−', '-')) });
  }
  return { marks };
}
