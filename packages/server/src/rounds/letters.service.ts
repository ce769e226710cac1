import { createHmac, randomUUID } from 'node:crypto';
import {
  isHandInPossible,
  letterOrderProblems,
  letterTextProblems,
  type LetterTexts,
  type NewLetterOrder,
} from '@buurt/domain/desk/letters.js';
import { readCode } from '@buurt/domain/rounds/code.js';
import type { Round } from '@buurt/domain/rounds/round.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { Database, DatabaseTransaction, Store } from '../db/open.js';
import { newCode, type CredentialHasher } from '../secrets/credential-hash.js';
import { makeCodes, type MadeCode } from './codes.js';
import { withBallotNumbers } from './find-round.queries.js';
import {
  addLetterOrder,
  cancelLetterOrder,
  findLetter,
  holdLetterOrder,
  isBeingReplaced,
  markLettersMade,
  textsOf,
  type LetterOrderRow,
} from './letter-orders.queries.js';
import {
  printedLetters,
  type AroundLetters,
  type Letter,
  type LetterOptions,
  type PrintedLetters,
} from './letters.js';
import {
  addCredentials,
  holdLetters,
  voidCredential,
  voidOrder,
  type LettersOfOrder,
} from './round-changes.queries.js';
import { letterCount, type RoundRow } from './rounds.queries.js';
import { ofRound, roundIs, roundWithin } from './rounds.service.js';
import type { QueuedCaller } from './work-queue.js';

/** Keeps the codes of new letters, which nobody can read back. */
export async function keepCodes(
  db: DatabaseTransaction,
  row: RoundRow,
  hashes: readonly string[],
  context: ActContext,
  { ofOrder, voided }: { readonly ofOrder?: LettersOfOrder; readonly voided?: number } = {},
): Promise<void> {
  await addCredentials(db, row.id, hashes, ofOrder);
  const detail = { count: hashes.length, ...(voided !== undefined && { voided }) };
  await recordAct(db, { ...ofRound(context, row), name: 'codes.made', detail });
}

/**
 * Makes the code of a letter worthless, with the ballot that was cast with it.
 * @throws {ActRefused} `no-good-code`
 */
export async function voidLetter(
  db: DatabaseTransaction,
  row: RoundRow,
  { credentialHash, isReplaced }: { readonly credentialHash: string; readonly isReplaced: boolean },
  context: ActContext,
): Promise<void> {
  if (!(await voidCredential(db, row.id, credentialHash))) throw new ActRefused({ code: 'no-good-code' });
  // Not which letter: with the number of a letter, the line of the log would lead to the ballot of a home.
  const detail = { replaced: isReplaced };
  await recordAct(db, { ...ofRound(context, row), name: 'codes.replaced', detail });
}

export function staffIdOf({ by }: ActContext): string {
  if (by.kind === 'staff') return by.id;
  throw new Error('Only staff do this; an operator has commands for it.');
}

/** A round for which letters can still be made. */
async function roundForLetters(db: DatabaseTransaction, id: string, context: ActContext): Promise<RoundRow> {
  const row = await roundWithin(db, id, context);
  if (row.phase === 'closed') throw roundIs(row);
  return row;
}

const periodOf = ({ opens_at, closes_at }: RoundRow) => ({
  ...{ opensAt: opens_at.toISOString(), closesAt: closes_at.toISOString() },
});

const optionsOf = ({ handInUntil, ...texts }: LetterTexts): LetterOptions => ({
  ...{ ...texts, handInUntil: handInUntil ?? undefined },
});

/** A code that nobody can vote with: its check sign does not belong to the others. */
export const sampleCode = 'ABCDEFGHJKMN';

/** One letter with these texts, as an example. */
async function sampleOf(round: Round, texts: LetterTexts, around: AroundLetters = {}) {
  const letters = [{ letter: '1', code: sampleCode }];
  return printedLetters(round, letters, optionsOf(texts), { ...around, isSample: true });
}

/** @throws {ActRefused} `invalid`, with an address that no browser can open */
function refuseUnreachable(page: string): void {
  refuseInvalid(URL.canParse(page) ? [] : [{ pointer: '/page', code: 'malformed' }]);
}

/**
 * Shows what letters with these texts will look like; keeps nothing.
 * @throws {ActRefused} `not-found`, `invalid`
 */
export async function previewLetter(
  db: DatabaseTransaction,
  roundId: string,
  texts: LetterTexts,
  context: ActContext,
  aroundIf: (fits: boolean) => AroundLetters,
): Promise<PrintedLetters> {
  const row = await roundWithin(db, roundId, context);
  refuseInvalid(letterTextProblems(texts, periodOf(row)));
  refuseUnreachable(texts.page);
  const round = await withBallotNumbers(db, row);
  const { fits } = await sampleOf(round, texts);
  return sampleOf(round, texts, aroundIf(fits));
}

