import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiError, type ApiErrorKind, type Failure } from '@buurt/core/http/api-error.js';
import {
  hasStarted,
  reduceBallot,
  startBallot,
  unsentLines,
  type BallotAction,
  type BallotSession,
  type VotingOptions,
} from '../../packages/budget-vote/src/ballot/ballot-session.js';
import { openRound, roundWith } from '../support/round.js';
import { castBefore, goodCode } from '../support/vote-endpoint.js';

const usual: VotingOptions = { codeStep: 'last', isHelper: false, token: '' };
const atStart = (options: Partial<VotingOptions> = {}, rest: { code?: string } = {}, round = openRound) =>
  startBallot({ round, options: { ...usual, ...options }, lines: [], ...rest });

const after = (session: BallotSession, ...actions: readonly BallotAction[]): BallotSession =>
  actions.reduce(reduceBallot, session);

const add = (proposalId: string): BallotAction => ({ type: 'toggle', proposalId });
const typeCode = (text = goodCode): BallotAction => ({ type: 'type-code', text });
const known = (...ids: readonly string[]): BallotAction => ({
  type: 'voter-known',
  earlier: ids.length > 0 ? castBefore(ids.map((proposalId) => ({ proposalId }))) : null,
});
const failedWith = (kind: ApiErrorKind, failure: Failure = {}) => new ApiError(kind, failure);
const submitFailed = (kind: ApiErrorKind, failure?: Failure): BallotAction => ({
  type: 'submit-failed',
  error: failedWith(kind, failure),
});

const checking = after(atStart(), add('bank'), { type: 'check' });
const sending = after(checking, typeCode(), known(), { type: 'submit' });
const chosen = ({ lines }: BallotSession) => lines.map(({ proposalId }) => proposalId);

describe('choosing', () => {
  it('adds a proposal and takes it off again, and says so each time', () => {
    const added = after(atStart(), add('bank'));
    assert.deepEqual(chosen(added), ['bank']);
    assert.deepEqual(added.announcement, { turn: 1, of: { act: 'added', proposalId: 'bank' } });
    const removed = after(added, add('bank'));
    assert.deepEqual(chosen(removed), []);
    assert.deepEqual(removed.announcement, { turn: 2, of: { act: 'removed', proposalId: 'bank' } });
    assert.equal(removed.focus, undefined);
  });

  it('does not add what no longer fits, and says that', () => {
    const round = roundWith({ expression: 'approve', picks: { max: 1 } });
    const session = after(atStart({}, {}, round), add('bank'), add('bomen'));
    assert.deepEqual(chosen(session), ['bank']);
    assert.deepEqual(session.announcement.of, { act: 'notAdded', proposalId: 'bomen' });
  });

  it('gives the list the focus when a proposal is taken off it', () => {
    const session = after(atStart(), add('bank'), { type: 'remove', proposalId: 'bank' });
    assert.deepEqual(session.focus, { on: 'choice' });
  });

  it('moves a proposal, and gives points', () => {
    const ranks = atStart({}, {}, roundWith({ expression: 'rank' }));
    const moved = after(ranks, add('bank'), add('bomen'), { type: 'move', proposalId: 'bomen', places: -1 });
    assert.deepEqual(chosen(moved), ['bomen', 'bank']);
    const points = atStart({}, {}, roundWith({ expression: 'allocate', total: { max: 10 } }));
    const given = after(points, { type: 'give-points', proposalId: 'bank', points: 4 });
    assert.deepEqual(given.lines, [{ proposalId: 'bank', points: 4 }]);
  });

  it('means each change anew, so that the server does not take it for the ballot before', () => {
    const first = after(atStart(), add('bank'));
    assert.notEqual(after(first, add('bomen')).intent, first.intent);
  });

  it('does not let an empty ballot go on, and forgets what was wrong when something is chosen', () => {
    const empty = after(atStart(), { type: 'check' });
    assert.equal(empty.step.name, 'choosing');
    assert.deepEqual(empty.problems, [{ pointer: '/lines', code: 'required' }]);
    assert.deepEqual(empty.focus, { on: 'problems' });
    assert.deepEqual(after(empty, add('bank')).problems, []);
  });

  it('says nothing on the next screen of what was done on this one', () => {
    assert.equal(checking.announcement.of, undefined);
    assert.deepEqual(checking.focus, { on: 'title' });
  });

  it('goes by the rules of the round as the server last told of it', () => {
    const round = roundWith({ expression: 'approve', picks: { min: 2 } });
    const session = after(checking, { type: 'round-read', round }, { type: 'submit' });
    assert.equal(session.problems[0]?.code, 'picks.min');
  });
});

