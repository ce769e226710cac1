import type { ActName } from '@buurt/domain/acts/act.js';
import { organisationAnswerProblems } from '@buurt/domain/initiatives/follow-up.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction } from '../db/open.js';
import {
  deleteRemarks,
  deleteReports,
  holdRemarks,
  setAnswer,
  setRemarkState,
  type Answer,
  type RemarkOfStaff,
} from './remarks.queries.js';

const idsOf = (found: readonly RemarkOfStaff[]) => found.map(({ id }) => id);

async function recordEach(
  db: DatabaseTransaction,
  changed: readonly RemarkOfStaff[],
  name: ActName,
  { by, at }: ActContext,
): Promise<void> {
  for (const { id, buurt_code, initiative_id, review, reports } of changed)
    await recordAct(db, {
      ...{ by, at, name, buurt: buurt_code, subject: { kind: 'remark', id } },
      detail: { idea: initiative_id, was: review, ...(reports > 0 && { reports }) },
    });
}

/**
 * Shows or hides remarks, all or none; resolves to how many changed.
 * @throws {ActRefused} `not-found`
 */
export async function reviewRemarks(
  db: DatabaseTransaction,
  ids: readonly string[],
  state: 'published' | 'hidden',
  context: ActContext,
): Promise<number> {
  const found = await holdRemarks(db, ids, context.buurten);
  const changed = found.filter(({ review }) => review !== state);
  if (changed.length > 0) await setRemarkState(db, idsOf(changed), state);
  await recordEach(db, changed, `remark.${state}`, context);
  return changed.length;
}

/**
 * Takes the reports of remarks away, because somebody looked at them; the remarks stay as they are. Resolves to how many
 * remarks had any.
 * @throws {ActRefused} `not-found`
 */
export async function resolveReports(
  db: DatabaseTransaction,
  ids: readonly string[],
  context: ActContext,
): Promise<number> {
  const reported = (await holdRemarks(db, ids, context.buurten)).filter(({ reports }) => reports > 0);
  if (reported.length > 0) await deleteReports(db, idsOf(reported));
  await recordEach(db, reported, 'report.resolved', context);
  return reported.length;
}

/**
 * Erases remarks for good with the reports of them, all or none; resolves to how many.
 * @throws {ActRefused} `not-found`
 */
export async function eraseRemarks(
  db: DatabaseTransaction,
  ids: readonly string[],
  context: ActContext,
): Promise<number> {
  const found = await holdRemarks(db, ids, context.buurten);
  await deleteRemarks(db, idsOf(found));
  await recordEach(db, found, 'remark.erased', context);
  return found.length;
}

/**
 * Answers a question, as the organisation or in the place of a maker who cannot; one that was not shown yet is shown with it.
 * An answer that was given before is replaced.
 * @throws {ActRefused} `not-found`, `not-a-question`, `invalid`; `answered-already` when there is an answer that may not be
 * replaced
 */
export async function answerQuestion(
  db: DatabaseTransaction,
  id: string,
  { mayReplace = true, ...answer }: Answer & { readonly mayReplace?: boolean },
  { by, at, buurten }: ActContext,
): Promise<{ readonly replaced: boolean }> {
  refuseInvalid(organisationAnswerProblems(answer));
  const [question] = await holdRemarks(db, [id], buurten);
  if (question?.stance !== 'question') throw new ActRefused({ code: 'not-a-question', id });
  if (question.answer !== null && !mayReplace) throw new ActRefused({ code: 'answered-already' });
  await setAnswer(db, question.id, answer, at);
  const replaced = question.answer !== null;
  await recordAct(db, {
    ...{ by, at, name: 'question.answered', buurt: question.buurt_code },
    subject: { kind: 'remark', id: question.id },
    detail: { idea: question.initiative_id, was: question.review, answeredAs: answer.by, replaced },
  });
  return { replaced };
}
