import type { TemplateResult } from 'lit';
import type { OfferKind } from '@buurt/domain/initiatives/initiative.js';
import type { Problem } from '@buurt/domain/wire/problem.js';
import type { Client } from '../http/client.js';
import type { Contact } from './contact.js';
import type { Wrong } from './fields.js';
import type { JoinMessages } from './join.messages.js';

/** What a neighbour writes about. */
export interface Matter {
  /** The id of the initiative; absent when it is about all of a buurt. */
  readonly initiative?: string | undefined;
  /** The id of the remark that should not be shown. */
  readonly remark?: string | undefined;
  readonly buurt?: string | undefined;
  /** Where mails lead back to; absent when this page has no address of its own. */
  readonly page?: string | undefined;
  /** The kinds of help that are still asked. */
  readonly wanted?: readonly OfferKind[];
}

/** What the fields of a paper are drawn with. */
export interface Desk {
  readonly t: JoinMessages;
  readonly wrong: Wrong;
  readonly about: Matter;
}

export interface Post {
  readonly client: Client;
  /** The Idempotency-Key. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** One of the things that a neighbour can fill in and send. */
export interface Paper<Draft extends object> {
  readonly empty: Draft;
  /** What is filled in at the start, from what this person sent before. */
  readonly filledIn?: (contact: Contact) => Partial<Draft>;
  /** How the person who wrote it can be reached. */
  readonly contact?: (draft: Draft) => Contact;
  readonly problems: (draft: Draft) => readonly Problem[];
  readonly fields: (draft: Draft, desk: Desk, write: (change: Partial<Draft>) => void) => TemplateResult;
  /** @throws {ApiError} */
  readonly send: (draft: Draft, about: Matter, post: Post) => Promise<void>;
  /** The kinds of help that the page may be told of. */
  readonly kinds?: (draft: Draft) => readonly OfferKind[];
}

/** A paper with what is written on it. */
export interface Sheet {
  readonly problems: () => readonly Problem[];
  readonly fields: (desk: Desk) => TemplateResult;
  readonly send: (about: Matter, post: Post) => Promise<void>;
  readonly kinds: () => readonly OfferKind[];
  readonly contact: () => Contact;
}

/** Starts one with what is known of the person already; `written` is called at every change. */
export function take<Draft extends object>(paper: Paper<Draft>, written: () => void, known: Contact): Sheet {
  let draft: Draft = { ...paper.empty, ...paper.filledIn?.(known) };
  const write = (change: Partial<Draft>) => {
    draft = { ...draft, ...change };
    written();
  };
  return {
    problems: () => paper.problems(draft),
    fields: (desk) => paper.fields(draft, desk, write),
    send: (about, post) => paper.send(draft, about, post),
    kinds: () => paper.kinds?.(draft) ?? [],
    contact: () => paper.contact?.(draft) ?? {},
  };
}