describe('the code', () => {
  it('is asked for first where the organiser wants that, and not when the page brings one', () => {
    assert.equal(atStart({ codeStep: 'first' }).step.name, 'code');
    assert.equal(atStart({ codeStep: 'first' }, { code: goodCode }).step.name, 'choosing');
    assert.equal(atStart({ codeStep: 'first', token: 'of the site' }).step.name, 'choosing');
  });

  it('is no mistake while it is typed, and one when it came with the address', () => {
    assert.equal(after(atStart(), typeCode('K7QF')).voter.name, 'unknown');
    assert.equal(atStart({}, { code: 'K7QF' }).voter.name, 'wrong');
  });

  it('is looked up as soon as it is whole', () => {
    const { voter } = after(atStart(), typeCode());
    assert.deepEqual(voter, { name: 'asking', credential: { code: goodCode.replaceAll('-', '') } });
  });

  it('is missed when somebody wants to send without it, each time anew', () => {
    const once = after(checking, { type: 'submit' });
    assert.equal(once.step.name, 'checking');
    assert.deepEqual(once.voter, { name: 'wrong', why: { code: 'too-short', limit: 12, actual: 0 } });
    assert.deepEqual(once.focus, { on: 'code' });
    assert.equal(once.codeAttempts, 1);
    assert.equal(after(once, { type: 'submit' }).codeAttempts, 2);
  });

  it('lets somebody on as soon as the server knows it', () => {
    const first = atStart({ codeStep: 'first' });
    assert.equal(after(first, typeCode(), { type: 'begin' }).step.name, 'code');
    assert.equal(after(first, typeCode(), { type: 'begin' }, known()).step.name, 'choosing');
    assert.equal(after(first, typeCode(), known()).step.name, 'code');
    assert.equal(after(first, typeCode(), known(), { type: 'begin' }).step.name, 'choosing');
  });

  it('is asked about again when that answer did not come', () => {
    const error = failedWith('unreachable');
    const first = after(atStart({ codeStep: 'first' }), typeCode(), { type: 'begin' });
    const unsure = after(first, { type: 'voter-failed', error });
    assert.equal(unsure.voter.name, 'unsure');
    assert.equal(unsure.step.name, 'code');
    const again = after(unsure, { type: 'begin' });
    assert.equal(again.voter.name, 'asking');
    assert.equal(after(again, known()).step.name, 'choosing');
  });

  it('is cleared when the server does not know it, and asked for where it stood', () => {
    const error = failedWith('refused', { status: 401, type: 'code-unknown' });
    const refused = after(checking, typeCode(), { type: 'submit' }, { type: 'voter-failed', error });
    assert.deepEqual(refused.voter, { name: 'wrong', why: { by: 'unknown' } });
    assert.equal(refused.typedCode, '');
    assert.deepEqual(refused.step, { name: 'checking', isWaiting: false });
    assert.deepEqual(refused.focus, { on: 'code' });
    const first = atStart({ codeStep: 'first' }, { code: goodCode });
    assert.equal(after(first, { type: 'voter-failed', error }).step.name, 'code');
  });

  it('is not to blame when the page may not call the server', () => {
    const error = failedWith('refused', { status: 403, type: 'origin-refused' });
    assert.equal(after(checking, typeCode(), { type: 'voter-failed', error }).voter.name, 'unsure');
  });
});

describe('an earlier ballot of the household', () => {
  it('is put on an empty ballot, and not in the place of what was chosen', () => {
    assert.deepEqual(chosen(after(atStart(), typeCode(), known('bomen'))), ['bomen']);
    assert.deepEqual(chosen(after(checking, typeCode(), known('bomen'))), ['bank']);
  });

  it('is shown before anything takes its place', () => {
    const seen = after(checking, typeCode(), { type: 'submit' }, known('bomen'));
    assert.equal(seen.step.name, 'checking');
    assert.deepEqual(seen.focus, { on: 'earlier' });
    assert.equal(after(seen, { type: 'submit' }).step.name, 'sending');
  });

  it('can be taken over', () => {
    const taken = after(checking, typeCode(), known('bomen'), { type: 'take-earlier' });
    assert.deepEqual(chosen(taken), ['bomen']);
    assert.equal(taken.step.name, 'choosing');
    assert.deepEqual(unsentLines(taken), []);
  });
});