/** The order whose letters are replaced: made, and not replaced or about to be. */
async function orderToReplace(db: DatabaseTransaction, roundId: string, id: string): Promise<LetterOrderRow> {
  const order = await holdLetterOrder(db, roundId, id);
  if (!order) throw new ActRefused({ code: 'not-found', kind: 'letter order', ids: [id] });
  if (order.made_at === null)
    throw new ActRefused({ code: 'order-is', state: order.cancelled_at === null ? 'waiting' : 'cancelled' });
  if (await isBeingReplaced(db, id)) throw new ActRefused({ code: 'order-is', state: 'replaced' });
  return order;
}

/**
 * Orders letters, of which nothing is made yet; resolves to the id of the order. What replaces an order has as many.
 * @throws {ActRefused} `not-found`, `invalid`, `round-is`; `order-is`, `letter-too-full`
 */
export async function orderLetters(
  db: DatabaseTransaction,
  roundId: string,
  asked: NewLetterOrder,
  context: ActContext,
): Promise<string> {
  const row = await roundForLetters(db, roundId, context);
  const replaced = asked.replaces === null ? undefined : await orderToReplace(db, roundId, asked.replaces);
  const order = replaced ? { ...asked, count: replaced.count } : asked;
  refuseInvalid(letterOrderProblems(order, periodOf(row)));
  refuseUnreachable(order.page);
  const { fits } = await sampleOf(await withBallotNumbers(db, row), order);
  if (!fits) throw new ActRefused({ code: 'letter-too-full' });
  const id = randomUUID();
  await addLetterOrder(db, { id, roundId, order, by: staffIdOf(context), at: context.at });
  await recordAct(db, {
    ...{ ...ofRound(context, row), name: 'letters.ordered' },
    detail: { count: order.count, again: replaced !== undefined },
  });
  return id;
}

/** An order that waits, held. */
async function waitingOrder(db: DatabaseTransaction, roundId: string, id: string): Promise<LetterOrderRow> {
  const order = await holdLetterOrder(db, roundId, id);
  if (!order) throw new ActRefused({ code: 'not-found', kind: 'letter order', ids: [id] });
  if (order.cancelled_at) throw new ActRefused({ code: 'order-is', state: 'cancelled' });
  if (order.made_at) throw new ActRefused({ code: 'order-is', state: 'made' });
  return order;
}

/** @throws {ActRefused} `not-found`; `order-is` */
export async function cancelOrder(
  db: DatabaseTransaction,
  { roundId, orderId }: { readonly roundId: string; readonly orderId: string },
  context: ActContext,
): Promise<void> {
  const row = await roundWithin(db, roundId, context);
  const { count } = await waitingOrder(db, roundId, orderId);
  await cancelLetterOrder(db, orderId, context.at);
  await recordAct(db, { ...ofRound(context, row), name: 'letters.cancelled', detail: { count } });
}

/** What codes are made with. */
export interface CodeMaker {
  readonly hasher: CredentialHasher;
  /** Who waits for them: voters have their turns in between, and nothing is made for whoever hung up. */
  readonly asker: QueuedCaller;
}

/** A hasher whose work is that of somebody who waits. */
const waitedFor = ({ hasher, asker }: CodeMaker): CredentialHasher => ({
  ...hasher,
  hash: (code, salt) => hasher.hash(code, salt, asker),
});

/** The hasher, when the codes of this round are made with it. */
export function hasherFor({ id, salt, key_fingerprint }: RoundRow, maker: CodeMaker): CredentialHasher {
  if (maker.hasher.fingerprint(salt) === key_fingerprint) return waitedFor(maker);
  throw new Error(`Round ${id} was made with another SERVER_SECRET: no code of its letters would be good.`);
}

/** What is kept of the number of a letter: who has the key that is printed with its order can find it, and nobody else. */
const letterHashOf = (keyHash: string, number: number): string =>
  createHmac('sha256', keyHash)
    .update(`letter:${String(number)}`)
    .digest('base64url');

/** Letters as the printer shows them, and what is kept of each. */
function numbered(
  made: readonly MadeCode[],
  { firstNumber, keyHash, orderId }: { firstNumber: number; keyHash: string; orderId: string },
): { readonly letters: readonly Letter[]; readonly ofOrder: LettersOfOrder } {
  const letterHashes = new Map(
    made.map(({ credentialHash }, index) => [credentialHash, letterHashOf(keyHash, firstNumber + index)]),
  );
  const letters = made.map(({ code }, index) => ({ letter: String(firstNumber + index), code }));
  return { letters, ofOrder: { orderId, letterHashes } };
}

