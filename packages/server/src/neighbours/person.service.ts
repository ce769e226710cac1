import type { Forgetting, TextMatches } from '@buurt/domain/desk/erasing.js';
import { ActRefused, refuseInvalid } from '../acts/act-refused.js';
import { recordAct, type ActContext } from '../acts/acts.queries.js';
import type { DatabaseTransaction, Store } from '../db/open.js';
import { forget } from '../db/retention.queries.js';
import { withEraser } from './eraser.js';
import { textsWith } from './person.queries.js';

/** Acts say neither of whom this was nor what was looked for. */
const somebody = { kind: 'person', id: 'somebody' } as const;

/** What is kept of people stands in all buurten, so this is for who may there. */
function requireAllBuurten({ buurten = 'all' }: ActContext): void {
  if (buurten !== 'all') throw new ActRefused({ code: 'outside-own-buurten' });
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Every text with these words, and what erases it: what is kept of somebody who asks for that.
 * @param most more than so many are cut off
 * @throws {ActRefused} `invalid` without a letter or a digit; `outside-own-buurten`
 */
export async function findPerson(
  db: DatabaseTransaction,
  { text, most }: { readonly text: string; readonly most?: number },
  context: ActContext,
): Promise<TextMatches> {
  requireAllBuurten(context);
  refuseInvalid(hasWord(text) ? [] : [{ pointer: '/text', code: 'required' }]);
  const found = await textsWith(db, text, most === undefined ? undefined : most + 1);
  const { by, at } = context;
  const texts = found.slice(0, most);
  await recordAct(db, {
    ...{ by, at, name: 'person.searched', buurt: null, subject: somebody },
    detail: { places: texts.length },
  });
  return { texts: texts.map(withEraser), isCut: found.length > texts.length };
}

/**
 * Erases how somebody can be reached, everywhere; tells where it stands after that.
 * @throws {ActRefused} `invalid` without a letter or a digit; `outside-own-buurten`
 */
export async function forgetPerson(
  db: DatabaseTransaction,
  { address, most }: { readonly address: string; readonly most?: number },
  context: ActContext,
): Promise<Forgetting> {
  requireAllBuurten(context);
  refuseInvalid(hasWord(address) ? [] : [{ pointer: '/address', code: 'required' }]);
  const erased = await forget(db, address);
  const { by, at } = context;
  await recordAct(db, {
    ...{ by, at, name: 'person.forgotten', buurt: null, subject: somebody },
    detail: { ...erased },
  });
  return { ...erased, left: (await textsWith(db, address, most)).map(withEraser) };
}

/** Ends a transaction so that nothing of it stays. */
class Rehearsed<T> extends Error {
  constructor(readonly outcome: T) {
    super('This was not to be kept');
  }
}

/**
 * What forgetting somebody would come to: it is done, and undone at once.
 * @throws {ActRefused} as `forgetPerson`
 */
export async function rehearseForgetting(
  store: Store,
  asked: { readonly address: string; readonly most?: number },
  context: ActContext,
): Promise<Forgetting> {
  try {
    return await store.transaction(async (db) => {
      throw new Rehearsed(await forgetPerson(db, asked, context));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome as Forgetting;
    throw error;
  }
}