describe('sending', () => {
  it('waits for the answer about the code, and then goes by itself', () => {
    const waiting = after(checking, typeCode(), { type: 'submit' });
    assert.equal(waiting.step.name, 'checking');
    assert.equal(after(waiting, known()).step.name, 'sending');
    const unsure = after(waiting, { type: 'voter-failed', error: failedWith('unreachable') });
    assert.equal(unsure.step.name, 'sending');
  });

  it('does not go by itself for somebody who went back, or who types another code', () => {
    const waiting = after(checking, typeCode(), { type: 'submit' });
    assert.equal(after(waiting, { type: 'choose' }, known()).step.name, 'choosing');
    assert.equal(after(waiting, typeCode(), known()).step.name, 'checking');
  });

  it('goes once, however often somebody presses', () => {
    assert.equal(after(sending, { type: 'submit' }), sending);
  });

  it('shows the receipt, and leaves nothing unsent', () => {
    const cast = castBefore([{ proposalId: 'bank' }]);
    const done = after(sending, { type: 'cast', cast });
    assert.deepEqual(done.step, { name: 'cast', cast });
    assert.deepEqual(unsentLines(done), []);
    assert.notEqual(done.intent, sending.intent);
    const changed = after(sending, { type: 'cast', cast: { ...cast, changed: true } });
    assert.equal(changed.step.name, 'changed');
  });

  it('comes back with what went wrong, and keeps the choice', () => {
    for (const [action, submitError] of [
      [{ type: 'prevented' }, 'prevented'],
      [submitFailed('aborted'), 'stopped'],
      [submitFailed('conflict', { status: 409, type: 'rules-changed' }), 'rules-changed'],
    ] as const) {
      const back = after(sending, action);
      assert.equal(back.submitError, submitError);
      assert.equal(back.step.name, 'checking');
      assert.deepEqual(back.focus, { on: 'submitError' });
      assert.deepEqual(chosen(back), ['bank']);
      assert.equal(back.intent, sending.intent);
    }
  });

  it('is meant anew after the server took the key for something else', () => {
    const back = after(sending, submitFailed('conflict', { status: 422 }));
    assert.notEqual(back.intent, sending.intent);
  });

  it('looks again what counts when another device was first', () => {
    const back = after(sending, submitFailed('conflict', { status: 412 }));
    assert.equal(back.submitError, 'elsewhere');
    assert.equal(back.voter.name, 'asking');
    assert.equal(back.step.name, 'checking');
  });

  it('shows the problems that the server found', () => {
    const problems = [{ pointer: '/lines/0', code: 'withdrawn' as const }];
    const back = after(sending, submitFailed('invalid', { status: 422, problems }));
    assert.deepEqual(back.problems, problems);
    assert.deepEqual(back.focus, { on: 'problems' });
  });

  it('takes no answer that comes when nothing is on its way', () => {
    const cast = castBefore([{ proposalId: 'bank' }]);
    assert.equal(after(checking, { type: 'cast', cast }), checking);
    assert.equal(after(checking, submitFailed('server')), checking);
  });
});

describe('a device where one voter comes after another', () => {
  const helper = after(atStart({ isHelper: true }), add('bank'), { type: 'check' }, typeCode(), known());

  it('has nothing to wipe before anything was done', () => {
    assert.equal(hasStarted(atStart({ isHelper: true })), false);
    assert.equal(hasStarted(atStart({ isHelper: true, codeStep: 'first' })), false);
    assert.equal(hasStarted(after(atStart({ isHelper: true }), add('bank'))), true);
  });

  it('forgets choice and code as soon as the ballot is cast', () => {
    const cast = castBefore([{ proposalId: 'bank' }]);
    const done = after(helper, { type: 'submit' }, { type: 'cast', cast });
    assert.equal(done.step.name, 'cast');
    assert.deepEqual([done.lines, done.typedCode, done.voter.name], [[], '', 'unknown']);
  });

  it('begins anew for the next one', () => {
    const next = after(helper, { type: 'wipe' });
    assert.equal(next.voterNumber, 1);
    assert.equal(hasStarted(next), false);
    assert.notEqual(next.intent, helper.intent);
  });
});

describe('a site that vouches for its resident', () => {
  const vouched = after(atStart({ token: 'of the site' }), known());

  it('needs no code, also after the screen was wiped', () => {
    const wiped = after(vouched, { type: 'wipe' }, add('bank'), { type: 'check' }, { type: 'submit' });
    assert.deepEqual(wiped.voter, { name: 'asking', credential: { token: 'of the site' } });
    assert.equal(after(wiped, known()).step.name, 'sending');
    const first = after(atStart({ token: 'of the site', codeStep: 'first' }), { type: 'wipe' });
    assert.equal(first.step.name, 'choosing');
  });

  it('is told at the title when it cannot vouch, since there is no field for a code', () => {
    const error = failedWith('refused', { status: 401, type: 'code-unknown' });
    const asked = after(atStart({ token: 'of the site' }), add('bank'), { type: 'check' });
    const refused = after(asked, { type: 'voter-failed', error });
    assert.deepEqual(refused.voter, { name: 'wrong', why: { by: 'token' } });
    assert.deepEqual(refused.focus, { on: 'title' });
  });
});
