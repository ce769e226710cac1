/** What somebody was writing when they went on, or when their session ended. */
interface Draft {
  /** For which decision a reason is written; empty while the form is closed. */
  readonly form: string;
  readonly text: string;
}

interface Stored {
  readonly who: string;
  readonly drafts: Readonly<Record<string, Draft>>;
}

const storageKey = 'buurt-desk-drafts';
const isDraft = (value: unknown): value is Draft =>
  typeof (value as Draft | null)?.form === 'string' && typeof (value as Draft).text === 'string';

/** Where a browser keeps nothing they stay for as long as the page does. */
let kept: Stored | undefined;

function read(): Stored | undefined {
  let json: string | null;
  try {
    json = sessionStorage.getItem(storageKey);
  } catch {
    return kept;
  }
  try {
    const { who, drafts } = JSON.parse(json ?? '{}') as Partial<Stored>;
    return typeof who === 'string' && typeof drafts === 'object' ? { who, drafts } : kept;
  } catch {
    return kept;
  }
}

function write(stored: Stored | undefined): void {
  kept = undefined;
  try {
    if (stored) sessionStorage.setItem(storageKey, JSON.stringify(stored));
    else sessionStorage.removeItem(storageKey);
  } catch {
    kept = stored;
  }
}

/**
 * The drafts of whoever is logged in, in this tab: they outlive the session and a reload, and nobody else who logs in here
 * gets to see them.
 */
export function draftOf(who: string, of: string): Draft | undefined {
  const stored = read();
  const draft = stored?.who === who ? stored.drafts[of] : undefined;
  return isDraft(draft) ? draft : undefined;
}

/** Keeps a draft; one without words is gone. */
export function keepDraft(who: string, of: string, draft: Draft): void {
  const stored = read();
  const others = Object.entries(stored?.who === who ? stored.drafts : {}).filter(([each]) => each !== of);
  const drafts = Object.fromEntries(draft.text === '' ? others : [...others, [of, draft]]);
  write(Object.keys(drafts).length === 0 ? undefined : { who, drafts });
}

/** The fields of a form as the text of a draft holds them; none when it is not such a text. */
export function fieldsIn<Fields extends object>({ text }: Draft): Fields | Record<string, never> {
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return {};
  }
}

export const forgetDrafts = (): void => write(undefined);