/** What is to be known before an order is made, and again when its codes are there. */
async function readyToMake(
  db: DatabaseTransaction,
  { roundId, orderId }: { readonly roundId: string; readonly orderId: string },
  context: ActContext,
) {
  const row = await roundForLetters(db, roundId, context);
  const order = await waitingOrder(db, roundId, orderId);
  if (order.ordered_by === staffIdOf(context)) throw new ActRefused({ code: 'own-order' });
  const texts = textsOf(order);
  const round = await withBallotNumbers(db, row);
  const { fits } = await sampleOf(round, texts);
  if (!fits || letterTextProblems(texts, periodOf(row)).length > 0)
    throw new ActRefused({ code: 'order-outdated' });
  return { row, order, texts, round };
}

async function nextNumber(db: Database, roundId: string): Promise<number> {
  const { good, voided } = await letterCount(db, roundId);
  return good + voided + 1;
}

/**
 * Makes the letters of an order that somebody else gave, once: nothing is kept by which they could be shown again. Those of an
 * order that it replaces are void from then on.
 * @throws {ActRefused} `not-found`, `round-is`; `order-is`, `own-order`, `order-outdated`
 */
export async function makeOrder(
  store: Store,
  ids: { readonly roundId: string; readonly orderId: string },
  maker: CodeMaker,
  context: ActContext,
  around: AroundLetters,
): Promise<PrintedLetters> {
  // Looked at first, so that nobody waits for codes in vain; they take too long to make while the order is held.
  const { row: before, order: asked } = await store.transaction((db) => readyToMake(db, ids, context));
  const hasher = hasherFor(before, maker);
  const replacementKey = newCode();
  const keyHash = await hasher.hash(replacementKey, before.salt);
  const made = await makeCodes(hasher, before.salt, asked.count, () => {});
  return store.transaction(async (db) => {
    const { row, order, texts, round } = await readyToMake(db, ids, context);
    await holdLetters(db, row.id);
    const voided = order.replaces === null ? undefined : await voidOrder(db, row.id, order.replaces);
    const replaced = order.replaces === null ? undefined : await holdLetterOrder(db, row.id, order.replaces);
    const firstNumber = replaced?.first_number ?? (await nextNumber(db, row.id));
    const { letters, ofOrder } = numbered(made, { firstNumber, keyHash, orderId: order.id });
    const hashes = made.map(({ credentialHash }) => credentialHash);
    await keepCodes(db, row, hashes, context, { ofOrder, ...(voided !== undefined && { voided }) });
    await markLettersMade(db, order.id, { by: staffIdOf(context), at: context.at, firstNumber });
    return printedLetters(round, letters, optionsOf(texts), { ...around, replacementKey });
  });
}

/** A letter that was lost: its number, and the key that was printed with its order. */
export interface LostLetter {
  readonly number: number;
  readonly key: string;
}

/**
 * Makes a letter anew that was lost: its code is void from then on. It has no ballot on paper once that cannot be handed in.
 * @throws {ActRefused} `not-found`, `invalid`, `round-is`
 */
export async function replaceLetter(
  store: Store,
  roundId: string,
  { number, key }: LostLetter,
  maker: CodeMaker,
  context: ActContext,
  around: AroundLetters,
): Promise<PrintedLetters> {
  const read = readCode(key);
  if ('problem' in read) {
    refuseInvalid([{ pointer: '/replacementKey', code: 'malformed' }]);
    throw new Error('A key that cannot be read is refused.');
  }
  const before = await store.transaction((db) => roundForLetters(db, roundId, context));
  const hasher = hasherFor(before, maker);
  const keyHash = await hasher.hash(read.code, before.salt);
  const made = await makeCodes(hasher, before.salt, 1, () => {});
  return store.transaction(async (db) => {
    const row = await roundForLetters(db, roundId, context);
    const lost = await findLetter(db, roundId, letterHashOf(keyHash, number));
    if (!lost) throw new ActRefused({ code: 'not-found', kind: 'letter', ids: [String(number)] });
    const { letters, ofOrder } = numbered(made, { firstNumber: number, keyHash, orderId: lost.id });
    await voidLetter(db, row, { credentialHash: lost.credential_hash, isReplaced: true }, context);
    await addCredentials(
      db,
      row.id,
      made.map(({ credentialHash }) => credentialHash),
      ofOrder,
    );
    const texts = textsOf(lost);
    const { handInUntil } = texts;
    const isInTime =
      handInUntil !== null &&
      handInUntil > row.now.toISOString() &&
      isHandInPossible(handInUntil, periodOf(row));
    const options = optionsOf({ ...texts, handInUntil: isInTime ? handInUntil : null });
    return printedLetters(await withBallotNumbers(db, row), letters, options, around);
  });
}
